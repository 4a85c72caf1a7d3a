"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useDay } from "@/features/participants/calendar-day";
import { FormDialog } from "@/features/settings/form-dialog";
import styles from "./consent.module.css";
import type { PersonConsents, Withdrawal } from "./consent-views";
import { WithdrawalForm } from "./withdrawal-form";

/** How far a person has stepped back, and where that is recorded or taken back. */
export function WithdrawalPanel(props: {
  readonly programmeId: string;
  readonly consents: PersonConsents;
  readonly mayRecord: boolean;
}): React.JSX.Element {
  const t = useTranslations("consent.withdrawal");
  const { consents } = props;
  const { withdrawal, earlierWithdrawals } = consents;
  const [open, setOpen] = useState(false);
  const standing = withdrawal === null || withdrawal.level === "none" ? null : withdrawal;
  return (
    <section className={styles.section} aria-labelledby="withdrawal">
      <h2 id="withdrawal">{t("title")}</h2>
      <div className={styles.standing}>
        {standing === null ? <p>{t("none")}</p> : <Notice tone="information" title={<Standing one={standing} />} />}
      </div>
      {props.mayRecord ? (
        <div className={styles.buttons}>
          <Button onClick={() => setOpen(true)}>{standing === null ? t("record") : t("change")}</Button>
        </div>
      ) : null}
      {earlierWithdrawals.length === 0 ? null : <Earlier rows={earlierWithdrawals} />}
      <FormDialog open={open} title={t("dialog")} onClose={() => setOpen(false)}>
        <WithdrawalForm programmeId={props.programmeId} consents={consents} onDone={() => setOpen(false)} />
      </FormDialog>
    </section>
  );
}

function Standing({ one }: { readonly one: Withdrawal }): string {
  const t = useTranslations("consent.withdrawal.standing");
  const consent = useTranslations("consent");
  const day = useDay();
  switch (one.level) {
    case "erase":
      return t("erase", { name: one.recordedBy ?? consent("nobody"), day: day(one.fromOn) });
    case "use":
      return t(one.leavesOut ? "leave" : "keep", { day: day(one.fromOn) });
    default:
      return t("contact", { day: day(one.fromOn) });
  }
}

function Earlier({ rows }: { readonly rows: readonly Withdrawal[] }): React.JSX.Element {
  const t = useTranslations("consent");
  const day = useDay();
  const format = useFormatter();
  return (
    <details className={styles.more}>
      <summary>{t("earlier", { count: rows.length })}</summary>
      <ul>
        {rows.map(({ withdrawalId, level, fromOn, recordedAt, recordedBy }) => (
          <li key={withdrawalId}>
            {t("answer", { state: t(`withdrawal.level.${level}`), day: day(fromOn) })}
            <p className={styles.note}>
              {t("by", {
                name: recordedBy ?? t("nobody"),
                time: format.dateTime(recordedAt, { dateStyle: "medium" }),
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
