import type { BilingualText } from "@alongside/domain/framework/bilingual-text";
import type { FrameworkElement } from "@alongside/domain/framework/element";
import { ELEMENT_KINDS } from "@alongside/domain/framework/element-kinds";
import { EVIDENCE_KINDS } from "@alongside/domain/framework/evidence-kinds";
import { type FrameworkSource, SOURCES } from "@alongside/domain/framework/sources";
import { VERSIONS } from "@alongside/domain/framework/versions";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./element-facts.module.css";
import type { FrameworkPlace } from "./framework-query";
import { SourceCitation } from "./source-citation";

/** What the source says about an element, as name and value; only what it does say. */
export function ElementFacts(props: {
  readonly element: FrameworkElement;
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const t = useTranslations("framework.facts");
  const { element, place } = props;
  const { language } = place;
  const source: FrameworkSource = SOURCES[element.source];
  const version = VERSIONS[element.version];
  const told = (text: BilingualText | undefined) => (text ? <span lang={language}>{text[language]}</span> : null);
  const joined = (texts: readonly BilingualText[] | undefined) =>
    texts ? (
      <span lang={language}>{texts.map((text) => text[language]).join(language === "zh" ? "、" : ", ")}</span>
    ) : null;
  return (
    <section>
      <h2 className="visually-hidden">{t("title")}</h2>
      <dl className={styles.facts}>
        <Fact name={t("kind")}>{told(ELEMENT_KINDS[element.kind])}</Fact>
        <Fact name={t("evidence")}>
          {told(EVIDENCE_KINDS[element.evidence].meaning)}
          {element.evidenceNote ? <p>{told(element.evidenceNote)}</p> : null}
        </Fact>
        <Fact name={t("reportedBy")}>
          {element.reportedBy
            ? [
                t("trials", { reported: t(element.reportedBy.trials) }),
                t("interviews", { reported: t(element.reportedBy.interviews) }),
              ].join(" · ")
            : null}
        </Fact>
        <Fact name={t("better")}>{element.improvement ? t(element.improvement) : null}</Fact>
        <Fact name={t("scale")}>{element.suggestedScale ? t(element.suggestedScale) : null}</Fact>
        <Fact name={t("aliases")}>
          {joined(element.aliases)}
          {element.aliasNote ? <p>{told(element.aliasNote)}</p> : null}
        </Fact>
        <Fact name={t("facets")}>{joined(element.facets)}</Fact>
        <Fact name={t("examples")}>{joined(element.examples)}</Fact>
        <Fact name={t("letter")}>{element.letter}</Fact>
        <Fact name={t("papers")}>{element.papersCoded}</Fact>
        <Fact name={t("studies")}>{element.studyCount}</Fact>
        <Fact name={t("note")}>{told(element.note)}</Fact>
        <Fact name={t("gap")}>{told(element.gapNote)}</Fact>
        <Fact name={t("change")}>{told(element.changeNote)}</Fact>
        <Fact name={t("assignment")}>
          {element.domainAssignment || element.placement ? t("analyst") : null}
          {element.domainAssignment ? <p>{told(element.domainAssignment.note)}</p> : null}
        </Fact>
        <Fact name={t("source")}>
          <SourceCitation source={source} />
        </Fact>
        <Fact name={t("version")}>
          {told(version.label)} ({t(version.status)})
        </Fact>
        <Fact name={t("citations")}>
          {element.citations.length > 0 ? <span>{element.citations.join(", ")}</span> : t("noCitations")}
          {element.citations.length > 0 && !source.hasReferenceList ? <p>{t("citationsUnresolved")}</p> : null}
          {element.citationNote ? <p>{told(element.citationNote)}</p> : null}
        </Fact>
        <Fact name={t("chineseFrom")}>{t(element.chineseLabelFrom)}</Fact>
        <Fact name={t("idiomatic")}>
          {element.idiomaticChinese ? <span lang="zh">{element.idiomaticChinese}</span> : null}
        </Fact>
        <Fact name={t("code")}>
          <code>{element.code}</code>
        </Fact>
      </dl>
    </section>
  );
}

/** One fact; nothing at all when the source is silent. */
function Fact(props: { readonly name: string; readonly children?: ReactNode }): React.JSX.Element | null {
  const parts = Array.isArray(props.children) ? props.children : [props.children];
  if (parts.every((part) => part === null || part === undefined)) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
