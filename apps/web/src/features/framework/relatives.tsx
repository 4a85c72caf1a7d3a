import type { Relative } from "@alongside/domain/framework/connections";
import { CROSSWALK_RELATIONS } from "@alongside/domain/framework/crosswalk.data";
import { SOURCES } from "@alongside/domain/framework/sources";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import { ElementLink } from "./element-link";
import type { FrameworkPlace } from "./framework-query";
import styles from "./relatives.module.css";

/** Elements of other frameworks that stand near this one, with how near, and where they come from. */
export function Relatives(props: {
  readonly relatives: readonly Relative[];
  readonly place: FrameworkPlace;
}): React.JSX.Element | null {
  const t = useTranslations("framework.relatives");
  const { language } = props.place;
  if (props.relatives.length === 0) return null;
  return (
    <section>
      <h2>{t("title")}</h2>
      <p className={styles.lead}>{t("lead")}</p>
      <ul className={styles.list}>
        {props.relatives.map(({ element, entry }) => (
          <li key={element.code}>
            <ElementLink element={element} place={props.place} />{" "}
            <StatusBadge>{CROSSWALK_RELATIONS[entry.relation][language]}</StatusBadge>
            <p className={styles.lead} lang={language}>
              {SOURCES[element.source].label[language]}
              {entry.rationale ? ` · ${entry.rationale[language]}` : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
