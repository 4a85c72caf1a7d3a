import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import type { Estimate } from "@alongside/statistics/estimate";
import { HIGH, LOW, type MadePerson, madeData, times } from "../viral-load-rows/made-data.fixture";
import fixtures from "../viral-load-rows/viral-load.fixtures.json";
import type { DenominatorFigures } from "./denominator-figures";
import type { Denominator } from "./status-table";
import { type RuledSuppression, type SuppressionRequest, suppression } from "./suppression";

/** A published rule. */
export function rule(id: string): ThresholdRule {
  const found = findThresholdRule(id);
  if (found === undefined) throw new Error(`No rule ${id}`);
  return found;
}

/** What is shown of the first rule. */
export function analysed(people: readonly MadePerson[], given: Partial<SuppressionRequest> = {}): RuledSuppression {
  const [first] = suppression({
    data: madeData(people),
    cohortId: "own",
    comparedWith: null,
    wave: 1,
    rules: [rule("who-2023")],
    design: "cohorts",
    threshold: 1,
    ...given,
  }).rules;
  if (first === undefined) throw new Error("No rule");
  return first;
}

/** The figures of one denominator. */
export function figures(found: RuledSuppression, denominator: Denominator): DenominatorFigures {
  const one = found.own.figures.find((shown) => shown.denominator === denominator);
  if (one === undefined) throw new Error(denominator);
  return one;
}

/** The estimate, or an error that says what there is instead. */
export function must(estimate: Estimate | undefined) {
  if (estimate?.kind !== "estimate") throw new Error(JSON.stringify(estimate));
  return estimate;
}

/** Kept 30, lost 5, gained 15, never 10. */
export const SHIFTED: readonly MadePerson[] = [
  ...times(30, { given: [LOW, LOW] }),
  ...times(5, { given: [LOW, HIGH] }),
  ...times(15, { given: [HIGH, LOW] }),
  ...times(10, { given: [HIGH, HIGH] }),
];

/** Arms of the respiratory data: yes is suppressed. The other arm is the cohort "other", unless said otherwise. */
export function respiratory(
  sites: "center" | "site5" | "site12",
  arm: 0 | 1,
  cohortId = arm === 1 ? "own" : "other",
): MadePerson[] {
  const { own, before, after } = fixtures.respiratory;
  const column = fixtures.respiratory[sites];
  const chosen = own.flatMap((value, row) => (value === arm ? [row] : []));
  return chosen.map((row) => ({
    cohortId,
    siteId: `site-${column[row]}`,
    given: [before[row] === 1 ? LOW : HIGH, after[row] === 1 ? LOW : HIGH],
  }));
}
