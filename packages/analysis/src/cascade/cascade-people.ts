import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { type SuppressionStatus, suppressionStatus } from "../viral-load-rows/category-rule";
import type { ViralLoadReading } from "../viral-load-rows/viral-load-data";

/** What is on record of somebody's treatment on the day of the report. */
export type TreatmentRecord =
  | { readonly kind: "on-treatment"; readonly days: number }
  | { readonly kind: "not-on-treatment" }
  /** Nobody wrote down a start. */
  | { readonly kind: "unknown" };

/** Somebody enrolled, on the day of the report. */
export interface CascadePerson {
  /** Alive, not transferred and not withdrawn. */
  readonly inCare: boolean;
  readonly treatment: TreatmentRecord;
  /** All results, in any order, by how many days before the report the specimen was taken. */
  readonly results: readonly {
    readonly daysAgo: number;
    readonly result: ViralLoadReading;
    /** Whether it waits for a second person or was queried. */
    readonly awaiting?: boolean;
  }[];
}

/** Who counts, and for how long. */
export interface CascadeWindow {
  /** Results older than this many days do not count. 365 as in TX_PVLS. */
  readonly resultDays: number;
  /** Shortest time on treatment, in days, of people who should have been tested. 91, three months, as in TX_PVLS. */
  readonly treatmentDays: number;
}

/** Results of twelve months, of people three months or longer on treatment: PEPFAR MER, indicator TX_PVLS. */
export const TX_PVLS_WINDOW: CascadeWindow = { resultDays: 365, treatmentDays: 91 };

/** Numbers of people, each a part of the one before, except where said. */
export interface CascadeCounts {
  readonly inCare: number;
  readonly onTreatment: number;
  /** Of those in care: without a record of treatment. */
  readonly treatmentUnknown: number;
  /** Long enough on treatment to have been tested. */
  readonly eligible: number;
  readonly tested: number;
  readonly suppressed: number;
  readonly unsuppressed: number;
  /** Tested, with a latest result that does not tell under the rule. */
  readonly undetermined: number;
  /** Tested, with a latest result that waits for a second person or was queried. */
  readonly awaiting: number;
}

/** Counts people, each by the latest of their results inside the window; of two on one day the last in the list. */
export function cascadeCounts(
  people: readonly CascadePerson[],
  rule: ThresholdRule,
  window: CascadeWindow,
): CascadeCounts {
  const inCare = people.filter((person) => person.inCare);
  const onTreatment = inCare.filter(({ treatment }) => treatment.kind === "on-treatment");
  const eligible = onTreatment.filter(
    ({ treatment }) => treatment.kind === "on-treatment" && treatment.days >= window.treatmentDays,
  );
  const statuses = eligible.flatMap(({ results }) => {
    const inside = results.filter(({ daysAgo }) => daysAgo >= 0 && daysAgo <= window.resultDays);
    const [first, ...others] = inside;
    if (first === undefined) return [];
    const latest = others.reduce((last, one) => (one.daysAgo <= last.daysAgo ? one : last), first);
    return [{ status: suppressionStatus(latest.result, rule), awaiting: latest.awaiting === true }];
  });
  const count = (wanted: SuppressionStatus) => statuses.filter(({ status }) => status === wanted).length;
  return {
    inCare: inCare.length,
    onTreatment: onTreatment.length,
    treatmentUnknown: inCare.filter(({ treatment }) => treatment.kind === "unknown").length,
    eligible: eligible.length,
    tested: statuses.length,
    suppressed: count("suppressed"),
    unsuppressed: count("unsuppressed"),
    undetermined: count("undetermined"),
    awaiting: statuses.filter(({ awaiting }) => awaiting).length,
  };
}
