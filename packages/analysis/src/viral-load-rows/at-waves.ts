import type { ViralLoadData, ViralLoadPerson, ViralLoadRow } from "./viral-load-data";

/** What there is of one person at one wave. */
export type AtWave =
  | { readonly kind: "result"; readonly row: ViralLoadRow }
  /** A result was to be had, and there is none. */
  | { readonly kind: "missing" }
  | { readonly kind: "died" }
  /** Not asked of this cohort, or not yet due. */
  | { readonly kind: "not-expected" };

/** A person with what there is at every wave. */
export interface PersonAtWaves {
  readonly person: ViralLoadPerson;
  /** One per wave, in the order of the waves. */
  readonly waves: readonly AtWave[];
}

/**
 * The people of a cohort, in the order of the data, with one result a wave. Of several results assigned to one wave the
 * nearest to its planned day counts, of two equally near the later, and of two on the same day the last in the list.
 */
export function peopleAtWaves(data: ViralLoadData, cohortId: string): readonly PersonAtWaves[] {
  const chosen = new Map<string, Map<string, ViralLoadRow>>();
  const plannedDay = new Map(data.waves.map(({ timepointId, targetDay }) => [timepointId, targetDay]));
  for (const row of data.rows) {
    const planned = row.timepointId === null ? undefined : plannedDay.get(row.timepointId);
    if (row.timepointId === null || planned === undefined) continue;
    const own = chosen.get(row.participantId) ?? new Map<string, ViralLoadRow>();
    const present = own.get(row.timepointId);
    if (present === undefined || isNearer(row, present, planned)) own.set(row.timepointId, row);
    chosen.set(row.participantId, own);
  }
  return data.people
    .filter((person) => person.cohortId === cohortId)
    .map((person) => ({
      person,
      waves: data.waves.map(({ timepointId, targetDay }, wave): AtWave => {
        const row = chosen.get(person.participantId)?.get(timepointId);
        if (row !== undefined) return { kind: "result", row };
        if (person.expected[wave] === true) return { kind: "missing" };
        const died = person.diedOn !== null && person.diedOn <= targetDay;
        return { kind: died ? "died" : "not-expected" };
      }),
    }));
}

function isNearer(row: ViralLoadRow, present: ViralLoadRow, planned: number): boolean {
  const [own, other] = [Math.abs(row.day - planned), Math.abs(present.day - planned)];
  return own < other || (own === other && row.day >= present.day);
}
