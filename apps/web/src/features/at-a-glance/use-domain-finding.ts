import { useFormatter, useTranslations } from "next-intl";
import type { Table } from "../change/change-view";
import { type GlanceOutcome, readingsOf } from "./glance-rows";

/** As many cohorts as a sentence can name. */
const NAMED = 4;

/** In how many outcomes of a domain each cohort went which way, as a sentence. */
export function useDomainFinding(): (table: Table, outcomes: readonly GlanceOutcome[]) => string {
  const t = useTranslations("glance.finding");
  const format = useFormatter();
  return (table, outcomes) => {
    const readings = readingsOf(table, outcomes);
    const parts = readings
      .slice(0, NAMED)
      .map(({ name, outcomes: all, better, worse }) => t("cohort", { name, all, better, worse }));
    const rest = readings.length - NAMED;
    return format.list(rest > 0 ? [...parts, t("others", { count: rest })] : parts, { type: "unit" });
  };
}
