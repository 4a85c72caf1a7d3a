import { connectionsOf } from "@alongside/domain/framework/connections";
import type { FrameworkElement } from "@alongside/domain/framework/element";
import { type FrameworkSource, SOURCES } from "@alongside/domain/framework/sources";
import { VERSIONS } from "@alongside/domain/framework/versions";
import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import { Cautions } from "./cautions";
import { ElementFacts } from "./element-facts";
import { ElementList } from "./element-link";
import styles from "./element-screen.module.css";
import { EvidenceBadge } from "./evidence-badge";
import { elementHref, type FrameworkPlace } from "./framework-query";
import { LanguageChoice } from "./language-choice";
import { LinkChains } from "./link-chains";
import { NamedLists } from "./named-lists";
import { Relatives } from "./relatives";
import { StudiesTable } from "./studies-table";
import { Trail } from "./trail";

/** One element with everything it is tied to: parts, links, outcomes, studies, other frameworks, versions, cautions. */
export function ElementScreen(props: {
  readonly element: FrameworkElement;
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const t = useTranslations("framework");
  const { element, place } = props;
  const { language } = place;
  const connections = connectionsOf(element);
  const source: FrameworkSource = SOURCES[element.source];
  const { supersededBy, carriedForwardAs } = connections;
  return (
    <article className={styles.page}>
      <PageHeader
        eyebrow={<Trail ancestors={connections.ancestors} place={place} />}
        title={<span lang={language}>{element.label[language]}</span>}
        lead={<OtherLanguage element={element} place={place} />}
        actions={
          <LanguageChoice
            language={language}
            hrefFor={(chosen) => elementHref({ ...place, language: chosen }, element.code)}
          />
        }
      />
      <p className={styles.definition} lang={language}>
        {element.definition[language]}
      </p>
      <p className={styles.badges}>
        <EvidenceBadge kind={element.evidence} language={language} />
        {VERSIONS[element.version].status === "superseded" ? (
          <StatusBadge tone="caution">{t("badge.superseded")}</StatusBadge>
        ) : null}
      </p>
      {source.scopeCaution ? (
        <Notice tone="information" title={t("source.caution")}>
          <p lang={language}>{source.scopeCaution[language]}</p>
        </Notice>
      ) : null}
      <ElementFacts element={element} place={place} />
      {connections.children.length > 0 ? (
        <section>
          <h2>{t("parts.title")}</h2>
          <ElementList elements={connections.children} place={place} withDefinition />
        </section>
      ) : null}
      <NamedLists
        place={place}
        lists={[
          { title: t("parts.alsoHolds"), elements: connections.alsoHolds },
          { title: t("parts.alsoUnder"), elements: connections.alsoUnder },
          { title: t("parts.refersTo"), elements: connections.refersTo },
        ]}
      />
      <LinkChains links={connections.links} element={element} place={place} />
      <NamedLists place={place} lists={[{ title: t("outcomes.title"), elements: connections.outcomes }]} />
      <StudiesTable studies={connections.studies} element={element} place={place} />
      <Relatives relatives={connections.relatives} place={place} />
      <NamedLists
        place={place}
        lists={[
          { title: t("versions.supersededBy"), elements: supersededBy ? [supersededBy] : [] },
          { title: t("versions.carriedForwardAs"), elements: carriedForwardAs ? [carriedForwardAs] : [] },
          { title: t("versions.replaces"), elements: connections.replaces },
        ]}
      />
      {element.carriedForwardAs === null ? <p>{t("versions.lost")}</p> : null}
      {connections.discrepancies.length > 0 ? (
        <section>
          <h2>{t("cautions.title")}</h2>
          <Cautions discrepancies={connections.discrepancies} place={place} />
        </section>
      ) : null}
    </article>
  );
}

/** The name in the language that is not shown, for those who work in both. */
function OtherLanguage(props: { readonly element: FrameworkElement; readonly place: FrameworkPlace }) {
  const other = props.place.language === "en" ? "zh" : "en";
  return <span lang={other}>{props.element.label[other]}</span>;
}
