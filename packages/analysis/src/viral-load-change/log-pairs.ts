import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import type { AtWave, PersonAtWaves } from "../viral-load-rows/at-waves";
import { censoredLog } from "../viral-load-rows/censored-log";

/** One result on the log10 scale. */
export interface LogResult {
  readonly value: CensoredValue;
  readonly specimen: string;
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
export function logResults(people: readonly PersonAtWaves[], wave: number): LogResults {
  const pairs: LogPair[] = [];
  const single: LogPerson[] = [];
  let limitUnknown = 0;
  for (const { waves } of people) {
    const [before, after] = [resultOf(waves[0]), resultOf(waves[wave])];
    if (before === "limit-unknown" || after === "limit-unknown") limitUnknown += 1;
    else if (before !== null && after !== null) pairs.push({ before, after });
    else if (before !== null || after !== null) single.push({ before, after });
  }
  return { pairs, single, limitUnknown };
}

function resultOf(at: AtWave | undefined): LogResult | "limit-unknown" | null {
  if (at?.kind !== "result") return null;
  const value = censoredLog(at.row.result);
  return value === null ? "limit-unknown" : { value, specimen: at.row.specimen };
}

/** Whether the two specimens are of different kinds, so that part of a change may be the specimen's. */
export function specimenSwitched({ before, after }: LogPair): boolean {
  return before.specimen !== after.specimen;
}
