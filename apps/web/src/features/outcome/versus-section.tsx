import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { excludesZero } from "./agreement";
import { AssumptionList } from "./assumption-list";
import { BalancePart } from "./balance-part";
import styles from "./outcome.module.css";
import type { Compared, Estimate, OutcomeView } from "./outcome-view";
import { OverlapPart } from "./overlap-part";
import { Section } from "./section";
import { TrialTable } from "./trial-table";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";
import { useVersusRows } from "./use-versus-rows";
import { VersusFacts } from "./versus-facts";
import { WaysTable } from "./ways-table";
import { WeightsPart } from "./weights-part";

/** The outcome against that of another cohort, in every way the data allow; nothing where there is no other cohort. */
export function VersusSection({ view }: { readonly view: OutcomeView }): React.JSX.Element | null {
  const t = useTranslations("outcome.versus");
  const figures = useFigures();
  const { comparison } = view.analysis;
  if (comparison === null || view.comparedWith === null) return null;
  if (comparison.kind !== "comparison") {
    const names = { cohort: view.cohort.name, other: view.comparedWith.name };
    return (
      <Section
        id="versus"
        title={t("title")}
        finding={t("none.too-few", { ...names, reason: figures.why(comparison) })}
      >
        <p className={styles.soft}>{t("none.text")}</p>
      </Section>
    );
  }
  return <Comparing view={view} comparison={comparison} other={view.comparedWith.name} />;
}

function Comparing(props: {
  readonly view: OutcomeView;
  readonly comparison: Compared;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.versus");
  const said = useTranslations("outcome.finding");
  const finding = useVersusFinding();
  const { view, comparison, other } = props;
  return (
    <Section id="versus" title={t("title")} finding={finding(view, comparison, other)}>
      <p className={styles.soft} data-claim={comparison.claim.level}>
        {said(`${excludesZero(leading(comparison, view.wave)) ? "claim" : "unsettled"}.${comparison.claim.wording}`)}
      </p>
      <Ways {...props} />
      <div className={styles.pair}>
        <div className={styles.figure}>
          <VersusFacts {...props} />
        </div>
        <BalancePart {...props} />
      </div>
      {comparison.weighting.kind === "weighted-cohorts" ? (
        <div className={styles.pair}>
          <OverlapPart weighting={comparison.weighting} cohort={view.cohort.name} other={other} />
          <WeightsPart {...props} weighting={comparison.weighting} />
        </div>
      ) : null}
      <div className={styles.figure}>
        <h3>{t("caution.title")}</h3>
        <ul>
          {comparison.cautions.map((caution) => (
            <li key={caution}>{t(`caution.${caution}`)}</li>
          ))}
        </ul>
        <h3>{t("assumptions")}</h3>
        <AssumptionList assumptions={comparison.assumptions} />
        <TrialTable {...props} />
      </div>
    </Section>
  );
}

/** Every way of computing the difference on one axis. */
function Ways(props: { readonly view: OutcomeView; readonly comparison: Compared; readonly other: string }) {
  const t = useTranslations("outcome.versus");
  const table = useTranslations("outcome.table");
  const strip = useTranslations("outcomeLong");
  const figures = useFigures();
  const axis = useAxis(props.view);
  const peopleBehind = usePeopleBehind();
  const finding = useVersusFinding();
  const { rows, agreement } = useVersusRows(props.comparison, props.view.wave);
  const names = { cohort: props.view.cohort.name, other: props.other };
  const estimated = rows.filter(({ estimate }) => estimate.kind === "estimate").length;
  return (
    <div className={styles.figure}>
      <ChartFrame
        finding={t("chart", names)}
        subtitle={t(agreement, { count: estimated })}
        states={finding(props.view, props.comparison, props.other)}
        basis={peopleBehind(rows)}
        chart={<Forest {...axis} rows={rows} />}
        summary={figures.summary(rows)}
      />
      <WaysTable show={table("show")} caption={t("chart", names)} corner={strip("way")} ways={rows} />
    </div>
  );
}

/** The difference in a sentence: by the model the plan chose, else for people who start alike. */
function useVersusFinding(): (view: OutcomeView, comparison: Compared, other: string) => string {
  const t = useTranslations("outcome.versus");
  const figures = useFigures();
  return (view, comparison, other) => {
    const model = comparison.primary ?? "ancova";
    const estimate = leading(comparison, view.wave);
    const names = { cohort: view.cohort.name, other };
    if (estimate.kind !== "estimate") return t("none.too-few", { ...names, reason: figures.why(estimate) });
    const { low, high } = estimate.interval;
    const way = high < 0 ? "lower" : low > 0 ? "higher" : "unclear";
    return t(`finding.${model}.${way}`, {
      ...names,
      amount: figures.mean(Math.abs(estimate.value)),
      value: figures.mean(estimate.value),
      low: figures.mean(low),
      high: figures.mean(high),
    });
  };
}

/** The estimate that the sentence is about: the plan's, else the analysis of covariance. */
function leading({ primary, differences, overWaves }: Compared, wave: number): Estimate {
  if (primary === "difference-in-differences") return differences.differenceInDifferences;
  if (primary !== "repeated-measures" || overWaves?.kind !== "cohorts-over-waves") return differences.ancova;
  return overWaves.differences[wave - 1] ?? differences.ancova;
}
