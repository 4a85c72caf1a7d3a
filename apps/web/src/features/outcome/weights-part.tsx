import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import styles from "./outcome.module.css";
import type { Compared, OutcomeView, Weighting } from "./outcome-view";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";
import { useWeightedText } from "./use-weighted-text";
import { WaysTable } from "./ways-table";
import { weightRows } from "./weight-rows";

/** The weighted difference with each of the three usual weights: they stand for different people. */
export function WeightsPart(props: {
  readonly view: OutcomeView;
  readonly comparison: Compared;
  readonly weighting: Weighting;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.versus");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const weightedText = useWeightedText();
  const axis = useAxis(props.view);
  const peopleBehind = usePeopleBehind();
  const { weighting, comparison, other } = props;
  const cohort = props.view.cohort.name;
  const rows = weightRows(weighting).map(({ target, estimate }) => ({
    id: `weights-${target}`,
    label: t(`weights.${target}.label`),
    note: t(`weights.${target}.note`, { cohort, other }),
    estimate,
    text: weightedText(estimate),
  }));
  const { weighted: eValue } = comparison.unmeasured;
  const chosen = t("weights.chosen", { weights: t(`weights.${weighting.target}.label`), target: weighting.target });
  return (
    <div className={styles.figure} data-part="weights">
      {rows.some(({ estimate }) => estimate.kind === "estimate") ? (
        <ChartFrame
          finding={t("weights.title")}
          subtitle={chosen}
          basis={peopleBehind(rows)}
          chart={<Forest {...axis} rows={rows} />}
          summary={figures.summary(rows)}
        />
      ) : (
        <>
          <h3>{t("weights.title")}</h3>
          <ul className={styles.plain}>
            {rows.map(({ id, label, text }) => (
              <li key={id} data-row={id}>
                {figures.summary([{ label, text }])}
              </li>
            ))}
          </ul>
        </>
      )}
      <WaysTable show={table("show")} caption={t("weights.title")} corner={t("weights.weights")} ways={rows} />
      {eValue === null ? null : (
        <p className={styles.soft} data-fact="e-value-weighted">
          {t("weights.eValue", { estimate: figures.effect(eValue.estimate), limit: figures.effect(eValue.limit) })}
        </p>
      )}
    </div>
  );
}
