"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { FormDialog } from "@/features/settings/form-dialog";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import styles from "./consent.module.css";
import type { Erasures } from "./consent-views";

type Awaiting = Erasures["awaiting"][number];

/** Who waits to be erased, and what is left of those who were. */
export function ErasuresPanel(props: { readonly programmeId: string; readonly erasures: Erasures }): React.JSX.Element {
  const t = useTranslations("consent.erasures");
  const consent = useTranslations("consent");
  const format = useFormatter();
  const { awaiting, past } = props.erasures;
  const [chosen, setChosen] = useState<Awaiting | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  const time = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const nobody = consent("nobody");
  return (
    <>
      {receipt === null ? null : (
        <section role="status">
          <p>{t("done")}</p>
          <pre className={styles.receipt}>{receipt}</pre>
        </section>
      )}
      <section aria-labelledby="awaiting">
        <h3 id="awaiting">{t("awaiting")}</h3>
        {awaiting.length === 0 ? <p>{t("awaitingNone")}</p> : null}
        <ul className={styles.lines}>
          {awaiting.map((one) => (
            <li key={one.participantId} className={styles.line}>
              <p>
                {t("askedBy", {
                  ...{ code: one.code, site: one.site, name: one.askedBy ?? nobody, time: time(one.askedAt) },
                })}
              </p>
              {one.isMine ? (
                <p className={styles.note}>{t("own")}</p>
              ) : (
                <Button kind="danger" onClick={() => setChosen(one)}>
                  {t("confirm")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="past">
        <h3 id="past">{t("past")}</h3>
        {past.length === 0 ? <p>{t("pastNone")}</p> : null}
        <ul className={styles.lines}>
          {past.map((one) => (
            <li key={one.erasureId} className={styles.line}>
              {t("pastOne", {
                ...{ time: time(one.erasedAt), asked: one.askedBy ?? nobody, confirmed: one.confirmedBy ?? nobody },
              })}
              <details className={styles.more}>
                <summary>{t("receipt")}</summary>
                <pre className={styles.receipt}>{one.receipt}</pre>
              </details>
            </li>
          ))}
        </ul>
      </section>
      <FormDialog
        open={chosen !== null}
        title={t("confirmTitle", { code: chosen?.code ?? "" })}
        onClose={() => setChosen(null)}
      >
        {chosen === null ? null : (
          <ConfirmForm
            programmeId={props.programmeId}
            participantId={chosen.participantId}
            backupsGoneBy={props.erasures.backupsGoneBy}
            onDone={(text) => {
              setChosen(null);
              setReceipt(text);
            }}
          />
        )}
      </FormDialog>
    </>
  );
}

function ConfirmForm(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly backupsGoneBy: Date | null;
  readonly onDone: (receipt: string) => void;
}): React.JSX.Element {
  const { programmeId, participantId } = props;
  const t = useTranslations("consent.erasures");
  const format = useFormatter();
  const goneBy = props.backupsGoneBy;
  const settled = useSettled();
  const confirm = useMutation(
    useApi().erasure.confirm.mutationOptions({
      onMutate: settled.begin,
      onSuccess: ({ receipt }) => {
        settled.settle();
        props.onDone(receipt);
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    confirm.mutate({ programmeId, participantId, code });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <p>
        {t("confirmText")}{" "}
        {goneBy === null
          ? t("backupsUnknown")
          : t("backupsGoneBy", { day: format.dateTime(goneBy, { dateStyle: "long", timeZone: "UTC" }) })}
      </p>
      <label className={settings.field}>
        <span>{t("type")}</span>
        <input name="code" required maxLength={40} autoComplete="off" autoCapitalize="characters" />
      </label>
      {confirm.error ? <FailureNotice error={confirm.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="danger" disabled={confirm.isPending}>
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}
