import { type SqlFragment, sql } from "@alongside/db/sql";
import type { ConsentPurpose } from "@alongside/domain/consent/consent";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { inScope } from "../schedule/in-scope";
import { programmeConsents } from "./programme-consents";

export const listOpenConsentsInput = z.object({ programmeId: z.uuid() });

/** A longer list is worked off from the top. */
const MOST = 200;

/** Somebody to speak to again about a purpose. */
export interface OpenConsent {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
  readonly purpose: ConsentPurpose;
  /** The yes in force was given to earlier words; or the programme needs an answer and has none. */
  readonly why: "older-words" | "not-asked";
  /** Edition that was read; null: not recorded, or not asked. */
  readonly version: number | null;
}

export interface OpenConsents {
  readonly rows: readonly OpenConsent[];
  /** There are more. */
  readonly more: boolean;
}

/** Whose yes was given to earlier words, and who has not been asked although an answer is needed. Only people still enrolled. */
export async function listOpenConsents(
  context: Context,
  input: z.input<typeof listOpenConsentsInput>,
): Promise<Result<OpenConsents>> {
  const parsed = parseInput(listOpenConsentsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "consent.list-open", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { programmeId } = scope.value;
  const purposes = await programmeConsents(scope.value.db, programmeId);
  const asked = purposes
    .filter((one) => one.asked)
    .map(({ purpose, requiredFrom, editions: [newest] }) => ({ purpose, requiredFrom, version: newest.version }));
  const rows = await scope.value.db.$queryRaw<OpenConsent[]>(sql`
    SELECT p.participant_id AS "participantId", p.code, s.name AS site, a.purpose,
           CASE WHEN c.state IS NULL THEN 'not-asked' ELSE 'older-words' END AS why, c.version
      FROM participant p
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.current AND e.status = 'active'
      JOIN site s ON s.id = p.site_id
     CROSS JOIN ${asRows(asked)}
      LEFT JOIN consent c ON c.participant_id = p.participant_id AND c.current AND c.purpose = a.purpose
     WHERE ${inScope(scope.value)}
       AND (c.state = 'given' AND coalesce(c.version, -1) < a.version AND a.version > 0
            OR c.state IS NULL AND e.enrolled_on >= a."requiredFrom")
       AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.participant_id = p.participant_id AND w.current
                          AND w.level IN ('use', 'erase'))
     ORDER BY p.code, a.purpose LIMIT ${MOST + 1}::int`);
  await writeAuditEvent(scope.value.db, context, scope.value, programmeId, { listed: Math.min(rows.length, MOST) });
  return ok({ rows: rows.slice(0, MOST), more: rows.length > MOST });
}

function asRows(asked: readonly unknown[]): SqlFragment {
  return sql`jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(purpose text, "requiredFrom" date, version int)`;
}
