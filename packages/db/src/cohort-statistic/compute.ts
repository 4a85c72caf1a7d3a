import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { CELL_FIGURES } from "../change-statistic/cell-queries";
import type { Tx } from "../client";
import { memberCells } from "./member-cells";

/** A cohort that somebody defined, as one version of its criteria has it. */
export interface VersionedCohort {
  readonly id: string;
  readonly number: number;
  readonly criteria: CohortCriteria;
}

/** Namespace of the lock under which the sums of one cohort are made by one at a time. */
const COHORT_LOCK = 72_707_374;

export type ComputeOutcome =
  | { readonly kind: "computed"; readonly asOf: Date }
  /** Somebody else made them while this one waited for its turn. */
  | { readonly kind: "fresh" };

/**
 * Makes the sums of a cohort anew from the scores, in place of those there were. May be called at any time and any number of
 * times: it adds to nothing, so it leaves the same rows however often it runs, and all of them or none.
 * @param tx a transaction that sees all sites of the programme
 * @param at of when they will be: a moment by the clock that `recorded_at` is of, before this is called. Sums of this version
 *   that are of a later one are left as they are.
 */
export async function computeCohort(
  tx: Tx,
  programmeId: string,
  { id, number, criteria }: VersionedCohort,
  at: Date,
): Promise<ComputeOutcome> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${COHORT_LOCK}::int, hashtext(${id}))`;
  const where = { programmeId_definitionId: { programmeId, definitionId: id } };
  const known = await tx.cohortStatisticState.findUnique({ where, select: { number: true, asOf: true } });
  if (known !== null && known.number === number && known.asOf > at) return { kind: "fresh" };
  const begun = performance.now();
  await tx.cohortStatistic.deleteMany({ where: { programmeId, definitionId: id } });
  await tx.$executeRaw`
    INSERT INTO cohort_statistic (programme_id, definition_id, site_id, measure, timepoint_id, ${CELL_FIGURES})
    SELECT programme_id, cohort_id, site_id, measure, timepoint_id, ${CELL_FIGURES}
      FROM ${memberCells(programmeId, id, criteria)} AS cell`;
  const state = { number, asOf: at, costMs: Math.round(performance.now() - begun) };
  await tx.cohortStatisticState.upsert({
    where,
    create: { programmeId, definitionId: id, ...state },
    update: state,
  });
  return { kind: "computed", asOf: at };
}
