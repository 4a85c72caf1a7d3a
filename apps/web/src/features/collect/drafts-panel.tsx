"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { answeredCount, type Draft, type DraftOwner } from "./draft";
import { listDrafts } from "./draft-store";
import styles from "./participant-plan-view.module.css";

/** What this person keeps on this device: forms begun and not finished, and forms that wait to be sent. */
export function DraftsPanel({ personId, programmeId }: DraftOwner): React.JSX.Element | null {
  const t = useTranslations("collect.drafts");
  const format = useFormatter();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    listDrafts({ personId, programmeId }).then(
      (found) => setDrafts(found.filter(({ answers, state }) => state === "unsent" || answeredCount(answers) > 0)),
      // A browser that keeps nothing has nothing to list.
      () => setDrafts([]),
    );
  }, [personId, programmeId]);
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
              <StatusBadge tone={draft.state === "unsent" ? "caution" : "neutral"}>
                {draft.state === "unsent" ? t("unsent") : t("unfinished")}
              </StatusBadge>
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
