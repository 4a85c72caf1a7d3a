import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./home.module.css";
import type { Home } from "./home-view";

/** How many people are with the programme, per site in the person's reach. */
export function PeopleSection(props: {
  readonly base: string;
  readonly people: NonNullable<Home["people"]>;
}): React.JSX.Element {
  const t = useTranslations("home.people");
  return (
    <section className={styles.section} aria-labelledby="people">
      <div className={styles.heading}>
        <h2 id="people">{t("title")}</h2>
        <p>
          <Link href={`${props.base}/participants`} prefetch={false}>
            {t("see")}
          </Link>
        </p>
      </div>
      {props.people.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.rows}>
        {props.people.map((one) => (
          <li key={one.siteId} className={styles.row}>
            <Link className={styles.site} href={`${props.base}/participants?site=${one.siteId}`} prefetch={false}>
              {one.site}
            </Link>
            <span className={styles.where}>{t("active", { active: one.active, all: one.all })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
