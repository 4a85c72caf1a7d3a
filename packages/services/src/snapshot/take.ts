import type { Tx } from "@alongside/db/client";
import { freeze } from "@alongside/db/snapshot/freeze";
import { cohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { type SnapshotDefinition, snapshotDefinition } from "@alongside/domain/snapshot/snapshot-definition";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { savedPlans } from "../analysis-plan/saved-plans";
import { canonicalHash } from "../canonical-hash";
import { changeInput, readPlan } from "../change/change-input";
import type { Context } from "../context";
import { enrolledForAnybody } from "../disclosure/enrolled-on-all-pages";
import { type Release, releaseToAnybody } from "../disclosure/take-release";
import { isTouched } from "../disclosure/touched-people";
import { parseInput } from "../parse-input";
import { perform } from "../perform";

export const takeSnapshotInput = z.object({
  programmeId: z.uuid(),
  /** Made on the device, so that the same request sent twice freezes once. */
  snapshotId: z.uuid(),
  name: z.string().trim().min(2).max(80),
});

export interface TakenSnapshot {
  readonly contentHash: string;
  /** Whether people who may not see the participants can open it. */
  readonly released: boolean;
}

/**
 * Freezes the data set of the programme as it is now: who stands where, which forms stand, the sums of arms and defined
 * cohorts, and everything of the plan that figures depend on. Its figures open to people who may not see the participants
 * only if the ledger would release them now.
 * @returns its hash; `duplicate` for a name that is taken
 */
export async function takeSnapshot(
  context: Context,
  input: z.input<typeof takeSnapshotInput>,
): Promise<Result<TakenSnapshot>> {
  const parsed = parseInput(takeSnapshotInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, snapshotId, name } = parsed.value;
  const allowed = authorise(context, "snapshot.take", programmeId);
  if (!allowed.ok) return allowed;
  const before = await allowed.value.db.snapshot.findUnique({
    where: { programmeId_id: { programmeId, id: snapshotId } },
    select: { name: true, contentHash: true, released: true },
  });
  if (before !== null) {
    const { name: known, ...done } = before;
    return known === name ? ok(done) : fail("conflict", "snapshot.other");
  }
  const release = await releaseToAnybody(context, allowed.value, "scores");
  const definition = await definitionNow(context, allowed.value);
  if (definition === null) return fail("not-found", "programme.none");
  return perform(context, "snapshot.take", takeSnapshotInput, input, async (tx, scope) => {
    const frozen = await freeze(tx, programmeId, snapshotId, definition.definitions);
    const { dataHash, ...counts } = frozen;
    const contentHash = canonicalHash({ definition, counts, dataHash });
    const released = await isAsReleased(tx, programmeId, release);
    await tx.snapshot.create({
      data: {
        ...{ programmeId, id: snapshotId, name, definition, counts, dataHash, contentHash, released },
        ...{ takenById: scope.actorId, takenAt: context.now() },
      },
    });
    const detail = { snapshotId, name, contentHash, released, people: counts.people, forms: counts.forms };
    return ok({ subjectId: programmeId, detail, value: { contentHash, released } });
  });
}

/** Whether what was frozen is what was released: nothing may have been recorded between the two. */
async function isAsReleased(tx: Tx, programmeId: string, release: Release): Promise<boolean> {
  if (release.kind === "free") return true;
  if (release.kind !== "live") return false;
  const view = await tx.releasedView.findUnique({
    where: { programmeId_id: { programmeId, id: release.viewId } },
    select: { at: true },
  });
  return view !== null && !(await isTouched(tx, { programmeId, family: "scores", at: view.at.toISOString() }));
}

async function definitionNow(context: Context, scope: Scope): Promise<SnapshotDefinition | null> {
  const { db, programmeId } = scope;
  const programme = await readPlan(scope);
  if (programme === null) return null;
  const { id: _, ...planned } = programme;
  const [plan] = await savedPlans(db, scope);
  const defined = await db.cohortDefinition.findMany({
    where: { programmeId, archived: false },
    select: { id: true, name: true, versions: { orderBy: { number: "desc" }, take: 1 } },
    orderBy: { name: "asc" },
  });
  const { input } = await changeInput(scope, programme, undefined);
  const shown = await enrolledForAnybody(context, scope, input, undefined);
  // Exactly what is read back, so that both give the same hash.
  return snapshotDefinition.parse({
    ...planned,
    definitions: defined.flatMap(({ id, name, versions }) =>
      versions.map(({ number, criteria, contentHash }) => ({
        ...{ id, name, number, contentHash },
        criteria: cohortCriteria.parse(criteria),
      })),
    ),
    plan: plan === undefined ? null : { version: plan.version, hash: plan.hash },
    enrolledShown: shown ? [...shown].map(([cohortId, count]) => ({ cohortId, count })) : null,
  });
}
