import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { type CensoredValue, singleNumber } from "@alongside/statistics/censored/censored-value";
import type { PairedTable } from "@alongside/statistics/proportions/paired-table";
import { shiftOf, statusTable } from "../suppression/status-table";
import type { AtWave, PersonAtWaves } from "../viral-load-rows/at-waves";
import { type SuppressionStatus, suppressionStatus } from "../viral-load-rows/category-rule";
import { censoredLog } from "../viral-load-rows/censored-log";

/** One result on the log10 scale. */
export interface LogResult {
  readonly value: CensoredValue;
  readonly specimen: string;
  readonly status: SuppressionStatus;
  /** Whether it waits for a second person or was queried. */
  readonly awaiting: boolean;
}

/** The results of one person at two waves, at least one of them there. */
export interface LogPerson {
  readonly before: LogResult | null;
  readonly after: LogResult | null;
}

/** A person with both. */
export interface LogPair {
  readonly before: LogResult;
  readonly after: LogResult;
}

/** Everybody with a result at one of two waves. */
export interface LogResults {
  /** With both, and both limits known. */
  readonly pairs: readonly LogPair[];
  /** With one of the two only. */
  readonly single: readonly LogPerson[];
  /** With a "not detected" of which nobody wrote down what would have been found; left out of everything but the gate. */
  readonly limitUnknown: number;
}

/** Sorts the people of a cohort by what there is of them at the baseline and at a later wave. */
export function logResults(people: readonly PersonAtWaves[], wave: number, rule: ThresholdRule): LogResults {
  const pairs: LogPair[] = [];
  const single: LogPerson[] = [];
  let limitUnknown = 0;
  for (const { waves } of people) {
    const [before, after] = [resultOf(waves[0], rule), resultOf(waves[wave], rule)];
    if (before === "limit-unknown" || after === "limit-unknown") limitUnknown += 1;
    else if (before !== null && after !== null) pairs.push({ before, after });
    else if (before !== null || after !== null) single.push({ before, after });
  }
  return { pairs, single, limitUnknown };
}

function resultOf(at: AtWave | undefined, rule: ThresholdRule): LogResult | "limit-unknown" | null {
  if (at?.kind !== "result") return null;
  const value = censoredLog(at.row.result);
  if (value === null) return "limit-unknown";
  const { specimen, awaiting = false, result } = at.row;
  return { value, specimen, awaiting, status: suppressionStatus(result, rule) };
}

/** Whether the two specimens are of different kinds, so that part of a change may be the specimen's. */
export function specimenSwitched({ before, after }: LogPair): boolean {
  return before.specimen !== after.specimen;
}

/** Results of one wave by size, whoever they are of. */
export function inOrder(results: readonly LogResult[]): readonly LogResult[] {
  const size = ({ value }: LogResult) => singleNumber(value);
  return results.toSorted((a, b) => size(a) - size(b) || a.value.kind.localeCompare(b.value.kind));
}

/** The two-by-two table of the pairs with a category both times. */
export function tableOf(pairs: readonly LogPair[]): PairedTable {
  const told = pairs.map(({ before, after }) => ({ before: before.status, after: after.status }));
  return shiftOf(statusTable(told), "tested-only");
}
