"use client";

import { useTranslations } from "next-intl";
import styles from "@/features/file-import/file-import.module.css";
import type { ImportView } from "./study-import-views";

/** How far a running import is. Leaving the page does not stop it. */
export function RunProgress({ view }: { readonly view: ImportView }): React.JSX.Element {
  const t = useTranslations("studyImport.run");
  const { rowsDone, rowsTotal } = view;
  const counted = view.state === "running" && rowsDone > 0;
  return (
    <section className={styles.section} aria-labelledby="running">
      <h2 id="running">{t("title")}</h2>
      <progress
        className={styles.progress}
        aria-labelledby="running"
        max={Math.max(1, rowsTotal)}
        {...(counted ? { value: Math.min(rowsDone, rowsTotal) } : {})}
      />
      <p role="status">{counted ? t("progress", { done: rowsDone, total: rowsTotal }) : t("reading")}</p>
      <p className={styles.lead}>{t("leave")}</p>
    </section>
  );
}
