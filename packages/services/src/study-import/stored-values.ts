import type { Tx } from "@alongside/db/client";
import type { StudyRecord } from "@alongside/interchange/formats/study-csv/read-study";
import type { Problem } from "@alongside/interchange/problem";
import type { MatchedPlan } from "./match-plan";
import type { StudyPerson } from "./resolve-people";
import type { StudyPlace } from "./study-place";

/** A value that the programme does not have yet. */
export interface NewValue {
  readonly person: StudyPerson;
  readonly timepointId: string;
  readonly targetDay: number;
  /** Code of the measure. */
  readonly measure: string;
  readonly value: number;
  /** ISO day; null where the file gives none. */
  readonly date: string | null;
}

/** Instrument under which the values of an imported measure are stored, so that each measure has its one current value. */
export function measureInstrument(code: string): string {
  return `measure:${code}`;
}

interface Stored {
  readonly participantId: string;
  readonly timepointId: string;
  readonly instrument: string;
  readonly value: number | null;
}

/**
 * Tells new values from those stored before. The same value again is passed over, so that a file that has grown can be
 * imported again; another value for the same participant, timepoint and measure is a problem. Such a problem does not say
 * what is stored: whoever sends a file need not be allowed to see it, and labels such as 1, 2, 3 are soon guessed.
 */
export async function sortOutStored(
  db: Tx,
  records: readonly StudyRecord[],
  people: ReadonlyMap<string, StudyPerson>,
  place: StudyPlace,
  matched: MatchedPlan,
  report: (problem: Problem) => void,
): Promise<{ readonly added: readonly NewValue[]; readonly alreadyStored: number }> {
  const known = new Set(
    records.flatMap(({ label }) => {
      const person = people.get(label);
      return person === undefined || person.isNew ? [] : [person.participantId];
    }),
  );
  const stored = await readStored(db, place.programmeId, [...known]);
  const added: NewValue[] = [];
  let alreadyStored = 0;
  for (const { label, timepoint, measure, value, date, row } of records) {
    const person = people.get(label);
    const when = matched.timepoints.get(timepoint);
    if (person === undefined || when === undefined) continue;
    const before = stored.get(key(person.participantId, when.id, measureInstrument(measure)));
    if (before !== undefined) {
      if (before === value) alreadyStored += 1;
      else {
        const params = { measure, timepoint };
        report({ severity: "refuse", rule: "stored-otherwise", row, value: String(value), params });
      }
      continue;
    }
    if (date !== null && person.enrolledOn !== null && date < person.enrolledOn) {
      report({ severity: "refuse", rule: "before-enrolment", row, value: date });
      continue;
    }
    added.push({ person, timepointId: when.id, targetDay: when.targetDay, measure, value, date });
  }
  return { added, alreadyStored };
}

async function readStored(
  db: Tx,
  programmeId: string,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  if (participantIds.length === 0) return new Map();
  const rows = await db.$queryRaw<Stored[]>`
    SELECT a.participant_id AS "participantId", a.timepoint_id AS "timepointId", a.instrument, s.value
      FROM assessment a
      LEFT JOIN score s ON s.participant_id = a.participant_id AND s.assessment_id = a.id
     WHERE a.participant_id = ANY(${[...participantIds]}::uuid[]) AND a.programme_id = ${programmeId}::uuid
       AND a.current AND starts_with(a.instrument, ${measureInstrument("")})`;
  return new Map(rows.map((row) => [key(row.participantId, row.timepointId, row.instrument), row.value]));
}

function key(participantId: string, timepointId: string, instrument: string): string {
  return `${participantId} ${timepointId} ${instrument}`;
}
