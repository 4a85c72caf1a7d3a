import { stands } from "@alongside/db/outcome/read-scores";
import { sql } from "@alongside/db/sql";
import type { Scope } from "../access/authorise";

/** What became of one form. */
export interface Form {
  readonly outcome: string;
  readonly edition: string;
  /** ISO day. */
  readonly answeredOn: string;
}

/** Forms that are alike, and whose they are. */
interface FormRow extends Form {
  readonly timepointId: string;
  readonly people: readonly string[];
}

/** The forms of one measure that stand, by `formKey`. They come in groups that are alike, because there may be a million of them. */
export async function readForms(
  { db, programmeId }: Scope,
  measure: string,
  snapshotId: string | undefined,
): Promise<ReadonlyMap<string, Form>> {
  const standing = stands({ programmeId, snapshotId }, sql`s.participant_id`, sql`s.assessment_id`, sql`s.current`);
  const rows = await db.$queryRaw<FormRow[]>`
    SELECT s.timepoint_id AS "timepointId", s.outcome, a.edition, a.answered_on::text AS "answeredOn",
           array_agg(s.participant_id::text) AS people
      FROM score s JOIN assessment a ON a.participant_id = s.participant_id AND a.id = s.assessment_id
     WHERE s.programme_id = ${programmeId}::uuid AND s.measure = ${measure} AND ${standing}
     GROUP BY s.timepoint_id, s.outcome, a.edition, a.answered_on`;
  const forms = new Map<string, Form>();
  for (const { timepointId, people, ...form } of rows) {
    for (const participantId of people) forms.set(formKey(participantId, timepointId), form);
  }
  return forms;
}

/** The day on which each person first answered anything at the baseline. */
export async function readBaselineDays(
  { db, programmeId }: Scope,
  baselineId: string | null,
  snapshotId: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (baselineId === null) return new Map();
  const standing = stands({ programmeId, snapshotId }, sql`s.participant_id`, sql`s.assessment_id`, sql`s.current`);
  const rows = await db.$queryRaw<{ participantId: string; first: string }[]>`
    SELECT s.participant_id AS "participantId", min(a.answered_on)::text AS first
      FROM score s JOIN assessment a ON a.participant_id = s.participant_id AND a.id = s.assessment_id
     WHERE s.programme_id = ${programmeId}::uuid AND s.timepoint_id = ${baselineId}::uuid AND ${standing}
     GROUP BY s.participant_id`;
  return new Map(rows.map(({ participantId, first }) => [participantId, first]));
}

/** Names one form of a measure. */
export function formKey(participantId: string, timepointId: string): string {
  return `${participantId} ${timepointId}`;
}
