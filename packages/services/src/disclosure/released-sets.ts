import type { ReleasedSet } from "@alongside/analysis/disclosure-control/sets-between";
import type { Tx } from "@alongside/db/client";
import type { KnownPeople, PeopleReader } from "./known-people";

/** Every arm of every set of sites as it was released last, all arms together, and all but each. */
export async function releasedArms(db: Tx, programmeId: string, people: PeopleReader): Promise<readonly ReleasedSet[]> {
  const views = await db.$queryRaw<{ siteIds: readonly string[]; at: Date }[]>`
    SELECT DISTINCT ON (site_ids) site_ids AS "siteIds", at FROM released_view
     WHERE programme_id = ${programmeId}::uuid AND family = 'scores' ORDER BY site_ids, at DESC`;
  const arms = await db.cohort.findMany({ where: { programmeId }, select: { id: true } });
  const sets: ReleasedSet[] = [];
  for (const { siteIds, at } of views) {
    sets.push(
      ...armSets(
        await people(at),
        "before",
        siteIds,
        arms.map(({ id }) => id),
      ),
    );
  }
  return sets;
}

/** Each arm at some sites, all arms together, and all but each. */
export function armSets(
  people: KnownPeople,
  moment: "before" | "now",
  siteIds: readonly string[],
  arms: readonly string[],
): readonly ReleasedSet[] {
  const some = (isIn: (cohortId: string | null) => boolean) =>
    people.set(moment, ({ siteId, cohortId }) => siteIds.includes(siteId) && isIn(cohortId));
  return [
    some(() => true),
    ...arms.map((id) => some((cohortId) => cohortId === id)),
    ...(arms.length > 2 ? arms.map((id) => some((cohortId) => cohortId !== id)) : []),
  ];
}

/** Every cohort that somebody defined as it was released last, of each set of sites. */
export async function releasedCohorts(
  db: Tx,
  programmeId: string,
  people: PeopleReader,
): Promise<readonly ReleasedSet[]> {
  const rows = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT DISTINCT ON (criteria_hash, site_ids) id::text AS id, at FROM released_cohort
     WHERE programme_id = ${programmeId}::uuid ORDER BY criteria_hash, site_ids, at DESC`;
  const sets: ReleasedSet[] = [];
  for (const { id, at } of rows) {
    const members = await db.releasedCohortPerson.findMany({
      where: { programmeId, releasedCohortId: id },
      select: { participantId: true },
    });
    const isMember = new Set(members.map(({ participantId }) => participantId));
    sets.push((await people(at)).set("before", ({ participantId }) => isMember.has(participantId)));
  }
  return sets;
}
