import type { ChangeTable } from "@alongside/analysis/change/change-table";
import type { Tx } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

/** One measure at one follow-up. */
interface Outcome {
  readonly measure: string;
  readonly timepointId: string;
}

/**
 * Writes down which outcomes a person is about to see for the first time anybody does: from then on no plan can claim to
 * have been made before. Nothing is written when everything had been seen.
 */
export async function noteOpenings(context: Context, scope: Scope, table: ChangeTable): Promise<void> {
  await noteOutcomes(context, scope, shownOutcomes(table));
}

/** The same for outcomes that stand in no table. */
export async function noteOutcomes(context: Context, scope: Scope, shown: readonly Outcome[]): Promise<void> {
  if (shown.length === 0) return;
  const known = await scope.db.outcomeOpening.findMany({
    where: { programmeId: scope.programmeId },
    select: { measure: true, timepointId: true },
  });
  const seen = new Set(known.map(keyOf));
  const fresh = shown.filter((outcome) => !seen.has(keyOf(outcome)));
  if (fresh.length === 0) return;
  await scope.db.outcomeOpening.createMany({
    data: fresh.map((outcome) => ({
      ...outcome,
      programmeId: scope.programmeId,
      openedById: scope.actorId,
      openedAt: context.now(),
    })),
    // Somebody else may be the first to see it at the same moment.
    skipDuplicates: true,
  });
}

/** When the change of an outcome was first shown to anybody; null when it never was. */
export async function firstOpening(tx: Tx, programmeId: string, outcome: Outcome): Promise<Date | null> {
  const opening = await tx.outcomeOpening.findUnique({
    where: { programmeId_measure_timepointId: { programmeId, ...outcome } },
    select: { openedAt: true },
  });
  return opening?.openedAt ?? null;
}

/** When each outcome was first shown to anybody, by timepoint and measure; those that never were are not in it. */
export async function openedOutcomes(tx: Tx, programmeId: string): Promise<ReadonlyMap<string, Date>> {
  const openings = await tx.outcomeOpening.findMany({
    where: { programmeId },
    select: { measure: true, timepointId: true, openedAt: true },
  });
  return new Map(openings.map((one) => [keyOf(one), one.openedAt]));
}

/** Outcomes of which the table gives an estimate in any cohort. */
function shownOutcomes(table: ChangeTable): readonly Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const { description, cohorts } of table.domains.flatMap((domain) => domain.measures)) {
    for (const { timepointId, change } of cohorts.flatMap((cohort) => cohort.followUps)) {
      const outcome = { measure: description.measure, timepointId };
      if (change.kind === "estimate") outcomes.set(keyOf(outcome), outcome);
    }
  }
  return [...outcomes.values()];
}

function keyOf({ measure, timepointId }: Outcome): string {
  return `${timepointId} ${measure}`;
}
