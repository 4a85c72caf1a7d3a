import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { PairedTable } from "@alongside/statistics/proportions/paired-table";
import type { PersonAtWaves } from "../viral-load-rows/at-waves";
import { type SuppressionStatus, suppressionStatus } from "../viral-load-rows/category-rule";

/** What is known of somebody at a wave who was to be tested. */
export const TESTED_STATUSES = ["suppressed", "unsuppressed", "undetermined", "missing"] as const;
export type TestedStatus = (typeof TESTED_STATUSES)[number];

/** People by status before and after: `table[before][after]`. */
export type StatusTable = Readonly<Record<TestedStatus, Readonly<Record<TestedStatus, number>>>>;

/** One person who was alive and to be tested at both waves. */
export interface StatusPair {
  readonly participantId: string;
  readonly siteId: string;
  readonly before: TestedStatus;
  readonly after: TestedStatus;
  /** Whether one of the two results waits for a second person or was queried by one. */
  readonly awaiting?: boolean;
}

/** The pairs of a cohort, and who has none. */
export interface StatusPairs {
  readonly pairs: readonly StatusPair[];
  /** People who died before the later wave. */
  readonly died: number;
  /** People of whom no result was to be had at one of the waves, for another reason than death. */
  readonly notExpected: number;
}

/** Status of everybody at the baseline and at a later wave. */
export function statusPairs(people: readonly PersonAtWaves[], wave: number, rule: ThresholdRule): StatusPairs {
  const pairs: StatusPair[] = [];
  let [died, notExpected] = [0, 0];
  for (const { person, waves } of people) {
    const [before, after] = [statusAt(waves[0], rule), statusAt(waves[wave], rule)];
    if (before === "died" || after === "died") died += 1;
    else if (before === "not-expected" || after === "not-expected") notExpected += 1;
    else {
      const { participantId, siteId } = person;
      const awaiting = [waves[0], waves[wave]].some((at) => at?.kind === "result" && at.row.awaiting === true);
      pairs.push({ participantId, siteId, before, after, ...(awaiting ? { awaiting } : {}) });
    }
  }
  return { pairs, died, notExpected };
}

function statusAt(
  at: PersonAtWaves["waves"][number] | undefined,
  rule: ThresholdRule,
): SuppressionStatus | "missing" | "died" | "not-expected" {
  if (at === undefined) return "not-expected";
  return at.kind === "result" ? suppressionStatus(at.row.result, rule) : at.kind;
}

/** Whether there is a category before and after. */
export function isTold({ before, after }: Pick<StatusPair, "before" | "after">): boolean {
  return [before, after].every((status) => status === "suppressed" || status === "unsuppressed");
}

/** Counts the pairs. */
export function statusTable(pairs: readonly Pick<StatusPair, "before" | "after">[]): StatusTable {
  const empty = () => ({ suppressed: 0, unsuppressed: 0, undetermined: 0, missing: 0 });
  const table = { suppressed: empty(), unsuppressed: empty(), undetermined: empty(), missing: empty() };
  for (const { before, after } of pairs) table[before][after] += 1;
  return table;
}

/** Whose results count, and what stands in for those that are not there. */
export const DENOMINATORS = [
  /** People with a category before and after. */
  "tested-only",
  /** No result counts as unsuppressed, before and after. Results that do not tell are left out: they are not missing. */
  "missing-unsuppressed",
  /** Whatever is not known lies as badly for the change as it can: suppressed before, unsuppressed after. */
  "worst",
  /** Whatever is not known lies as well for the change as it can: unsuppressed before, suppressed after. */
  "best",
] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/** What each status counts as, before and after; null leaves the person out. */
const READINGS: Readonly<Record<Denominator, readonly [StatusReading, StatusReading]>> = {
  "tested-only": [reading(null, null), reading(null, null)],
  "missing-unsuppressed": [reading(null, false), reading(null, false)],
  worst: [reading(true, true), reading(false, false)],
  best: [reading(false, false), reading(true, true)],
};

type StatusReading = Readonly<Record<TestedStatus, boolean | null>>;

function reading(undetermined: boolean | null, missing: boolean | null): StatusReading {
  return { suppressed: true, unsuppressed: false, undetermined, missing };
}

/** The two-by-two table of a denominator. */
export function shiftOf(table: StatusTable, denominator: Denominator): PairedTable {
  const [readBefore, readAfter] = READINGS[denominator];
  const count = (before: boolean, after: boolean) =>
    TESTED_STATUSES.reduce(
      (sum, first) =>
        readBefore[first] !== before
          ? sum
          : sum +
            TESTED_STATUSES.reduce((part, last) => (readAfter[last] === after ? part + table[first][last] : part), 0),
      0,
    );
  return {
    both: count(true, true),
    preOnly: count(true, false),
    postOnly: count(false, true),
    neither: count(false, false),
  };
}
