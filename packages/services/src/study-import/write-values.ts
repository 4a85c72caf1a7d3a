import { createHash } from "node:crypto";
import { measureInstrument, type NewValue } from "./stored-values";
import type { StudyWriting } from "./study-writing";
import { enrolmentDay } from "./write-people";

const EDITION = "1";
/** The language tag of what has none. */
const NO_LANGUAGE = "zxx";

/** Score measure under which the values of an imported measure stand. */
export function scoreMeasure(code: string): string {
  return `measure/${code}`;
}

/** Writes a batch of values as assessments with one score each, in two statements. */
export async function writeValues(writing: StudyWriting, values: readonly NewValue[]): Promise<void> {
  if (values.length === 0) return;
  const { tx, context, scope, importId, days } = writing;
  const { programmeId, actorId } = scope;
  const rows = values.map((value) => ({
    ...value,
    id: context.newId(),
    day: value.date ?? days.undated(enrolmentDay(writing, value.person), value.targetDay),
  }));
  const participants = rows.map((row) => row.person.participantId);
  const ids = rows.map((row) => row.id);
  const timepoints = rows.map((row) => row.timepointId);
  // A number's shortest text names it exactly, whatever the driver does with floats.
  const numbers = rows.map((row) => String(row.value));
  await tx.$executeRaw`
    INSERT INTO assessment (participant_id, id, programme_id, timepoint_id, instrument, edition, mode, language,
                            answered_on, answers, content_hash, current, import_id, recorded_by_id, recorded_at)
    SELECT p, i, ${programmeId}::uuid, t, instrument, ${EDITION}, 'import', ${NO_LANGUAGE},
           d, jsonb_build_object('value', v), hash, true, ${importId}::uuid, ${actorId}::uuid, ${context.now()}
      FROM unnest(${participants}::uuid[], ${ids}::uuid[], ${timepoints}::uuid[],
                  ${rows.map((row) => measureInstrument(row.measure))}::text[], ${rows.map((row) => row.day)}::date[],
                  ${numbers}::text[]::float8[], ${rows.map(contentHash)}::text[]) AS r(p, i, t, instrument, d, v, hash)`;
  await tx.$executeRaw`
    INSERT INTO score (participant_id, assessment_id, measure, programme_id, site_id, cohort_id, timepoint_id, current,
                       outcome, value, items_used, items_total, prorated, provenance)
    SELECT p, i, m, ${programmeId}::uuid, s, c, t, true, 'scored', v, 1, 1, false,
           jsonb_build_object('edition', ${EDITION}::text, 'rule', 'imported', 'engine', 'import', 'missing', '[]'::jsonb,
                              'importId', ${importId}::text, 'dated', dated)
      FROM unnest(${participants}::uuid[], ${ids}::uuid[], ${rows.map((row) => scoreMeasure(row.measure))}::text[],
                  ${rows.map((row) => row.person.siteId)}::uuid[], ${rows.map((row) => row.person.cohortId)}::uuid[],
                  ${timepoints}::uuid[], ${numbers}::text[]::float8[], ${rows.map((row) => row.date !== null)}::bool[])
           AS r(p, i, m, s, c, t, v, dated)`;
}

function contentHash(row: NewValue & { readonly day: string }): string {
  const content = [
    row.person.participantId,
    row.timepointId,
    measureInstrument(row.measure),
    EDITION,
    row.day,
    row.value,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
