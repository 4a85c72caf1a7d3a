import { DISCREPANCIES } from "@alongside/domain/framework/discrepancies.data";
import type { ElementGroup, FrameworkElement } from "@alongside/domain/framework/element";
import { type FrameworkSource, SOURCES, type SourceKey } from "@alongside/domain/framework/sources";
import { treeOf } from "@alongside/domain/framework/tree";
import { VERSIONS } from "@alongside/domain/framework/versions";
import { CODEBOOKS } from "@alongside/domain/mechanisms/registry";
import { Notice } from "@alongside/ui/primitives/notice";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import { Cautions } from "./cautions";
import { ElementTree } from "./element-tree";
import type { FrameworkPlace } from "./framework-query";
import { SourceCitation } from "./source-citation";
import styles from "./source-section.module.css";

/** Groups shown open from the start: what the product measures and records against most. */
const OPEN_AT_FIRST: readonly string[] = ["bmjgh.support", "bmjgh.outcome-domain"];

/**
 * One published review: what it is, how far it carries, and its elements nested under their parents.
 *
 * @param groups all groups, in their order
 * @param elements the elements of this source that are to be shown
 * @param allOpen true when the list was narrowed, so that nothing found stays folded away
 */
export function SourceSection(props: {
  readonly source: SourceKey;
  readonly groups: readonly ElementGroup[];
  readonly elements: readonly FrameworkElement[];
  readonly place: FrameworkPlace;
  readonly allOpen: boolean;
}): React.JSX.Element {
  const t = useTranslations("framework");
  const { place } = props;
  const source: FrameworkSource = SOURCES[props.source];
  const trees = treeOf(props.elements);
  const headingId = `source-${props.source}`;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId} lang={place.language}>
        {source.label[place.language]}
      </h2>
      <SourceCitation source={source} />
      {source.scopeCaution ? (
        <Notice tone="information" title={t("source.caution")}>
          <p lang={place.language}>{source.scopeCaution[place.language]}</p>
        </Notice>
      ) : null}
      <AboutSource source={props.source} place={place} />
      {props.groups.map((group) => {
        const nodes = trees.filter(({ element }) => element.group === group.group);
        if (nodes.length === 0) return null;
        return (
          <details
            key={group.group}
            className={styles.group}
            open={props.allOpen || OPEN_AT_FIRST.includes(group.group)}
          >
            <summary>
              <h3 lang={place.language}>{group.label[place.language]}</h3>
              {VERSIONS[group.version].status === "superseded" ? (
                <StatusBadge tone="caution">{t("badge.superseded")}</StatusBadge>
              ) : null}
            </summary>
            <ElementTree nodes={nodes} place={place} />
          </details>
        );
      })}
    </section>
  );
}

function AboutSource(props: { readonly source: SourceKey; readonly place: FrameworkPlace }): React.JSX.Element {
  const t = useTranslations("framework.source");
  const { language } = props.place;
  const source: FrameworkSource = SOURCES[props.source];
  const discrepancies = DISCREPANCIES.filter((discrepancy) => discrepancy.source === props.source);
  return (
    <details className={styles.about}>
      <summary>{t("about")}</summary>
      <dl>
        <dt>{t("setting")}</dt>
        {CODEBOOKS.filter((codebook) => codebook.source === props.source).map((codebook) => (
          <dd key={codebook.slug} lang={language}>
            {codebook.setting[language]}
          </dd>
        ))}
        {source.note ? (
          <>
            <dt>{t("note")}</dt>
            <dd lang={language}>{source.note[language]}</dd>
          </>
        ) : null}
        <dt>{t("cautions", { count: discrepancies.length })}</dt>
        <dd>
          <Cautions discrepancies={discrepancies} place={props.place} />
        </dd>
      </dl>
    </details>
  );
}
