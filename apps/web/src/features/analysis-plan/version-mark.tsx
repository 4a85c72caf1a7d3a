import { useFormatter, useTranslations } from "next-intl";
import styles from "./plan.module.css";
import type { SavedVersion } from "./plan-views";

/** Enough of a hash to tell versions apart by eye. */
const SHORT = 12;

/** Who saved a version and when, and its hash: short at once, whole when asked for. */
export function VersionMark({ saved }: { readonly saved: SavedVersion }): React.JSX.Element {
  const t = useTranslations("analysisPlan");
  const format = useFormatter();
  const at = format.dateTime(saved.savedAt, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return (
    <>
      <p className={styles.quiet}>
        {t("savedLine", { version: saved.version, name: saved.savedBy ?? t("nobody"), at })}
      </p>
      <details className={styles.more}>
        <summary>{t("hash.short", { hash: saved.hash.slice(0, SHORT) })}</summary>
        <code className={styles.hash} translate="no">
          {saved.hash}
        </code>
        <p className={styles.quiet}>{t("hash.text")}</p>
      </details>
    </>
  );
}
