import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import { type CensoringGate, censoringGate } from "@alongside/statistics/censored/censoring-gate";
import type { Estimate, Suppressed } from "@alongside/statistics/estimate";
import { hideInLine } from "../disclosure-control/hide-in-line";
import {
  boundsOf,
  effectiveThreshold,
  type ShownCount,
  SUPPRESSED,
  suppressCount,
} from "../disclosure-control/shown-count";
import { type ChangeMeaning, changeMeaning } from "./change-meaning";
import { type LogPair, type LogResults, specimenSwitched } from "./log-pairs";
import { type LogWave, logWave } from "./log-wave";
import { type MeanChange, marginalChange, meanChange } from "./mean-change";
import { type SubstitutionComparison, substitutionComparison } from "./substitution";
import { FEWEST_SHOWN, MOST_UNKNOWN, type Withheld, withheldRule } from "./withheld";

/** What there is to say of the change of one cohort on the log10 scale. */
export interface CohortViralLoad {
  readonly cohortId: string;
  readonly people: {
    /** With a result, of a known limit, before and after. */
    readonly pairs: ShownCount;
    /** With one of the two results only. */
    readonly oneResult: ShownCount;
    readonly limitUnknown: ShownCount;
    /** Of the pairs: specimens of different kinds before and after. */
    readonly switched: ShownCount;
  };
  readonly gate: CensoringGate["kind"];
  readonly before: LogWave | Suppressed;
  readonly after: LogWave | Suppressed;
  /** Mean change of the pairs, after less before. */
  readonly change: Estimate | Withheld;
  readonly meaning: ChangeMeaning | null;
  /** The same without a model of how the results of a person hang together. */
  readonly marginal: Estimate | Withheld;
  /** With everybody who has a result, before or after, under missing at random; null where that adds nobody. */
  readonly everybody: Estimate | Withheld | null;
  /** Without the pairs whose specimens differ; null where none do. */
  readonly sameSpecimen: Estimate | Withheld | null;
  /** Only for comparison. */
  readonly substitution: SubstitutionComparison | Suppressed | null;
  readonly twoHumps: boolean;
}

/** Every figure of one cohort's change in log10 viral load that may be shown. */
export function cohortViralLoad(cohortId: string, results: LogResults, threshold: number): CohortViralLoad {
  const { pairs, single } = results;
  const k = effectiveThreshold(threshold);
  const gate = gateOf([results]);
  const people = shownPeople(results, k);
  const hidden = hides(results, threshold);
  const rule = withheldBy([results]);
  const figure = (compute: () => Estimate): Estimate | Withheld => (hidden ? SUPPRESSED : (rule ?? compute()));
  const few = (count: number) => count > 0 && count < k;
  const same = pairs.filter((pair) => !specimenSwitched(pair));
  const main: MeanChange | null = hidden || rule !== null ? null : meanChange(pairs);
  const fit = main?.model ?? null;
  const change = figure(() => main?.change ?? SUPPRESSED);
  const waves = (["before", "after"] as const).map((which) =>
    hidden
      ? SUPPRESSED
      : logWave(
          pairs.map((pair) => pair[which].value),
          gate.kind,
          fit === null ? null : { mean: fit[which], sd: fit.sd },
          k,
        ),
  );
  const [before = SUPPRESSED, after = SUPPRESSED] = waves;
  const humps = waves.some((wave) => !("kind" in wave) && wave.hump?.two === true);
  const switched = pairs.length - same.length;
  return {
    cohortId,
    people,
    gate: hidden ? "no-values" : gate.kind,
    before,
    after,
    change,
    meaning: change.kind === "withheld" ? null : changeMeaning(change),
    marginal: figure(() => marginalChange(pairs)),
    everybody:
      single.length === 0
        ? null
        : figure(() => (few(single.length) ? SUPPRESSED : meanChange([...pairs, ...single]).change)),
    sameSpecimen:
      switched === 0 ? null : figure(() => (few(switched) || few(same.length) ? SUPPRESSED : meanChange(same).change)),
    substitution: hidden ? SUPPRESSED : substitutionComparison(pairs),
    twoHumps: humps,
  };
}

/** Whether the cohort has people, but too few to show anything of. */
export function hides({ pairs }: LogResults, threshold: number): boolean {
  const k = effectiveThreshold(threshold);
  return k > 1 && pairs.length > 0 && pairs.length < Math.max(k, FEWEST_SHOWN);
}

/** What the shares beyond limits at both waves of all these cohorts allow. */
export function gateOf(cohorts: readonly LogResults[]): CensoringGate {
  const beyond = (values: readonly CensoredValue[]) => values.filter(({ kind }) => kind !== "exact").length;
  return censoringGate(
    cohorts.flatMap(({ pairs, limitUnknown }) =>
      (["before", "after"] as const).map((which) => ({
        n: pairs.length + limitUnknown,
        censored: beyond(pairs.map((pair) => pair[which].value)) + limitUnknown,
      })),
    ),
  );
}

/** The rule that keeps a mean from being shown; null where none does. */
export function withheldBy(cohorts: readonly LogResults[]): Withheld | null {
  const unknown = cohorts.some(
    ({ pairs, limitUnknown }) => limitUnknown > MOST_UNKNOWN * (pairs.length + limitUnknown),
  );
  return withheldRule(gateOf(cohorts).kind, unknown);
}

function shownPeople({ pairs, single, limitUnknown }: LogResults, k: number): CohortViralLoad["people"] {
  const switched = pairs.filter((pair: LogPair) => specimenSwitched(pair)).length;
  const shown = suppressCount(pairs.length, k);
  const [shownSwitched] = shown.kind === "exact" ? hideInLine([switched, pairs.length - switched], k) : [];
  return {
    pairs: shown,
    oneResult: suppressCount(single.length, k),
    limitUnknown: suppressCount(limitUnknown, k),
    switched: shownSwitched ?? { kind: "range", low: 0, high: boundsOf(shown).high },
  };
}
