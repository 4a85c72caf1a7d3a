import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import styles from "./change-table.module.css";
import type { MeasureChange, ShownCohort, Table } from "./change-view";
import { useMeanText } from "./shown-values";

/** The numbers that the chart draws: every cohort's mean at every wave. */
export function WaveTable(props: {
  readonly table: Table;
  readonly measure: MeasureChange;
  readonly cohorts: readonly ShownCohort[];
}): React.JSX.Element {
  const t = useTranslations("change.waves");
  const locale = useLocale();
  const { table, measure, cohorts } = props;
  const caption = t("caption", { measure: measure.description.label[locale] });
  const round = useMeanText(measure.description.yesOrNo === true);
  return (
    <ScrollRegion label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("cohort")}</th>
            {table.timepoints.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ cohort, name }) => (
            <tr key={cohort.cohortId}>
              <th scope="row">{name}</th>
              {table.timepoints.map(({ id }) => {
                const wave = cohort.waves.find(({ timepointId }) => timepointId === id);
                if (wave?.mean.kind !== "estimate") return <td key={id}>{t("none")}</td>;
                const { value, interval, n } = wave.mean;
                return (
                  <td key={id}>
                    {t("value", { mean: round(value), low: round(interval.low), high: round(interval.high), n })}
                    {wave.basis === "paired" ? `, ${t("pairedOnly")}` : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
