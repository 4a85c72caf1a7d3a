import { type SqlFragment, sql } from "@alongside/db/sql";
import type { ImportOutcome } from "./import-words";

/** What became of a row, as it is stored with the import. */
export interface OutcomeRow {
  readonly position: number;
  readonly outcome: ImportOutcome;
  readonly code: string | null;
  readonly printed: string | null;
  readonly field: string | null;
  readonly rule: string | null;
  readonly values: Readonly<Record<string, string | number>>;
  readonly checks: readonly string[];
  readonly resultId: string | null;
}

/** Characters of a print that are shown. */
const SHOWN_CHARACTERS = 80;

/** The statement that stores what became of rows, with all of them as one text. */
export function insertOutcomes(
  { programmeId, importId }: { readonly programmeId: string; readonly importId: string },
  rows: readonly OutcomeRow[],
): SqlFragment {
  const short = rows.map((row) => ({ ...row, printed: row.printed?.slice(0, SHOWN_CHARACTERS) ?? null }));
  return sql`
    INSERT INTO lab_import_row (programme_id, lab_import_id, position, outcome, code, printed, field, rule, "values", checks, result_id)
    SELECT ${programmeId}::uuid, ${importId}::uuid, position, outcome, code, printed, field, rule, r."values",
           ARRAY(SELECT json_array_elements_text(r.checks)), "resultId"
      FROM json_to_recordset(${JSON.stringify(short)}::json) AS r(
           position int, outcome text, code text, printed text, field text, rule text, "values" jsonb, checks json,
           "resultId" uuid)`;
}

/** The statement that forgets what an earlier dry run found. */
export function deleteOutcomes(importId: string): SqlFragment {
  return sql`DELETE FROM lab_import_row WHERE lab_import_id = ${importId}::uuid`;
}
