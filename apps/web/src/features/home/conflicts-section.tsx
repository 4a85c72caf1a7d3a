import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { conflictsHref } from "@/features/collect/address";
import styles from "./home.module.css";
import type { Home } from "./home-view";

/** Forms of which two versions arrived and nobody has said yet which is right. */
export function ConflictsSection(props: {
  readonly base: string;
  readonly conflicts: NonNullable<Home["conflicts"]>;
}): React.JSX.Element {
  const t = useTranslations("home.conflicts");
  return (
    <section className={styles.section} aria-labelledby="conflicts">
      <div className={styles.heading}>
        <h2 id="conflicts">{t("title")}</h2>
        <p>{t("note")}</p>
      </div>
      <ul className={styles.rows}>
        {props.conflicts.map(({ participantId, code, count }) => (
          <li key={participantId} className={styles.row}>
            <Link href={`${props.base}/participants/${participantId}`} className={styles.code} prefetch={false}>
              {code}
            </Link>
            <span className={styles.what}>{t("row", { count })}</span>
            <Link
              href={conflictsHref(props.base, participantId)}
              className={buttonClass()}
              aria-label={t("openFor", { code })}
              prefetch={false}
            >
              {t("open")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
