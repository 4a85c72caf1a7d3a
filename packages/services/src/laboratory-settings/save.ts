import { rebuildStandings } from "@alongside/db/lab-standing/rebuild";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { beforeAndAfter } from "../audit/before-and-after";
import { canonicalText } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { dueOn } from "../worklist/standing-sql";
import { currentSettings } from "./read";
import { type LaboratorySettings, settingsFields } from "./settings";

export const saveLaboratorySettingsInput = z.object({
  programmeId: z.uuid(),
  /** The version that was looked at when this was decided. */
  basedOn: z.number().int().min(0),
  ...settingsFields,
});

/**
 * Adds a version. Earlier ones stay, and what was entered under them keeps what they decided;
 * what is due follows the new one at once.
 * @returns `conflict` when somebody has saved another version since
 */
export function saveLaboratorySettings(
  context: Context,
  input: z.input<typeof saveLaboratorySettingsInput>,
): Promise<Result<LaboratorySettings>> {
  return perform(context, "laboratory-settings.save", saveLaboratorySettingsInput, input, async (tx, scope, asked) => {
    const { programmeId, basedOn, ...fields } = asked;
    await tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR UPDATE`;
    const now = await currentSettings(tx, programmeId);
    const next = { version: now.version + 1, ...fields };
    const unchanged = canonicalText({ ...next, version: now.version }) === canonicalText(now);
    // The same request again, or nothing to change.
    if (unchanged && basedOn <= now.version) return ok({ subjectId: programmeId, detail: null, value: now });
    if (basedOn !== now.version) return fail("conflict", "laboratory-settings.changed-since");
    const { schedule, ...plain } = next;
    await tx.laboratorySettings.create({
      data: { programmeId, ...plain, schedule, savedById: scope.actorId, savedAt: context.now() },
    });
    await rebuildStandings(tx, programmeId, dueOn(next));
    const told = ({ ruleId, verification, doubleEntry, thirdPerson, schedule: days }: LaboratorySettings) => ({
      ...{ ruleId, verification, doubleEntry, thirdPerson, schedule: canonicalText(days) },
    });
    const detail = { version: next.version, ...beforeAndAfter(told(now), told(next)) };
    return ok({ subjectId: programmeId, detail, value: next });
  });
}
