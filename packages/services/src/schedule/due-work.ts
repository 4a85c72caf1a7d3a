import type { ScopedDb } from "@alongside/db/client";
import { dueState } from "@alongside/domain/schedule/due-state";
import type { Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";
import { inScope } from "./in-scope";
import { type CollectionPlan, isLacking, type PlannedWave, planRows } from "./plan";

/** One wave of one participant at which something still has to be collected. */
export interface DueWork {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
  readonly cohort: string;
  readonly timepointId: string;
  readonly timepoint: string;
  readonly state: "open" | "overdue";
  readonly opensOn: string;
  readonly targetOn: string;
  readonly closesOn: string;
}

export interface DueList {
  /** How many there are in all. */
  readonly count: number;
  /** The most urgent of them. */
  readonly first: readonly DueWork[];
}

/** People enrolled on the same day who lack something of the same wave: their window is the same. */
interface Group {
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly timepointId: string;
  readonly count: number;
  readonly participantIds: readonly string[];
}

interface PlacedGroup extends Omit<DueWork, "participantId" | "code" | "site" | "cohort"> {
  readonly count: number;
  readonly participantIds: readonly string[];
}

/**
 * What is open and overdue today in a scope. The database finds who lacks something, counted per day of enrolment; the
 * state of each group comes from the one function that knows the rule. Costs what the number of days costs, not of people.
 *
 * @param take how many of each to name. Open: those that close soonest; overdue: those that closed last, as they can be
 * reached most easily.
 */
export async function readDueWork<V extends Verb>(
  db: ScopedDb,
  scope: Scope<V>,
  plan: CollectionPlan,
  take: number,
): Promise<{ readonly open: DueList; readonly overdue: DueList }> {
  const groups = place(await readGroups(db, scope, plan, take), plan);
  const open = groups.filter((group) => group.state === "open").sort((a, b) => compare(a.closesOn, b.closesOn));
  const overdue = groups.filter((group) => group.state === "overdue").sort((a, b) => compare(b.closesOn, a.closesOn));
  const named = { open: first(open, take), overdue: first(overdue, take) };
  const people = await readPeople(db, [...named.open, ...named.overdue]);
  const list = (all: readonly PlacedGroup[], some: typeof named.open): DueList => ({
    count: all.reduce((sum, group) => sum + group.count, 0),
    first: some.flatMap((one) => {
      const person = people.get(one.participantId);
      return person === undefined ? [] : [{ ...one, ...person }];
    }),
  });
  return { open: list(open, named.open), overdue: list(overdue, named.overdue) };
}

function readGroups<V extends Verb>(
  db: ScopedDb,
  scope: Scope<V>,
  plan: CollectionPlan,
  take: number,
): Promise<Group[]> {
  if (plan.waves.length === 0 || plan.uses.length === 0) return Promise.resolve([]);
  return db.$queryRaw<Group[]>`
    SELECT e.enrolled_on::text AS "enrolledOn", e.ended_on::text AS "endedOn", wave.timepoint_id::text AS "timepointId",
      count(*)::int AS count, (array_agg(p.participant_id::text ORDER BY p.code))[1:${take}::int] AS "participantIds"
    FROM participant p
    JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
    CROSS JOIN ${planRows(plan)}
    WHERE ${inScope(scope)} AND ${isLacking(plan)}
    GROUP BY e.enrolled_on, e.ended_on, wave.timepoint_id`;
}

function place(groups: readonly Group[], plan: CollectionPlan): PlacedGroup[] {
  const waves = new Map<string, PlannedWave>(plan.waves.map((wave) => [wave.timepointId, wave]));
  return groups.flatMap((group) => {
    const wave = waves.get(group.timepointId);
    if (wave === undefined) return [];
    const { state, window } = dueState(wave, group, null, plan.today);
    if (state !== "open" && state !== "overdue") return [];
    const { timepointId, count, participantIds } = group;
    return [{ timepointId, timepoint: wave.label, state, ...window, count, participantIds }];
  });
}

function first(groups: readonly PlacedGroup[], take: number) {
  return groups
    .flatMap(({ participantIds, count: _count, ...rest }) =>
      participantIds.map((participantId) => ({ ...rest, participantId })),
    )
    .slice(0, take);
}

async function readPeople(db: ScopedDb, rows: readonly { readonly participantId: string }[]) {
  const people = await db.participant.findMany({
    where: { participantId: { in: [...new Set(rows.map((row) => row.participantId))] } },
    select: {
      participantId: true,
      code: true,
      site: { select: { name: true } },
      cohort: { select: { name: true } },
    },
  });
  return new Map(
    people.map(({ participantId, code, site, cohort }) => [
      participantId,
      { code, site: site.name, cohort: cohort.name },
    ]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
