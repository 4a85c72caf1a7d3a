import { useTranslations } from "next-intl";
import { excludesZero } from "./agreement";
import { FindingChart } from "./finding-chart";
import { FindingFacts } from "./finding-facts";
import { FindingStanding } from "./finding-standing";
import styles from "./outcome.module.css";
import type { OutcomePlace, OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useFindingWords } from "./use-finding-words";

/**
 * What was found, by how much, how sure, and what may be said about it. Where the view is the planned one, its model leads and
 * the mean change of the cohort follows as description; without a plan everybody with a baseline stands beside those with
 * both scores.
 */
export function FindingSection(props: { readonly view: OutcomeView; readonly place: OutcomePlace }): React.JSX.Element {
  const t = useTranslations("outcome.finding");
  const { view } = props;
  const words = useFindingWords(view);
  const { findings } = view.analysis;
  const [{ id, about, planned, claim, estimate }] = findings;
  const leading = findings.filter((one) => one.about === about);
  const describing = findings.filter((one) => one.about !== about);
  const sentences = (planned ? leading.slice(0, 1) : leading).map(words.sentence);
  return (
    <Section id="finding" title={t("title")} finding={words.together(sentences)}>
      <FindingStanding {...props} />
      {describing.length === 0 ? (
        <div className={styles.pair}>
          <FindingChart view={view} findings={leading} />
          <div className={styles.figure}>
            <FindingFacts view={view} people={words.paired} withFamily={!planned || id === "complete-pairs"} />
          </div>
        </div>
      ) : (
        <FindingChart view={view} findings={leading} />
      )}
      <p className={styles.soft} data-claim={claim.level}>
        {t(`${excludesZero(estimate) ? "claim" : "unsettled"}.${claim.wording}`)}
      </p>
      {describing.length === 0 ? null : (
        <div className={styles.section} data-part="description">
          <h3>{t("description.title", { cohort: view.cohort.name })}</h3>
          <p className={styles.soft}>{t("description.text")}</p>
          <div className={styles.pair}>
            <FindingChart view={view} findings={describing} />
            <div className={styles.figure}>
              <FindingFacts view={view} people={words.paired} withFamily={false} />
            </div>
          </div>
        </div>
      )}
    </Section>
  );
}
