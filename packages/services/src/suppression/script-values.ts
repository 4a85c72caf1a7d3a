import { logResults } from "@alongside/analysis/viral-load-change/log-pairs";
import type { ViralLoadChange } from "@alongside/analysis/viral-load-change/viral-load-change";
import { peopleAtWaves } from "@alongside/analysis/viral-load-rows/at-waves";
import type { RValueRow } from "@alongside/interchange/formats/r-results/r-results-input";
import { FigureList } from "../outcome-script/figure-list";
import type { LoadedRequest } from "./load-request";

/**
 * Rows and figures of the change on the logarithmic scale, where a mean of pairs is shown. A row is a person's result: only
 * for those who may open these.
 */
export function scriptValues({ loaded, wave, rules, seesSingleResults }: LoadedRequest, found: ViralLoadChange | null) {
  const rows: RValueRow[] = [];
  const list = new FigureList();
  if (found === null || !seesSingleResults) return { rows, figures: list.figures };
  for (const [cohort, shown] of [["A", found.own] as const, ["B", found.other] as const]) {
    if (shown === null || shown.marginal.kind !== "estimate") continue;
    const { pairs } = logResults(peopleAtWaves(loaded.data, shown.cohortId), wave, rules[0]);
    pairs.forEach(({ before, after }, person) => {
      for (const [time, { value }] of [[0, before] as const, [1, after] as const]) {
        if (value.kind === "between") continue;
        const low = value.kind === "exact" ? value.value : value.kind === "above" ? value.limit : null;
        const high = value.kind === "exact" ? value.value : value.kind === "below" ? value.limit : null;
        rows.push({ person: person + 1, cohort, after: time, low, high });
      }
    });
    addChange(list, `level.${cohort}`, shown.marginal);
    if (isMixed(shown.change)) addChange(list, `level.${cohort}.mixed`, shown.change);
  }
  const difference = found.compared?.changeDifference;
  if (difference && isMixed(difference)) addChange(list, "level.difference", difference);
  return { rows, figures: list.figures };
}

type Shown = ViralLoadChange["own"]["change"];
type Mean = Extract<Shown, { kind: "estimate" }>;

function isMixed(shown: Shown): shown is Mean {
  return shown.kind === "estimate" && shown.method === "random-intercept-tobit";
}

function addChange(list: FigureList, name: string, { value, interval }: Mean): void {
  list.add(`${name}.value`, value, "likelihood");
  list.add(`${name}.low`, interval.low, "likelihood");
  list.add(`${name}.high`, interval.high, "likelihood");
}

/** Which means by random-intercept Tobit regression are in the script, and why one is not. */
export function mixedInScript({ seesSingleResults }: LoadedRequest, found: ViralLoadChange | null): string {
  if (!seesSingleResults) return "left out: its rows are single results";
  if (found === null) return "left out: had not been computed; open the page and download again";
  const cohorts = [["A", found.own.change] as const, ["B", found.other?.change] as const];
  const said = cohorts.flatMap(([cohort, change]) => (change === undefined ? [] : [`${cohort} ${standing(change)}`]));
  const difference = found.compared?.changeDifference;
  return [...said, ...(difference === undefined ? [] : [`difference ${standing(difference)}`])].join("; ");
}

function standing(change: Shown): string {
  switch (change.kind) {
    case "estimate":
      if (change.method === "tobit-without-pairing") return "left out: who was whom is hidden to protect people";
      return isMixed(change) ? "included" : "left out: people differ no more than their own results do";
    case "withheld":
      return `left out: withheld by the page (${change.rule})`;
    case "suppressed":
      return "left out: hidden to protect people";
    case "insufficient-data":
      return `left out: ${change.reason}`;
  }
}
