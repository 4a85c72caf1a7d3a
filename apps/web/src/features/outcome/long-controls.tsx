import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import styles from "./outcome.module.css";
import { useFigures } from "./use-figures";
import type { useLongRows } from "./use-long-rows";

/**
 * Starting the long rows, watching them, stopping them, and what became of them. One button does it all, so that whoever
 * works by keyboard keeps their place; when there is nothing more to press, the place goes to the words that say so.
 */
export function LongControls({ long }: { readonly long: ReturnType<typeof useLongRows> }): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const { state, starting } = long;
  const kind = starting ? "starting" : (state?.kind ?? "none");
  const said = useRef<HTMLParagraphElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (kind !== "done" || !pressed.current) return;
    pressed.current = false;
    if (document.activeElement === document.body) said.current?.focus({ preventScroll: true });
  }, [kind]);
  const ended = kind === "done" || kind === "cancelled" || kind === "interrupted" ? kind : null;
  const busy = starting || long.cancelling;
  const press = () => {
    if (busy) return;
    pressed.current = true;
    if (kind === "running") long.cancel();
    else long.start();
  };
  return (
    <div className={styles.progress} data-long={kind}>
      {kind === "none" ? <p className={styles.soft}>{t("what")}</p> : null}
      {/* Said once when it ends; the share that is done changes too often to be read out. */}
      <p ref={said} role="status" tabIndex={-1} className={ended === null ? "visually-hidden" : undefined}>
        {ended === null ? "" : t(ended)}
      </p>
      {state?.kind === "running" ? <Running done={state.done} total={state.total} /> : null}
      {kind === "done" ? null : (
        <p>
          <Button kind={kind === "running" ? "secondary" : "primary"} onClick={press} aria-disabled={busy}>
            {t(wordOf(kind, long.cancelling))}
          </Button>
        </p>
      )}
      {long.error ? <FailureNotice error={long.error} /> : null}
    </div>
  );
}

function wordOf(kind: string, cancelling: boolean): "start" | "again" | "cancel" | "cancelling" {
  if (kind === "running") return cancelling ? "cancelling" : "cancel";
  return kind === "cancelled" || kind === "interrupted" ? "again" : "start";
}

function Running({ done, total }: { readonly done: number; readonly total: number }): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const figures = useFigures();
  return (
    <>
      <p>{t("running", { share: figures.share(total === 0 ? 0 : done / total) })}</p>
      <progress aria-label={t("progress")} max={Math.max(1, total)} value={done} />
    </>
  );
}
