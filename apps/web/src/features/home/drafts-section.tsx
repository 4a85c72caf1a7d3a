"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { answeredCount, type DraftOwner } from "@/features/collect/draft";
import { DraftState } from "@/features/collect/draft-state";
import { useKeptDrafts } from "@/features/collect/use-kept-drafts";
import styles from "./home.module.css";

/** Forms that this person began on this device and did not send. Only the device knows of them, so the server cannot say. */
export function DraftsSection(owner: DraftOwner): React.JSX.Element | null {
  const t = useTranslations("home.drafts");
  const drafts = useKeptDrafts(owner);
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
            <DraftState
              draft={draft}
              unsent={t("unsent")}
              editing={<span className={styles.where}>{t("editing", { answered: answeredCount(draft.answers) })}</span>}
            />
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
