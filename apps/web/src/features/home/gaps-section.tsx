import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import styles from "./home.module.css";
import type { Home } from "./home-view";

/** What the administrator still has to set up before people can work. */
export function GapsSection(props: {
  readonly base: string;
  readonly gaps: NonNullable<Home["gaps"]>;
}): React.JSX.Element {
  const t = useTranslations("home.gaps");
  const locale = useLocale();
  return (
    <section className={styles.section} aria-labelledby="gaps">
      <div className={styles.heading}>
        <h2 id="gaps">
          {t("title")} <span className={styles.count}>{props.gaps.length}</span>
        </h2>
        <Link href={`${props.base}/settings`} className={buttonClass()} prefetch={false}>
          {t("open")}
        </Link>
      </div>
      <ul className={styles.rows}>
        {props.gaps.map((one) => {
          const text = "instrument" in one ? t(one.gap, { instrument: one.instrument[locale] }) : t(one.gap);
          return (
            <li key={text} className={styles.row}>
              {text}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
