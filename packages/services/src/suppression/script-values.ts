import { logResults } from "@alongside/analysis/viral-load-change/log-pairs";
import type { ViralLoadChange } from "@alongside/analysis/viral-load-change/viral-load-change";
import { peopleAtWaves } from "@alongside/analysis/viral-load-rows/at-waves";
import type { RValueRow } from "@alongside/interchange/formats/r-results/r-results-input";
import { FigureList } from "../outcome-script/figure-list";
import type { LoadedRequest } from "./load-request";

/** Rows and figures of the change on the logarithmic scale, where a mean is shown. */
export function scriptValues({ loaded, wave }: LoadedRequest, found: ViralLoadChange | null) {
  const rows: RValueRow[] = [];
  const list = new FigureList();
  if (found === null) return { rows, figures: list.figures };
  for (const [cohort, shown] of [["A", found.own] as const, ["B", found.other] as const]) {
    if (shown === null || shown.marginal.kind !== "estimate") continue;
    const { pairs } = logResults(peopleAtWaves(loaded.data, shown.cohortId), wave);
    pairs.forEach(({ before, after }, person) => {
      for (const [time, { value }] of [[0, before] as const, [1, after] as const]) {
        if (value.kind === "between") continue;
        const low = value.kind === "exact" ? value.value : value.kind === "above" ? value.limit : null;
        const high = value.kind === "exact" ? value.value : value.kind === "below" ? value.limit : null;
        rows.push({ person: person + 1, cohort, after: time, low, high });
      }
    });
    const { value, interval } = shown.marginal;
    list.add(`level.${cohort}.value`, value, "likelihood");
    list.add(`level.${cohort}.low`, interval.low, "likelihood");
    list.add(`level.${cohort}.high`, interval.high, "likelihood");
  }
  return { rows, figures: list.figures };
}
