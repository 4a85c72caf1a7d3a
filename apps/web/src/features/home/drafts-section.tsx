"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { answeredCount, type Draft, type DraftOwner } from "@/features/collect/draft";
import { listDrafts } from "@/features/collect/draft-store";
import styles from "./home.module.css";

/** Forms that this person began on this device and did not send. Only the device knows of them, so the server cannot say. */
export function DraftsSection({ personId, programmeId }: DraftOwner): React.JSX.Element | null {
  const t = useTranslations("home.drafts");
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    let here = true;
    // A browser that keeps nothing (a private window) has no drafts.
    listDrafts({ personId, programmeId }).then(
      (found) => here && setDrafts(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [personId, programmeId]);
  if (drafts.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="drafts">
      <div className={styles.heading}>
        <h2 id="drafts">
          {t("title")} <span className={styles.count}>{drafts.length}</span>
        </h2>
        <p>{t("note")}</p>
      </div>
      <ul className={styles.rows}>
        {drafts.map((draft) => (
          <li key={draft.assessmentId} className={styles.row}>
            <span className={styles.codeText}>{draft.shown.code}</span>
            <span className={styles.what}>
              {draft.shown.timepoint}
              <span className={styles.where}>{draft.shown.title}</span>
            </span>
            {draft.state === "unsent" ? (
              <StatusBadge tone="caution">{t("unsent")}</StatusBadge>
            ) : (
              <span className={styles.where}>{t("editing", { answered: answeredCount(draft.answers) })}</span>
            )}
            <Link
              href={draft.shown.href}
              className={buttonClass({ kind: "primary" })}
              aria-label={t("continueFor", { ...draft.shown })}
              prefetch={false}
            >
              {t("continue")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
