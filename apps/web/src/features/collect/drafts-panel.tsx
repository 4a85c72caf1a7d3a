"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { answeredCount, type DraftOwner } from "./draft";
import { DraftState } from "./draft-state";
import styles from "./participant-plan-view.module.css";
import { useKeptDrafts } from "./use-kept-drafts";

/** What this person keeps on this device: forms begun and not finished, and forms that wait to be sent. */
export function DraftsPanel(owner: DraftOwner): React.JSX.Element | null {
  const t = useTranslations("collect.drafts");
  const format = useFormatter();
  const drafts = useKeptDrafts(owner).filter(({ answers, state }) => state !== "editing" || answeredCount(answers) > 0);
  if (drafts.length === 0) return null;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section className={styles.wave} aria-labelledby="drafts">
      <div className={styles.waveHeader}>
        <h2 id="drafts">{t("title")}</h2>
      </div>
      <ul className={styles.places}>
        {drafts.map((draft) => (
          <li key={draft.assessmentId} className={styles.place}>
            <div className={styles.name}>
              <span>
                {draft.shown.code} · {draft.shown.timepoint} · {draft.shown.title}
              </span>
              <DraftState
                draft={draft}
                unsent={t("unsent")}
                editing={<StatusBadge tone="neutral">{t("unfinished")}</StatusBadge>}
              />
            </div>
            <div className={styles.begin}>
              <span className={styles.facts}>
                {t("count", { count: answeredCount(draft.answers) })},{" "}
                {t("kept", {
                  date: format.dateTime(new Date(draft.keptAt), { dateStyle: "medium", timeStyle: "short", timeZone }),
                })}
              </span>
              <Link
                className={buttonClass()}
                href={draft.shown.href}
                aria-label={t("continueFor", draft.shown)}
                prefetch={false}
              >
                {t("continue")}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
