import { refreshStandings } from "@alongside/db/lab-standing/refresh";
import { type SqlFragment, sql } from "@alongside/db/sql";
import type { LaboratorySettings } from "../laboratory-settings/settings";
import { dueOn } from "../worklist/standing-sql";
import type { RecordedResult } from "./stored-result";

/** A result as it is stored. */
export interface ResultRow extends RecordedResult {
  readonly id: string;
  readonly programmeId: string;
  readonly derivation: string | null;
  readonly importId: string | null;
  readonly enteredAt: Date;
  /** False for a row that came and was replaced in the same load. */
  readonly current?: boolean;
}

/** The statement that stores results, with all its rows as one text. */
export function insertResults(rows: readonly ResultRow[]): SqlFragment {
  return sql`
    INSERT INTO lab_result (participant_id, id, programme_id, kind, state, comparator, value, unit, copies_per_ml,
           quantity, derivation, lower_limit, upper_limit, detection_limit, specimen, assay_key, assay_edition,
           reason_for_test, rejection_code, failure_code, collected_on, received_on, tested_on, returned_on,
           as_printed, checks, entry, save_id, import_id, entered_by_id, entered_at, content_hash, replaces_id,
           reason, verification, current)
    SELECT "participantId", id, "programmeId", kind, state, comparator, value, unit, "copiesPerMl", quantity,
           derivation, "lowerLimit", "upperLimit", "detectionLimit", specimen, "assayKey", "assayEdition",
           "reasonForTest", "rejectionCode", "failureCode", "collectedOn", "receivedOn", "testedOn", "returnedOn",
           "asPrinted", checks, entry, "saveId", "importId", "enteredById", "enteredAt", "contentHash", "replacesId",
           reason, verification, coalesce("current", true)
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(
           "participantId" uuid, id uuid, "programmeId" uuid, kind text, state text, comparator text, value text,
           unit text, "copiesPerMl" float8, quantity float8, derivation text, "lowerLimit" float8,
           "upperLimit" float8, "detectionLimit" float8, specimen text, "assayKey" text, "assayEdition" text,
           "reasonForTest" text, "rejectionCode" text, "failureCode" text, "collectedOn" date, "receivedOn" date,
           "testedOn" date, "returnedOn" date, "asPrinted" text, checks jsonb, entry text, "saveId" uuid,
           "importId" uuid, "enteredById" uuid, "enteredAt" timestamptz, "contentHash" text, "replacesId" uuid,
           reason text, verification text, "current" boolean)`;
}

/**
 * The statements of one save: what is replaced stops being current, the new rows are stored, and the people's standings
 * follow by the settings in force. The people's rows are locked by the caller, with a share of the programme's.
 */
export function writeResults(rows: readonly ResultRow[], settings: LaboratorySettings): readonly SqlFragment[] {
  const replaced = rows.flatMap(({ participantId, replacesId }) =>
    replacesId === null ? [] : [{ participantId, id: replacesId }],
  );
  const people = [...new Set(rows.map(({ participantId }) => participantId))];
  return [
    ...(replaced.length === 0 ? [] : [retireResults(replaced)]),
    insertResults(rows),
    ...refreshStandings(people, dueOn(settings)),
  ];
}

/** Which results; the participant too, because that is what they are found by. */
export interface ResultKey {
  readonly participantId: string;
  readonly id: string;
}

/** The statement after which these results do not count any more. */
export function retireResults(keys: readonly ResultKey[]): SqlFragment {
  return sql`
    UPDATE lab_result AS r SET current = false
      FROM json_to_recordset(${JSON.stringify(keys)}::json) AS k("participantId" uuid, id uuid)
     WHERE r.participant_id = k."participantId" AND r.id = k.id`;
}
