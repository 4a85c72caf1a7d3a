"use client";

import { IDLE_MINUTES } from "@alongside/domain/access/hold";
import { Button } from "@alongside/ui/primitives/button";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { HELD_EVENT, useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import { NEUTRAL_PAGE } from "../quick-exit/neutral-page";
import { SignOutForm } from "../shell/sign-out-form";
import styles from "./lock.module.css";
import { onTold, tellTabs } from "./tell-tabs";
import { UnlockForm, type UnlockProblem } from "./unlock-form";
import { unlockHeld } from "./unlock-held";
import { useIdle } from "./use-idle";

/** A phone that lies about is found sooner than a computer in an office. */
const COVERED_TITLE = "Alongside";
const PHONE_MINUTES = 5;

/**
 * Covers the page when nobody has used it for a while, and has the server lock the session. What was typed stays on the
 * page, unseen and out of reach, until the PIN or password is given.
 */
export function IdleLock(props: { readonly idleMinutes: number; readonly hasPin: boolean }): React.JSX.Element {
  const t = useTranslations("lock");
  const client = useApiClient();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [covered, setCovered] = useState(false);
  const [problem, setProblem] = useState<UnlockProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const minutes = useMinutes(props.idleMinutes);

  const compare = useCallback(
    () =>
      client.session.hold.query().then(
        (hold) => {
          if (hold === "handed-over") return location.replace("/form");
          setCovered(hold === "locked");
        },
        () => undefined,
      ),
    [client],
  );
  useIdle(minutes, !covered, {
    onUse: () => void compare(),
    onIdle: () => {
      setProblem(null);
      setCovered(true);
      tellTabs();
      client.session.lock.mutate().catch(() => undefined);
    },
  });
  useEffect(() => {
    addEventListener(HELD_EVENT, compare);
    // Covered first and asked then: the phone may be in somebody else's hands already.
    const stop = onTold(() => {
      setCovered(true);
      void compare();
    });
    return () => {
      removeEventListener(HELD_EVENT, compare);
      stop();
    };
  }, [compare]);
  useEffect(() => {
    if (!covered) return;
    // Without a connection only the page was covered; the session is as soon as there is one.
    const lock = () => void client.session.lock.mutate().catch(() => undefined);
    addEventListener("online", lock);
    return () => removeEventListener("online", lock);
  }, [client, covered]);
  useCover(dialog, covered);

  const unlock = async (secret: string) => {
    setBusy(true);
    try {
      await unlockHeld(client.session, secret);
      setProblem(null);
      setCovered(false);
      await queries.invalidateQueries();
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.code === "signed-out") location.replace("/sign-in?problem=ended");
      else setProblem(failure?.reason === "session.wrong-pin" ? { left: Number(failure.params?.left) } : "unreachable");
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      className={styles.cover}
      aria-labelledby="lock-title"
      data-cover=""
      onCancel={(event) => event.preventDefault()}
      onClose={() => {
        // Some browsers close it at the second press of Escape, whatever was said to the first.
        if (covered) dialog.current?.showModal();
      }}
    >
      <div className={styles.inner}>
        <h2 id="lock-title">{t("title")}</h2>
        <p>{t("kept")}</p>
        <p>{t("network")}</p>
        <UnlockForm
          hasPin={props.hasPin}
          problem={problem}
          submitLabel={t("submit")}
          busy={busy}
          onSubmit={(secret) => void unlock(secret)}
        />
        <div className={styles.ways}>
          <SignOutForm label={t("signOut")} />
          <Button data-leave={NEUTRAL_PAGE}>{t("leave")}</Button>
        </div>
      </div>
    </dialog>
  );
}

/** Above everything, with nothing else seen, read out, or named in the list of tabs. */
function useCover(dialog: React.RefObject<HTMLDialogElement | null>, covered: boolean): void {
  useEffect(() => {
    const element = dialog.current;
    if (!covered) return;
    const uncoverTitle = coverTitle();
    document.documentElement.dataset.covered = "";
    if (!element?.open) element?.showModal();
    return () => {
      delete document.documentElement.dataset.covered;
      uncoverTitle();
      element?.close();
    };
  }, [dialog, covered]);
}

/**
 * Names the tab by the product alone, also when a page that was still arriving puts its own title there meanwhile.
 * @returns gives the tab the name of its page again
 */
function coverTitle(): () => void {
  let { title } = document;
  const cover = () => {
    if (document.title === COVERED_TITLE) return;
    title = document.title;
    document.title = COVERED_TITLE;
  };
  cover();
  const watch = new MutationObserver(cover);
  watch.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    watch.disconnect();
    document.title = title;
  };
}

function useMinutes(chosen: number): number {
  const [minutes, setMinutes] = useState(chosen);
  useEffect(() => {
    const phone = matchMedia("(pointer: coarse) and (width < 48rem)").matches;
    setMinutes(phone && chosen === IDLE_MINUTES.usual ? PHONE_MINUTES : chosen);
  }, [chosen]);
  return minutes;
}
