import type { ConnectedStudy } from "@alongside/domain/framework/connections";
import type { FrameworkElement } from "@alongside/domain/framework/element";
import { CASP_CRITERIA, type FrameworkStudy } from "@alongside/domain/framework/study";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useTranslations } from "next-intl";
import { ElementLink } from "./element-link";
import type { FrameworkPlace } from "./framework-query";
import styles from "./studies-table.module.css";

/** The studies behind an element, as the review's tables describe them, with the answers of its quality appraisal. */
export function StudiesTable(props: {
  readonly studies: readonly ConnectedStudy[];
  readonly element: FrameworkElement;
  readonly place: FrameworkPlace;
}): React.JSX.Element | null {
  const t = useTranslations("framework.studies");
  const { studies, element, place } = props;
  const { language } = place;
  if (studies.length === 0) return null;
  const overBridge = studies.some(({ through }) => through.code !== element.code);
  const joiner = language === "zh" ? "；" : "; ";
  return (
    <section>
      <h2>{t("title")}</h2>
      <ScrollRegion place={styles.scroller} label={t("title")}>
        <table className={styles.table}>
          <caption>{t("caption", { count: studies.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("study")}</th>
              {overBridge ? (
                <th scope="col" className={styles.long}>
                  {t("through")}
                </th>
              ) : null}
              <th scope="col" className={styles.short}>
                {t("country")}
              </th>
              <th scope="col">{t("people")}</th>
              <th scope="col" className={styles.short}>
                {t("participants")}
              </th>
              <th scope="col">{t("method")}</th>
              <th scope="col">{t("findings")}</th>
              <th scope="col" className={styles.long}>
                {t("appraisal")}
              </th>
            </tr>
          </thead>
          <tbody>
            {studies.map(({ study, through }) => (
              <tr key={study.code}>
                <th scope="row">
                  <span lang="en">{study.authors}</span> {study.year} [{study.reference}]
                  {study.note ? <p lang={language}>{study.note[language]}</p> : null}
                </th>
                {overBridge ? (
                  <td>
                    <ElementLink element={through} place={place} />
                  </td>
                ) : null}
                <td lang={language} className={styles.short}>
                  {study.country[language]}
                </td>
                <td lang={language}>{study.population[language]}</td>
                <td className={styles.short}>{study.participants}</td>
                <td lang={language}>
                  {[study.design, study.dataCollection].map((text) => text[language]).join(joiner)}
                </td>
                <td lang={language}>{study.keyFindings.map((text) => text[language]).join(joiner)}</td>
                <td>
                  <Appraisal study={study} place={place} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className={styles.note}>{t("ratingNote")}</p>
    </section>
  );
}

/** How many of the checklist's questions were answered with yes, and which were not. */
function Appraisal(props: { readonly study: FrameworkStudy; readonly place: FrameworkPlace }): React.JSX.Element {
  const t = useTranslations("framework.studies");
  const { answers } = props.study.appraisal;
  const unclear = CASP_CRITERIA.filter((criterion) => answers[criterion.code] === "unclear");
  const total = CASP_CRITERIA.length;
  return (
    <>
      {t("yes", { yes: total - unclear.length, total })}
      {unclear.length > 0 ? (
        <p>{t("unclear", { questions: unclear.map(({ label }) => label[props.place.language]).join(", ") })}</p>
      ) : null}
    </>
  );
}
