import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SECTIONS, type SectionId, sectionHref } from "./sections";
import styles from "./settings.module.css";
import frame from "./settings-frame.module.css";

/** Title and sub-navigation around one part of the settings. */
export function SettingsFrame(props: {
  readonly base: string;
  readonly section: SectionId;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}): React.JSX.Element {
  const t = useTranslations("settings");
  const names = (
    <ul>
      {SECTIONS.map(({ id }) => (
        <li key={id}>
          <Link
            href={sectionHref(props.base, id)}
            aria-current={id === props.section ? "page" : undefined}
            prefetch={false}
          >
            {t(`section.${id}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <nav className={frame.sections} aria-label={t("sections")}>
        {names}
        <details className={frame.folded} key={props.section}>
          <summary>{t(`section.${props.section}`)}</summary>
          {names}
        </details>
      </nav>
      <section className={styles.section} aria-labelledby="section-title">
        <div>
          <h2 id="section-title">{t(`section.${props.section}`)}</h2>
          {props.lead ? <p className={styles.lead}>{props.lead}</p> : null}
        </div>
        {props.children}
      </section>
    </>
  );
}
