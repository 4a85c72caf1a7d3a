import { refreshStandings } from "@alongside/db/lab-standing/refresh";
import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { pipelinedTransaction } from "@alongside/db/pipeline/pipelined-transaction";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { auditInserts } from "../audit/write-audit-event";
import type { Context } from "../context";
import { settingsInside } from "../laboratory-settings/read";
import type { LaboratorySettings } from "../laboratory-settings/settings";
import { parseInput } from "../parse-input";
import { dueOn } from "../worklist/standing-sql";
import { uuidList } from "./read-people";

export const undoSaveInput = z.object({ programmeId: z.uuid(), saveId: z.uuid() });

export interface UndoneSave {
  /** Results that do not count any more. */
  readonly resultIds: readonly string[];
}

/** How long after a save it can be taken back, by the clock of the server. */
export const UNDO_SECONDS = 60;

interface SavedRow {
  readonly participantId: string;
  readonly resultId: string;
  readonly saveId: string;
  readonly replacesId: string | null;
  readonly current: boolean;
  readonly undone: boolean;
  readonly decided: boolean;
}

/**
 * Takes back the last save of whoever asks, within a minute. The rows stay and are marked as undone; what they had
 * replaced counts again. Asking twice is answered like the first time.
 * @returns `rule` when it was longer ago, was not the last, or somebody has built on it since
 */
export async function undoLastSave(
  context: Context,
  input: z.input<typeof undoSaveInput>,
): Promise<Result<UndoneSave>> {
  const parsed = parseInput(undoSaveInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "lab-result.undo", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const { saveId } = parsed.value;
  return pipelinedTransaction(scope.value.db, async (pipeline): Promise<Result<UndoneSave>> => {
    const settings = await settingsInside(pipeline, scope.value.programmeId);
    const rows = await lockAndReadSave(pipeline, context, scope.value, saveId);
    const mine = rows.filter((row) => row.saveId === saveId);
    if (mine.length === 0) return fail("rule", "lab-result.undo-too-late", { params: { seconds: UNDO_SECONDS } });
    if (rows[0]?.saveId !== saveId) return fail("rule", "lab-result.undo-not-last");
    const resultIds = mine.map(({ resultId }) => resultId);
    if (mine.every(({ undone }) => undone)) return ok({ resultIds });
    if (mine.some(({ current, decided }) => !current || decided)) return fail("rule", "lab-result.undo-built-on");
    await pipeline.finish(undoStatements(context, scope.value, mine, settings));
    return ok({ resultIds });
  });
}

/** What this person saved in the last minute, the last save first; its people are locked. */
async function lockAndReadSave(
  pipeline: Pipeline,
  context: Context,
  scope: Scope,
  saveId: string,
): Promise<readonly SavedRow[]> {
  const since = new Date(context.now().getTime() - UNDO_SECONDS * 1000).toISOString();
  const own = sql`r.programme_id = ${scope.programmeId}::uuid AND r.entered_by_id = ${scope.actorId}::uuid
     AND r.entered_at >= ${since}::timestamptz AND r.import_id IS NULL`;
  const sites = scope.siteIds === "all" ? sql`true` : sql`p.site_id IN (${uuidList(scope.siteIds)})`;
  const lock = sql`
    SELECT 1 FROM participant p WHERE ${sites} AND p.participant_id IN (
      SELECT r.participant_id FROM lab_result r WHERE ${own} AND r.save_id = ${saveId}::uuid)
     ORDER BY p.participant_id FOR UPDATE`;
  const read = sql`
    SELECT r.participant_id AS "participantId", r.id AS "resultId", r.save_id AS "saveId",
           r.replaces_id AS "replacesId", r.current, r.undone_at IS NOT NULL AS undone,
           EXISTS (SELECT 1 FROM lab_verification v
                    WHERE v.participant_id = r.participant_id AND v.result_id = r.id) AS decided
      FROM lab_result r JOIN participant p ON p.participant_id = r.participant_id
     WHERE ${own} AND ${sites} ORDER BY r.entered_at DESC, r.save_id = ${saveId}::uuid DESC, r.id DESC`;
  const [, rows] = await pipeline.ask([lock, read]);
  return (rows ?? []) as readonly SavedRow[];
}

function undoStatements(
  context: Context,
  scope: Scope,
  rows: readonly SavedRow[],
  settings: LaboratorySettings,
): readonly SqlFragment[] {
  const now = context.now().toISOString();
  const undone = rows.map(({ participantId, resultId }) => ({ participantId, id: resultId }));
  const restored = rows.flatMap(({ participantId, replacesId }) =>
    replacesId === null ? [] : [{ participantId, id: replacesId }],
  );
  const keys = (list: readonly unknown[]) =>
    sql`json_to_recordset(${JSON.stringify(list)}::json) AS k("participantId" uuid, id uuid)`;
  return [
    sql`UPDATE lab_result AS r
           SET current = false, undone_at = ${now}::timestamptz, undone_by_id = ${scope.actorId}::uuid
          FROM ${keys(undone)} WHERE r.participant_id = k."participantId" AND r.id = k.id`,
    ...(restored.length === 0
      ? []
      : [
          sql`UPDATE lab_result AS r SET current = true
                FROM ${keys(restored)} WHERE r.participant_id = k."participantId" AND r.id = k.id`,
        ]),
    ...refreshStandings([...new Set(rows.map(({ participantId }) => participantId))], dueOn(settings)),
    ...auditInserts(
      context,
      scope,
      rows.map(({ participantId, resultId, saveId, replacesId }) => ({
        subjectId: participantId,
        detail: { resultId, saveId, ...(replacesId && { restored: replacesId }) },
      })),
    ),
  ];
}
