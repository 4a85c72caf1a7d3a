import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./home.module.css";

/** How many accesses from other sites wait to be looked at by whoever leads the site. */
export function OpeningsSection(props: { readonly base: string; readonly count: number }): React.JSX.Element {
  const t = useTranslations("openings.home");
  return (
    <section className={styles.section} aria-labelledby="openings">
      <div className={styles.heading}>
        <h2 id="openings">
          {t("title")} <span className={styles.count}>{props.count}</span>
        </h2>
        <Link href={`${props.base}/openings`} className={buttonClass()} prefetch={false}>
          {t("open")}
        </Link>
      </div>
      <p className={styles.quiet}>{t("note", { count: props.count })}</p>
    </section>
  );
}
