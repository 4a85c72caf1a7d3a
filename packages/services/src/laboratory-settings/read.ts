import type { Tx } from "@alongside/db/client";
import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { sql } from "@alongside/db/sql";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { DEFAULT_SETTINGS, type LaboratorySettings, storedSettings } from "./settings";

export const readLaboratorySettingsInput = z.object({ programmeId: z.uuid() });

/** How the programme reads and checks its results now. Version 0: it has never said, and the defaults hold. */
export async function readLaboratorySettings(
  context: Context,
  input: z.input<typeof readLaboratorySettingsInput>,
): Promise<Result<LaboratorySettings>> {
  const parsed = parseInput(readLaboratorySettingsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "laboratory-settings.read", parsed.value.programmeId);
  return scope.ok ? ok(await currentSettings(scope.value.db, scope.value.programmeId)) : scope;
}

/** The newest version, or the defaults. */
export async function currentSettings(db: Tx, programmeId: string): Promise<LaboratorySettings> {
  const row = await db.laboratorySettings.findFirst({ where: { programmeId }, orderBy: { version: "desc" } });
  return row === null ? DEFAULT_SETTINGS : storedSettings(row);
}

/** The same inside a transaction, with a share of the programme's row, which keeps the settings as they are. */
export async function settingsInside(pipeline: Pipeline, programmeId: string): Promise<LaboratorySettings> {
  const share = sql`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR KEY SHARE`;
  const read = sql`
    SELECT version, rule_id AS "ruleId", verification, double_entry AS "doubleEntry",
           third_person AS "thirdPerson", schedule
      FROM laboratory_settings WHERE programme_id = ${programmeId}::uuid ORDER BY version DESC LIMIT 1`;
  const [, rows] = await pipeline.ask([share, read]);
  const [row] = rows ?? [];
  return row === undefined ? DEFAULT_SETTINGS : storedSettings(row);
}
