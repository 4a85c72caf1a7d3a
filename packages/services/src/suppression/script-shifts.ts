import type { CohortSuppression } from "@alongside/analysis/suppression/cohort-suppression";
import { statusPairs, type TestedStatus } from "@alongside/analysis/suppression/status-table";
import type { Suppression } from "@alongside/analysis/suppression/suppression";
import { peopleAtWaves } from "@alongside/analysis/viral-load-rows/at-waves";
import type { RShiftRow, RStatus } from "@alongside/interchange/formats/r-results/r-results-input";
import { FigureList } from "../outcome-script/figure-list";
import type { LoadedRequest } from "./load-request";

const STATUS = { suppressed: "s", unsuppressed: "u", undetermined: "x", missing: "m" } as const satisfies Record<
  TestedStatus,
  RStatus
>;

/** Rows and figures of suppression before and after: everybody where all four tables are shown, else who was tested twice. */
export function scriptShifts(request: LoadedRequest, found: Suppression) {
  const rows: RShiftRow[] = [];
  const list = new FigureList();
  found.rules.forEach(({ own, other }, at) => {
    const rule = request.rules[at];
    if (rule === undefined) return;
    for (const [cohort, shown] of [["A", own] as const, ["B", other] as const]) {
      if (shown === null) continue;
      const reach = reachOf(shown);
      if (reach === "nothing") continue;
      const { pairs } = statusPairs(peopleAtWaves(request.loaded.data, shown.cohortId), request.wave, rule);
      for (const { before, after } of pairs) {
        const told = [before, after].every((status) => status === "suppressed" || status === "unsuppressed");
        if (reach === "all" || told) rows.push({ rule: at + 1, cohort, before: STATUS[before], after: STATUS[after] });
      }
      for (const figure of shown.figures) {
        if (reach === "tested" && figure.denominator !== "tested-only") continue;
        figuresOf(list, `shift.${at + 1}.${cohort}.${figure.denominator}`, figure);
      }
    }
  });
  return { rows, figures: list.figures };
}

function reachOf({ figures, sharpBounds }: CohortSuppression): "all" | "tested" | "nothing" {
  const cells = figures.map(({ shift }) => shift.kind === "shift");
  if (sharpBounds && cells.every(Boolean)) return "all";
  return cells[0] === true ? "tested" : "nothing";
}

function figuresOf(list: FigureList, name: string, figure: CohortSuppression["figures"][number]): void {
  const { shift, before, after, difference, mcnemar, oddsRatio } = figure;
  if (shift.kind !== "shift" || !figure.n) return;
  for (const way of ["kept", "lost", "gained", "never"] as const) list.count(`${name}.${way}`, shift[way]);
  for (const [what, estimate] of [
    ["before", before],
    ["after", after],
    ["difference", difference],
    ["odds", oddsRatio],
  ] as const) {
    if (estimate.kind !== "estimate") continue;
    list.add(`${name}.${what}.value`, estimate.value);
    list.add(`${name}.${what}.low`, estimate.interval.low, what === "odds" ? "search" : "closed");
    list.add(`${name}.${what}.high`, estimate.interval.high, what === "odds" ? "search" : "closed");
  }
  if (mcnemar.kind === "mcnemar-tests") list.add(`${name}.mid-p`, mcnemar.midPValue, "p-value");
}
