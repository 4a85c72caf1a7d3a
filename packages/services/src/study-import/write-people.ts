import { auditInserts } from "../audit/write-audit-event";
import { drawCodes } from "./draw-codes";
import type { StudyPerson } from "./resolve-people";
import type { StudyWriting } from "./study-writing";

/**
 * Enrols the new people of a batch under random codes, in five statements however many they are, and leaves in the
 * trail of everybody in the file that this import added to their record. Labels are stored as keyed hashes only.
 */
export async function writePeople(writing: StudyWriting, people: readonly StudyPerson[]): Promise<void> {
  const { tx, context, scope, importId } = writing;
  if (people.length === 0) return;
  const { programmeId, actorId } = scope;
  const added = people.filter((person) => person.isNew);
  const codes = await drawCodes(tx, context, programmeId, added.length);
  const ids = added.map((person) => person.participantId);
  const claims = [...added.map((person) => person.claim), ...codes.map((code) => `${programmeId}:${code}`)];
  const now = context.now();
  await tx.$executeRaw`
    INSERT INTO participant_code (claim, participant_id)
    SELECT * FROM unnest(${claims}::text[], ${[...ids, ...ids]}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code, created_at)
    SELECT p, ${programmeId}::uuid, s, c, code, ${now}
      FROM unnest(${ids}::uuid[], ${added.map((person) => person.siteId)}::uuid[],
                  ${added.map((person) => person.cohortId)}::uuid[], ${codes}::text[]) AS r(p, s, c, code)`;
  await tx.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on, recorded_by_id, recorded_at)
    SELECT p, i, ${programmeId}::uuid, 'active', d, ${actorId}::uuid, ${now}
      FROM unnest(${ids}::uuid[], ${added.map(() => context.newId())}::uuid[],
                  ${added.map((person) => enrolmentDay(writing, person))}::date[]) AS r(p, i, d)`;
  const events = people.map(({ participantId, isNew }) => ({
    subjectId: participantId,
    detail: { importId, enrolled: isNew },
  }));
  for (const statement of auditInserts(context, scope, events)) await tx.$executeRaw(statement);
}

/** The day on which a person of the file is, or is being, enrolled. */
export function enrolmentDay({ days, earliest }: StudyWriting, person: StudyPerson): string {
  return person.enrolledOn ?? days.enrolment(earliest.get(person.label));
}
