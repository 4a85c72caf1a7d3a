import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type LaboratorySettings, storedSettings } from "./settings";

export const laboratorySettingsHistoryInput = z.object({ programmeId: z.uuid() });

/** A version as it was decided. */
export interface SettingsVersion extends LaboratorySettings {
  readonly savedAt: Date;
  /** Null for somebody whose account is gone. */
  readonly savedBy: string | null;
}

/** Every version, newest first. Empty: the programme has never said, and the defaults hold. */
export async function laboratorySettingsHistory(
  context: Context,
  input: z.input<typeof laboratorySettingsHistoryInput>,
): Promise<Result<readonly SettingsVersion[]>> {
  const parsed = parseInput(laboratorySettingsHistoryInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "laboratory-settings.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const rows = await scope.value.db.laboratorySettings.findMany({
    where: { programmeId: scope.value.programmeId },
    orderBy: { version: "desc" },
  });
  const people = await scope.value.db.user.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ savedById }) => savedById ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ok(
    rows.map(({ savedAt, savedById, ...row }) => ({
      ...storedSettings(row),
      savedAt,
      savedBy: names.get(savedById ?? "") ?? null,
    })),
  );
}
