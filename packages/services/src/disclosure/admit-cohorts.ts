import { followsFromSets, type ReleasedSet } from "@alongside/analysis/disclosure-control/sets-between";
import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import type { Tx } from "@alongside/db/client";
import { membersOf } from "@alongside/db/cohort-definition/members-of";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { coversSite, type Scope } from "../access/authorise";
import { wholeProgramme } from "../access/whole-programme";
import { writeAuditEvent } from "../audit/write-audit-event";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { type KnownPeople, peopleReader } from "./known-people";
import { releasedArms, releasedCohorts } from "./released-sets";
import { LEDGER_LOCK, readLedgerProgramme } from "./take-release";

/** Reading everybody of a large programme takes longer than an ordinary transaction may. */
const LONGEST_MS = 120_000;

/** The release under which cohorts are asked for. */
export interface AskedView {
  readonly viewId: string;
  readonly siteId: string | undefined;
}

/**
 * Lets figures of cohorts that somebody defined through to whoever may not see the people, and writes down who was in them: where
 * they differ from every arm and every such cohort released before, and from two of these together, by nobody or by at least as
 * many people as the threshold, figure by figure.
 * @returns `cohort-definition.too-close`, having written a trace
 */
export async function admitCohorts(
  context: Context,
  scope: Scope,
  cohorts: readonly { readonly criteria: CohortCriteria }[],
  view: AskedView,
): Promise<Result<null>> {
  const programme = await readLedgerProgramme(scope);
  if (programme === null) return fail("not-found", "programme.none");
  const { programmeId, actorId } = scope;
  const smallest = effectiveThreshold(programme.suppressionThreshold);
  const siteIds = programme.sites
    .map(({ id }) => id)
    .filter((id) => coversSite(scope, id) && (view.siteId === undefined || id === view.siteId))
    .toSorted();
  const isClose = await wholeProgramme(context, scope).$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LEDGER_LOCK}::int, hashtext(${`${programmeId} scores`}))`;
      const people = peopleReader(tx, programmeId, programme);
      for (const { criteria } of cohorts) {
        const row = { programmeId, viewId: view.viewId, criteriaHash: canonicalHash(criteria) };
        const where = { programmeId_viewId_criteriaHash: row };
        if ((await tx.releasedCohort.findUnique({ where })) !== null) continue;
        const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`;
        const at = clock?.at ?? context.now();
        const asked = await askedSet(tx, programmeId, { criteria, siteIds, people: await people(at) });
        const earlier = [
          ...(await releasedArms(tx, programmeId, people)),
          ...(await releasedCohorts(tx, programmeId, people)),
        ];
        if (followsFromSets(asked, earlier, smallest)) return true;
        const id = context.newId();
        await tx.releasedCohort.create({ data: { ...row, id, siteIds, at, releasedToId: actorId } });
        await tx.releasedCohortPerson.createMany({
          data: [...asked.keys()].map((participantId) => ({ participantId, releasedCohortId: id, programmeId })),
        });
      }
      return false;
    },
    { timeout: LONGEST_MS },
  );
  if (!isClose) return ok(null);
  await writeAuditEvent(scope.db, context, scope, scope.actorId, { page: "change-defined", refused: "too-close" });
  return fail("rule", "cohort-definition.too-close", { params: { smallest } });
}

async function askedSet(
  db: Tx,
  programmeId: string,
  asked: { readonly criteria: CohortCriteria; readonly siteIds: readonly string[]; readonly people: KnownPeople },
): Promise<ReleasedSet> {
  const rows = await db.$queryRaw<{ participantId: string }[]>`
    SELECT chosen.participant_id AS "participantId" FROM (${membersOf(programmeId, asked.criteria)}) AS chosen`;
  const members = new Set(rows.map(({ participantId }) => participantId));
  return asked.people.set(
    "now",
    ({ participantId, siteId, cohortId }) =>
      cohortId !== null && members.has(participantId) && asked.siteIds.includes(siteId),
  );
}
