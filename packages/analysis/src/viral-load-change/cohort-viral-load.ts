import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import { type CensoringGate, censoringGate } from "@alongside/statistics/censored/censoring-gate";
import type { Estimate, Suppressed } from "@alongside/statistics/estimate";
import { hideInLine } from "../disclosure-control/hide-in-line";
import { effectiveThreshold, type ShownCount, SUPPRESSED, suppressCount } from "../disclosure-control/shown-count";
import { leastReach, partReach, type Reach } from "../share-change/usable-shift";
import { awaitingCount } from "../suppression/awaiting-figures";
import type { WaveGate } from "../suppression/wave-gate";
import { type ChangeMeaning, changeMeaning } from "./change-meaning";
import { inOrder, type LogPair, type LogResults, specimenSwitched, tableOf } from "./log-pairs";
import { type LogWave, logWave } from "./log-wave";
import { changeWithoutPairing, type MeanChange, marginalChange, meanChange } from "./mean-change";
import { type SubstitutionComparison, substitutionComparison } from "./substitution";
import { FEWEST_SHOWN, MOST_UNKNOWN, type Withheld, withheldRule } from "./withheld";

/** What there is to say of the change of one cohort on the log10 scale. */
export interface CohortViralLoad {
  readonly cohortId: string;
  /** Numbers of people; null where the number would fill in what the table of suppression hides. */
  readonly people: {
    /** With a result, of a known limit, before and after. */
    readonly pairs: ShownCount | null;
    /** With one of the two results only. */
    readonly oneResult: ShownCount | null;
    readonly limitUnknown: ShownCount | null;
    /** Of the pairs: specimens of different kinds before and after. */
    readonly switched: ShownCount | null;
    /** Of the pairs: one of the two results waits for a second person or was queried. */
    readonly awaiting: ShownCount | null;
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
  /** Without the pairs of which a result waits for a second person or was queried; null where there are none. */
  readonly checked: Estimate | Withheld | null;
  /** Only for comparison beside a mean: null where the gate withholds that. */
  readonly substitution: SubstitutionComparison | Suppressed | null;
  readonly twoHumps: boolean;
}

/** The results of a cohort, and how much of them may be told. */
export interface GatedResults {
  readonly cohortId: string;
  readonly results: LogResults;
  readonly gate: WaveGate;
}

interface Place {
  readonly rule: ThresholdRule;
  readonly threshold: number;
}

/**
 * Every figure of one cohort's change in log10 viral load that may be shown. Where the table of suppression shows its margins
 * only, nothing depends on who of those before was whom after; where it shows nothing, there is nothing here.
 */
export function cohortViralLoad(gated: GatedResults, { rule: by, threshold }: Place): CohortViralLoad {
  const { cohortId, results } = gated;
  const { pairs, single } = results;
  const k = effectiveThreshold(threshold);
  const reach = levelReach(gated, threshold);
  const gate = gateOf([results]);
  const rule = withheldBy([results]);
  const figure = (needed: Reach, compute: () => Estimate): Estimate | Withheld =>
    leastReach(reach, needed) === needed ? (rule ?? compute()) : SUPPRESSED;
  const few = (count: number) => count > 0 && count < k;
  const same = pairs.filter((pair) => !specimenSwitched(pair));
  const main: MeanChange | null = reach !== "cells" || rule !== null ? null : meanChange(pairs);
  const fit = main?.model ?? null;
  const change = figure("margins", () => main?.change ?? changeWithoutPairing(pairs));
  const [before, after] = (["before", "after"] as const).map((which) => {
    if (reach === "nothing") return SUPPRESSED;
    const results = inOrder(pairs.map((pair) => pair[which]));
    const fitted = fit === null ? null : { mean: fit[which], sd: fit.sd };
    const cut = { at: cutOf(by), statuses: results.map(({ status }) => status) };
    return logWave(
      results.map(({ value }) => value),
      gate.kind,
      fitted,
      k,
      cut,
    );
  });
  const humps = [before, after].some((wave) => wave !== undefined && !("kind" in wave) && wave.hump?.two === true);
  const switched = pairs.length - same.length;
  const people = shownPeople(gated, reach, k);
  const alone = people.oneResult?.kind === "exact" ? people.oneResult.n : null;
  return {
    cohortId,
    people,
    gate: reach === "nothing" ? "no-values" : gate.kind,
    before: before ?? SUPPRESSED,
    after: after ?? SUPPRESSED,
    change,
    meaning: change.kind === "withheld" ? null : changeMeaning(change),
    marginal: figure("cells", () => marginalChange(pairs)),
    everybody:
      alone === 0
        ? null
        : alone === null
          ? SUPPRESSED
          : figure("cells", () => meanChange([...pairs, ...single]).change),
    sameSpecimen:
      reach === "cells" && switched === 0
        ? null
        : figure("cells", () => (few(switched) || few(same.length) ? SUPPRESSED : meanChange(same).change)),
    checked: checkedChange(gated, reach, threshold),
    substitution: reach === "nothing" ? SUPPRESSED : rule !== null ? null : substitutionComparison(pairs),
    twoHumps: humps,
  };
}

/** How much of them may be told: what the table allows, of enough people. */
export function levelReach({ results: { pairs }, gate }: GatedResults, threshold: number): Reach {
  const k = effectiveThreshold(threshold);
  return k > 1 && pairs.length > 0 && pairs.length < Math.max(k, FEWEST_SHOWN) ? "nothing" : gate.level;
}

/** Without those whose results wait, where the table of those who are left may be told as well. */
function checkedChange({ results }: GatedResults, reach: Reach, threshold: number): Estimate | Withheld | null {
  const { pairs } = results;
  if (reach !== "cells") return SUPPRESSED;
  const waiting = pairs.filter(isAwaiting);
  if (waiting.length === 0) return null;
  const rest = pairs.filter((pair) => !isAwaiting(pair));
  const k = effectiveThreshold(threshold);
  const most = partReach(reach, tableOf(rest), tableOf(waiting), threshold);
  const few = k > 1 && (waiting.length < k || rest.length < Math.max(k, FEWEST_SHOWN));
  if (few || most !== "cells") return SUPPRESSED;
  return withheldBy([{ ...results, pairs: rest }]) ?? meanChange(rest).change;
}

function isAwaiting({ before, after }: LogPair): boolean {
  return before.awaiting || after.awaiting;
}

/** Logarithm of the threshold between suppressed and not. */
function cutOf({ categories }: ThresholdRule): number {
  const limit = categories.findLast(({ category }) => category === "suppressed" || category === "undetectable")?.upTo;
  return Math.log10(limit ?? Number.POSITIVE_INFINITY);
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

function shownPeople({ results, gate }: GatedResults, reach: Reach, k: number): CohortViralLoad["people"] {
  const { pairs, single, limitUnknown } = results;
  const switched = pairs.filter((pair: LogPair) => specimenSwitched(pair)).length;
  const waiting = pairs.filter(isAwaiting).length;
  const shown = suppressCount(pairs.length, k);
  const open = k === 1 || (reach !== "nothing" && shown.kind === "exact");
  if (!open) return { pairs: null, oneResult: null, limitUnknown: null, switched: null, awaiting: null };
  // Beside the table, people with one result would count those with none; so they stand only where all groups do.
  const whole = (count: number) => {
    const found = suppressCount(count, k);
    return k === 1 || (gate.whole && found.kind === "exact") ? found : null;
  };
  return {
    pairs: shown,
    oneResult: whole(single.length),
    limitUnknown: whole(limitUnknown),
    switched: hideInLine([switched, pairs.length - switched], k)[0] ?? null,
    awaiting: awaitingCount(waiting, pairs.length - waiting, null, k),
  };
}
