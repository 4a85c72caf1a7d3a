import { buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./home.module.css";
import type { Home } from "./home-view";

const PAGES = { erasures: "settings/erasures", releases: "releases", reports: "report/published" } as const;
const KINDS = ["erasures", "releases", "reports"] as const;

/** What colleagues asked for that needs a second person: to erase somebody, to let rows leave the programme, or to publish a report. */
export function DecisionsSection(props: {
  readonly base: string;
  readonly waiting: NonNullable<Home["decisions"]>;
}): React.JSX.Element {
  const t = useTranslations("home.decisions");
  return (
    <>
      {KINDS.filter((kind) => props.waiting[kind] > 0).map((kind) => (
        <section key={kind} className={styles.section} aria-labelledby={`waiting-${kind}`}>
          <div className={styles.heading}>
            <h2 id={`waiting-${kind}`}>
              {t(`${kind}.title`)} <span className={styles.count}>{props.waiting[kind]}</span>
            </h2>
            <Link href={`${props.base}/${PAGES[kind]}`} className={buttonClass()} prefetch={false}>
              {t("open")}
            </Link>
          </div>
          <p className={styles.quiet}>{t(`${kind}.note`)}</p>
        </section>
      ))}
    </>
  );
}
