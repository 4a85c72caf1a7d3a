import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import { leastReach, type Reach, tableReach } from "../share-change/usable-shift";
import type { PersonAtWaves } from "../viral-load-rows/at-waves";
import { suppressionStatus } from "../viral-load-rows/category-rule";
import { censoredLog } from "../viral-load-rows/censored-log";
import { isTold, type StatusPair, shiftOf, statusPairs, statusTable } from "./status-table";
import { type UsableTable, usableTable } from "./usable-table";

/** What may be told of one cohort at one wave. Whatever the page shows of the two asks here. */
export interface WaveGate {
  /**
   * Of the people with a category before and after: who went where, only how many stood where before and after, or nothing.
   */
  readonly reach: Reach;
  /** Whether everybody else falls into groups that are empty or large, so that all results of the wave may be counted. */
  readonly whole: boolean;
  /** The same of the people with two results whose limits are known: those of the logarithmic scale. */
  readonly level: Reach;
  readonly usable: UsableTable;
}

/** What may be told of one cohort, wave by wave. */
export interface CohortGates {
  /** Of the first follow-up, the second, and so on. */
  readonly followUps: readonly WaveGate[];
  /** Whether everybody's result at the baseline may be counted: beside no table would a small group follow from it. */
  readonly baseline: boolean;
  /** Position of the last wave up to which every table is shown in full; 0 for none. */
  readonly openUntil: number;
}

/** Decides for one follow-up. */
export function waveGate(
  people: readonly PersonAtWaves[],
  wave: number,
  rule: ThresholdRule,
  threshold: number,
): WaveGate {
  const { pairs } = statusPairs(people, wave, rule);
  const usable = usableTable(statusTable(pairs), threshold);
  const reach = usable.shifts["tested-only"].kind;
  return {
    reach,
    whole: reach !== "nothing" && usable.sharpBounds,
    level: levelReach(people, pairs, wave, reach, threshold),
    usable,
  };
}

/**
 * Whether everybody's results at the baseline leave every split of a hidden table possible: as many people stand on either
 * side as the table has people, and as many were not tested later as stand on either side.
 */
function leavesOpen(people: readonly PersonAtWaves[], wave: number, rule: ThresholdRule, threshold: number): boolean {
  const k = effectiveThreshold(threshold);
  const { pairs } = statusPairs(people, wave, rule);
  if (tableReach(shiftOf(statusTable(pairs), "tested-only"), threshold) !== "nothing") return k === 1;
  // A number below the threshold is not to decide: nobody is told which it is.
  const tested = Math.max(k - 1, pairs.filter(isTold).length);
  return (["suppressed", "unsuppressed"] as const).every((status) => {
    const standing = people.filter(({ waves: [first] }) => {
      return first?.kind === "result" && suppressionStatus(first.row.result, rule) === status;
    }).length;
    return standing >= tested && standing <= people.length - tested;
  });
}

/** Decides for every follow-up of a cohort. */
export function cohortGates(people: readonly PersonAtWaves[], rule: ThresholdRule, threshold: number): CohortGates {
  const waves = people[0]?.waves.length ?? 0;
  const followUps = Array.from({ length: Math.max(0, waves - 1) }, (_, at) =>
    waveGate(people, at + 1, rule, threshold),
  );
  const closed = followUps.findIndex(({ reach, whole }) => reach !== "cells" || !whole);
  return {
    followUps,
    baseline: followUps.every(({ whole }, at) => whole || leavesOpen(people, at + 1, rule, threshold)),
    openUntil: closed < 0 ? followUps.length : closed,
  };
}

/**
 * The people of the logarithmic scale are not quite those of the table: some results have a number or limit that does not
 * tell under the rule, others a category and no known limit. Where a few of them stand between the two, nothing is told.
 */
function levelReach(
  people: readonly PersonAtWaves[],
  pairs: readonly StatusPair[],
  wave: number,
  reach: Reach,
  threshold: number,
): Reach {
  const k = effectiveThreshold(threshold);
  if (k === 1) return "cells";
  const status = new Map(pairs.map((pair) => [pair.participantId, pair]));
  const among: StatusPair[] = [];
  const between = new Map<string, number>();
  for (const { person, waves } of people) {
    const pair = status.get(person.participantId);
    const [before, after] = [waves[0], waves[wave]];
    if (pair === undefined || before?.kind !== "result" || after?.kind !== "result") continue;
    const known = [before, after].every(({ row }) => censoredLog(row.result) !== null);
    if (known && isTold(pair)) among.push(pair);
    else {
      const kind = [pair.before, pair.after, known].join(" ");
      between.set(kind, (between.get(kind) ?? 0) + 1);
    }
  }
  if ([...between.values()].some((count) => count < k)) return "nothing";
  return leastReach(reach, tableReach(shiftOf(statusTable(among), "tested-only"), threshold));
}
