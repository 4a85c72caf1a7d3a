import type { StoredCell } from "@alongside/db/change-statistic/cell";
import { isChangedSince } from "@alongside/db/cohort-statistic/changed-since";
import { computeCohort, type VersionedCohort } from "@alongside/db/cohort-statistic/compute";
import { type CohortSums, readCohortSums } from "@alongside/db/cohort-statistic/read";
import type { Scope } from "../access/authorise";
import { wholeProgramme } from "../access/whole-programme";
import type { Context } from "../context";

/** Sums that are made anew so fast are made anew before they are shown; others are shown as they were, and made anew meanwhile. */
const WORTH_WAITING_MS = 400;

/** Making the sums of a large programme takes longer than an ordinary transaction may. */
const LONGEST_MS = 600_000;

/** The sums of cohorts that somebody defined, as they may be a moment old. */
export interface CurrentSums {
  readonly cells: readonly StoredCell[];
  /** The oldest moment of them. */
  readonly asOf: Date;
  /** Newer ones are being made. */
  readonly isRenewing: boolean;
}

/**
 * The sums of cohorts as their definitions say, from the store. What was never made is made now; what something was recorded
 * after is made anew, at once where that is quick, else while the older ones are shown with their moment. The cost of reading
 * grows with the cohorts, not with the people.
 * @param of.siteIds only these sites; all when absent
 * @param of.isExact waits for whatever has to be made anew
 */
export async function currentSums(
  context: Context,
  scope: Scope,
  cohorts: readonly VersionedCohort[],
  of: { readonly siteIds: readonly string[] | undefined; readonly isExact?: boolean },
): Promise<CurrentSums> {
  const { siteIds, isExact = false } = of;
  const { db, programmeId } = scope;
  const ids = cohorts.map(({ id }) => id);
  const asked = context.now();
  const read = () => readCohortSums(db, programmeId, ids, siteIds);
  const kept = await read();
  const oldest = oldestOf(kept);
  const changed = oldest === null || (await isChangedSince(db, programmeId, oldest));
  const find = ({ id, number }: VersionedCohort) =>
    kept.find((one) => one.definitionId === id && one.number === number);
  const quick = (cohort: VersionedCohort) => isExact || (find(cohort)?.costMs ?? 0) <= WORTH_WAITING_MS;
  const now = cohorts.filter((cohort) => find(cohort) === undefined || (changed && quick(cohort)));
  const later = changed ? cohorts.filter((cohort) => !now.includes(cohort)) : [];
  for (const cohort of now) await compute(context, scope, cohort, asked);
  // One after another: nobody waits for these.
  if (later.length > 0) void renew(context, scope, later, asked);
  const sums = now.length > 0 ? await read() : kept;
  return {
    cells: sums.flatMap(({ cells }) => cells),
    asOf: oldestOf(sums) ?? asked,
    isRenewing: later.length > 0,
  };
}

function oldestOf(sums: readonly CohortSums[]): Date | null {
  const moments = sums.map(({ asOf }) => asOf.getTime());
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

function compute(context: Context, scope: Scope, cohort: VersionedCohort, since: Date) {
  return wholeProgramme(context, scope).$transaction((tx) => computeCohort(tx, scope.programmeId, cohort, since), {
    timeout: LONGEST_MS,
  });
}

/** Cohorts that are being made anew by this server, so that a page that is read often asks once. */
const renewing = new Set<string>();

async function renew(context: Context, scope: Scope, cohorts: readonly VersionedCohort[], since: Date): Promise<void> {
  for (const cohort of cohorts) {
    const key = `${scope.programmeId} ${cohort.id}`;
    if (renewing.has(key)) continue;
    renewing.add(key);
    try {
      await compute(context, scope, cohort, since);
    } catch (error) {
      // The older sums stay, with their moment; the next reading asks again.
      process.emitWarning(`Sums of a cohort could not be made anew: ${String(error)}`);
    } finally {
      renewing.delete(key);
    }
  }
}
