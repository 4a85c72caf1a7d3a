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

interface FormRow extends Form {
  readonly participantId: string;
  readonly timepointId: string;
}

/** The forms of one measure that stand, by `formKey`. */
export async function readForms(
  { db, programmeId }: Scope,
  measure: string,
  snapshotId: string | undefined,
): Promise<ReadonlyMap<string, Form>> {
  const standing = stands({ programmeId, snapshotId }, sql`s.participant_id`, sql`s.assessment_id`, sql`s.current`);
  const rows = await db.$queryRaw<FormRow[]>`
    SELECT s.participant_id AS "participantId", s.timepoint_id AS "timepointId", s.outcome, a.edition,
           a.answered_on::text AS "answeredOn"
      FROM score s JOIN assessment a ON a.participant_id = s.participant_id AND a.id = s.assessment_id
     WHERE s.programme_id = ${programmeId}::uuid AND s.measure = ${measure} AND ${standing}`;
  return new Map(
    rows.map(({ participantId, timepointId, ...form }) => [formKey(participantId, timepointId), form] as const),
  );
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
