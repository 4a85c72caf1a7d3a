import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import { notLeftOut } from "@alongside/db/consent/use-filter";
import { joinSql, sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { findMeasure } from "@alongside/domain/instruments/registry";
import { isExpected } from "@alongside/domain/schedule/asked-of";
import { z } from "zod";
import { authorise, coversSite, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { loadChange } from "./load";

export const listMissingInput = z.object({
  programmeId: z.uuid(),
  siteId: z.uuid().optional(),
  cohortId: z.uuid(),
  timepointId: z.uuid(),
  measure: z.string().min(1).max(200),
});
type Input = z.output<typeof listMissingInput>;

/** Why somebody enrolled is not among the pairs, the first that applies. */
export const MISSING_REASONS = ["no-baseline", "baseline-unscored", "not-measured", "unscored"] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export interface MissingPerson {
  readonly participantId: string;
  readonly code: string;
  readonly reason: MissingReason;
}

export type Missing =
  | {
      readonly kind: "people";
      readonly people: readonly MissingPerson[];
      /** True when there are more than are listed. */
      readonly more: boolean;
    }
  /** Nobody in this cohort is expected to answer it at this timepoint, so nobody is missing. */
  | { readonly kind: "not-asked" }
  /** For those who may not see codes: only what the table shows them anyway. */
  | {
      readonly kind: "counts";
      readonly withoutBaseline: ShownCount;
      readonly lost: ShownCount;
      readonly unscored: ShownCount;
    };

/** A list longer than this is no longer a list of people to call. */
const PEOPLE_MAX = 300;

/**
 * Who is enrolled in a cohort and expected to have a score, but is not among the pairs of a measure at a timepoint, and
 * why. Codes go only to people who
 * may list participants, and only from their sites; everybody else gets the counts of the table.
 * @returns `not-found` for a site, cohort, timepoint or measure that is not in the person's table
 */
export async function listMissing(context: Context, input: z.input<typeof listMissingInput>): Promise<Result<Missing>> {
  const parsed = parseInput(listMissingInput, input);
  if (!parsed.ok) return parsed;
  const asked = parsed.value;
  const scope = authorise(context, "change.read", asked.programmeId);
  if (!scope.ok) return scope;
  const listing = authorise(context, "participant.list", asked.programmeId);
  const { siteId } = asked;
  const row = await findRow(scope.value, asked);
  if (siteId !== undefined && !coversSite(listing.ok ? listing.value : scope.value, siteId)) {
    return fail("not-found", "site.none");
  }
  if (row === null) return fail("not-found", "change.no-such-row");
  if (!row.expected) return ok({ kind: "not-asked" });
  if (!listing.ok) return countMissing(context, scope.value, asked);
  const people = await readMissing(listing.value, asked, row);
  const listed = people.slice(0, PEOPLE_MAX);
  const { measure, cohortId, timepointId } = asked;
  const detail = { list: "missing", measure, cohortId, timepointId, people: listed.length };
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, detail);
  return ok({ kind: "people", people: listed, more: people.length > PEOPLE_MAX });
}

/** What the table says anyway to somebody who may not see codes. */
async function countMissing(context: Context, scope: Scope<"change.read">, asked: Input): Promise<Result<Missing>> {
  const loaded = await loadChange(context, scope, asked.siteId);
  if (!loaded.ok) return loaded;
  const cohort = loaded.value.table.domains
    .flatMap((domain) => domain.measures)
    .find((one) => one.description.measure === asked.measure)
    ?.cohorts.find((one) => one.cohortId === asked.cohortId);
  const followUp = cohort?.followUps.find((one) => one.timepointId === asked.timepointId);
  if (cohort === undefined || followUp === undefined) return fail("not-found", "change.no-such-row");
  const { lost, unscored } = followUp;
  return ok({ kind: "counts", withoutBaseline: cohort.withoutBaseline, lost, unscored });
}

interface Row {
  readonly baselineTimepointId: string | null;
  /** Whether the cohort is expected to answer at the baseline: if not, nobody lacks a score there. */
  readonly baselineExpected: boolean;
  /** Whether the cohort is expected to answer at the timepoint. An instrument that was switched off: yes, as it was. */
  readonly expected: boolean;
}

/** Whether the table of the programme has such a line, from which baseline it counts, and whether the cohort is asked. */
async function findRow({ db }: Scope, { programmeId, cohortId, timepointId, measure }: Input): Promise<Row | null> {
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: {
      cohorts: { where: { id: cohortId }, select: { kind: true } },
      timepoints: {
        where: { OR: [{ id: timepointId }, { kind: "baseline" }] },
        select: { id: true, kind: true, code: true },
      },
      instrumentUses: {
        where: { active: true, instrument: measure.replace(/\/.*/, "") },
        select: { timepointCodes: true, askedOf: true },
      },
      measures: { where: { code: measure.replace(/^measure\//, "") }, select: { code: true } },
    },
  });
  const baseline = programme?.timepoints.find(({ kind }) => kind === "baseline");
  const known = measure.startsWith("measure/") ? programme?.measures.length === 1 : findMeasure(measure) !== undefined;
  const followUp = programme?.timepoints.find(({ id, kind }) => id === timepointId && kind !== "baseline");
  const cohort = programme?.cohorts[0];
  if (!known || followUp === undefined || cohort === undefined) return null;
  const uses = programme?.instrumentUses ?? [];
  const expectedAt = (timepointCode: string) =>
    uses.length === 0 || uses.some((use) => isExpected(use, { timepointCode, cohortKind: cohort.kind }));
  return {
    baselineTimepointId: baseline?.id ?? null,
    baselineExpected: baseline === undefined || expectedAt(baseline.code),
    expected: expectedAt(followUp.code),
  };
}

function readMissing(
  scope: Scope<"participant.list">,
  { siteId, cohortId, timepointId, measure }: Input,
  { baselineTimepointId, baselineExpected }: Row,
): Promise<MissingPerson[]> {
  const inReach = scope.siteIds === "all" ? sql`true` : sql`p.site_id IN (${uuids(scope.siteIds)})`;
  const atSite = siteId === undefined ? sql`true` : sql`p.site_id = ${siteId}::uuid`;
  return scope.db.$queryRaw<MissingPerson[]>`
    SELECT p.participant_id AS "participantId", p.code,
           CASE WHEN ${baselineExpected} AND x.participant_id IS NULL THEN 'no-baseline'
                WHEN ${baselineExpected} AND x.value IS NULL THEN 'baseline-unscored'
                WHEN y.participant_id IS NULL THEN 'not-measured'
                ELSE 'unscored' END AS reason
      FROM participant p
      LEFT JOIN score x ON x.participant_id = p.participant_id AND x.programme_id = p.programme_id AND x.measure = ${measure}
                       AND x.timepoint_id = ${baselineTimepointId}::uuid AND x.current
      LEFT JOIN score y ON y.participant_id = p.participant_id AND y.programme_id = p.programme_id AND y.measure = ${measure}
                       AND y.timepoint_id = ${timepointId}::uuid AND y.current
     WHERE p.programme_id = ${scope.programmeId}::uuid AND p.cohort_id = ${cohortId}::uuid AND ${inReach} AND ${atSite}
       AND (${baselineExpected} AND x.value IS NULL OR y.value IS NULL)
       AND EXISTS (SELECT 1 FROM enrolment e WHERE e.participant_id = p.participant_id)
       AND ${notLeftOut(sql`p.participant_id`)}
     ORDER BY p.code, p.participant_id
     LIMIT ${PEOPLE_MAX + 1}`;
}

function uuids(ids: readonly string[]) {
  return joinSql(ids.map((id) => sql`${id}::uuid`));
}
