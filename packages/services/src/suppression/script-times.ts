import { openTimes } from "@alongside/analysis/time-to-suppression/open-times";
import type { CohortTimes, TimeToSuppression } from "@alongside/analysis/time-to-suppression/time-to-suppression";
import type { RTimeRow } from "@alongside/interchange/formats/r-results/r-results-input";
import { FigureList } from "../outcome-script/figure-list";
import type { LoadedRequest } from "./load-request";

/**
 * Rows and figures of the curves that are shown. Nobody is seen after the curve ends. A row is a person's days: only for those
 * who may open single results.
 */
export function scriptTimes(
  { programme, loaded, rules, seesSingleResults }: LoadedRequest,
  found: readonly TimeToSuppression[],
) {
  const rows: RTimeRow[] = [];
  const list = new FigureList();
  if (!seesSingleResults) return { rows, figures: list.figures };
  const { threshold } = programme;
  for (const { event, confirmed, own, other } of found) {
    for (const [cohort, shown] of [["A", own] as const, ["B", other] as const]) {
      if (shown === null || shown.curve.kind !== "curve") continue;
      const last = lastDay(shown.curve);
      const { cohortId } = shown;
      const open = openTimes({ data: loaded.data, cohortId, rule: rules[0], event, confirmed, threshold });
      for (const { days, event: happened } of open?.times.times ?? []) {
        const seen = happened && days <= last;
        rows.push({ event, cohort, days: Math.min(days, last + 1), happened: seen ? 1 : 0 });
      }
      shown.curve.steps.forEach(({ days, atRisk, share, interval }, at) => {
        const name = `times.${event}.${cohort}.${at + 1}`;
        list.count(`${name}.days`, days);
        list.count(`${name}.at-risk`, atRisk);
        list.add(`${name}.value`, share);
        list.add(`${name}.low`, interval?.low);
        list.add(`${name}.high`, interval?.high);
      });
    }
  }
  return { rows, figures: list.figures };
}

/** The last day of which anything is shown. */
function lastDay(curve: Extract<CohortTimes["curve"], { kind: "curve" }>): number {
  return Math.max(curve.steps.at(-1)?.days ?? 0, curve.risk.at(-1)?.days ?? 0);
}
