"use client";

import { formatRounded } from "@alongside/domain/display/rounding";
import { OutcomeLines } from "@alongside/ui/charts/outcome-lines/outcome-lines";
import { outcomeSummary } from "@alongside/ui/charts/outcome-lines/outcome-summary.model";
import { useLocale, useTranslations } from "next-intl";
import type { MeasureChange, ShownCohort, Table } from "./change-view";

function seriesOf(cohorts: readonly ShownCohort[]) {
  return cohorts.map(({ cohort, name, position }) => ({ id: cohort.cohortId, name, position, waves: cohort.waves }));
}

/** The small chart of one measure, with its words. */
export function OutcomeChart(props: {
  readonly table: Table;
  readonly measure: MeasureChange;
  readonly cohorts: readonly ShownCohort[];
  /** One of many, without words around it. */
  readonly bare?: boolean;
}): React.JSX.Element {
  const t = useTranslations("change.direction");
  const locale = useLocale();
  const { table, measure, cohorts, bare = false } = props;
  const { improvement, importantDifference, range } = measure.description;
  return (
    <OutcomeLines
      timepoints={table.timepoints}
      series={seriesOf(cohorts)}
      range={range}
      improvement={improvement}
      importantDifference={importantDifference?.value ?? null}
      locale={locale}
      bare={bare}
      better={bare ? undefined : t(improvement)}
      importantLabel={
        importantDifference && !bare
          ? t("important", {
              points: formatRounded(importantDifference.value, "score", locale),
              basis: importantDifference.basis[locale],
            })
          : undefined
      }
    />
  );
}

/** The chart in words. */
export function useChartSummary(): (table: Table, cohorts: readonly ShownCohort[]) => string {
  const t = useTranslations("change.waves");
  const locale = useLocale();
  return (table, cohorts) =>
    outcomeSummary(
      { timepoints: table.timepoints, series: seriesOf(cohorts), locale },
      {
        cohort: (values) => t("summaryCohort", values),
        wave: (values) => t("summaryWave", values),
        withoutMean: (values) => t("summaryNone", values),
        separator: t("separator"),
      },
    );
}
