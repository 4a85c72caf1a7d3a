import { useTranslations } from "next-intl";
import { ComputedMarks } from "../computed-marks";
import { EstimandPart } from "../estimand-part";
import styles from "../outcome.module.css";
import type { BinaryView, OutcomePlace } from "../outcome-view";
import { type NamedEstimate, ProgramList, statedEstimates } from "../program-list";
import { Section } from "../section";
import { useFigures } from "../use-figures";
import { useShareWords } from "./use-share-words";

/** Method, question, programs, fingerprints, and the script that computes it again. */
export function BinaryComputed(props: {
  readonly view: BinaryView;
  readonly place: OutcomePlace;
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo");
  const figures = useFigures();
  const programs = usePrograms();
  const { view } = props;
  const words = useShareWords(view);
  const measure = view.description.label[figures.locale];
  return (
    <Section
      id="computed"
      title={t("contents.computed")}
      finding={t("computed.finding", { n: figures.count(view.analysis.sets.completeCases) })}
    >
      <div className={styles.figure}>
        <p>{t("computed.method", { measure })}</p>
        <EstimandPart
          view={view}
          of="answers"
          findings={view.analysis.findings.map((one) => ({ name: words.name(one), estimand: one.estimand }))}
          sets={view.analysis.sets}
        />
        <p className={styles.soft}>{t("computed.left")}</p>
        <ProgramList programs={programs(view)} />
        <ComputedMarks {...props} />
      </div>
    </Section>
  );
}

/** Every estimate of the page, with its name. */
function usePrograms(): (view: BinaryView) => readonly NamedEstimate[] {
  const t = useTranslations("outcomeYesNo");
  return ({ analysis: { figures, comparison } }) => {
    const [known] = figures;
    return statedEstimates([
      { what: t("finding.before"), estimate: known?.before },
      { what: t("finding.difference"), estimate: known?.difference },
      { what: t("finding.odds"), estimate: known?.oddsRatio },
      { what: t("contents.versus"), estimate: comparison?.netDifference[0]?.estimate },
      { what: t("versus.ratio"), estimate: comparison?.ratio.unadjusted },
    ]);
  };
}
