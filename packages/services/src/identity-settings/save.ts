import type { VaultChange } from "@alongside/db/vault/vault";
import { CHARACTERISTICS } from "@alongside/domain/characteristics/characteristics";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { currentIdentity, type IdentitySettings, identityFields, recordedCharacteristics } from "./settings";

export const saveIdentitySettingsInput = z.object({
  programmeId: z.uuid(),
  /** The version that was looked at when this was decided. */
  basedOn: z.number().int().min(0),
  ...identityFields,
  /** As they are when absent. What was recorded before one is switched off stays recorded. */
  characteristics: recordedCharacteristics.optional(),
  /** Said on purpose: switching contact details off deletes those of everybody. */
  deleteDetails: z.boolean().default(false),
});

export interface SavedIdentitySettings extends IdentitySettings {
  /** Of how many people contact details were deleted. */
  readonly deleted: number;
}

/**
 * Adds a version. Switching contact details off deletes all of them; another way of noticing somebody enrolled twice, or
 * none, deletes the hashes made by the one before.
 * @returns `conflict` when somebody has saved another version since; `rule` when details would be deleted unsaid
 */
export async function saveIdentitySettings(
  context: Context,
  input: z.input<typeof saveIdentitySettingsInput>,
): Promise<Result<SavedIdentitySettings>> {
  const { vault } = context;
  const parsed = parseInput(saveIdentitySettingsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "identity-settings.save", parsed.value.programmeId);
  if (!scope.ok) return scope;
  if (vault === null) return save(context, input, null);
  return vault.change(
    parsed.value.programmeId,
    (change) => save(context, input, change),
    (result) => result.ok,
  );
}

function save(
  context: Context,
  input: z.input<typeof saveIdentitySettingsInput>,
  vault: VaultChange | null,
): Promise<Result<SavedIdentitySettings>> {
  return perform(context, "identity-settings.save", saveIdentitySettingsInput, input, async (tx, scope, asked) => {
    const { programmeId, basedOn, deleteDetails, ...fields } = asked;
    await tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${programmeId}::uuid FOR UPDATE`;
    const now = await currentIdentity(tx, programmeId);
    const { contactDetails, duplicateRecipe } = fields;
    const wanted = fields.characteristics ?? now.characteristics;
    const characteristics = CHARACTERISTICS.filter((one) => wanted.includes(one));
    const sameVault = contactDetails === now.contactDetails && duplicateRecipe === now.duplicateRecipe;
    const unchanged = sameVault && characteristics.join() === now.characteristics.join();
    // The same request again, or nothing to change.
    if (unchanged && basedOn <= now.version) {
      return ok({ subjectId: programmeId, detail: null, value: { ...now, deleted: 0 } });
    }
    if (basedOn !== now.version) return fail("conflict", "identity-settings.changed-since");
    if (vault === null && !sameVault) return fail("rule", "identity-settings.no-vault");
    const ends = now.contactDetails && !contactDetails;
    if (ends && !deleteDetails) return fail("rule", "identity-settings.would-delete");
    const deleted = ends ? ((await vault?.removeEverybody()) ?? 0) : 0;
    // Hashes of another recipe can never match again.
    if (duplicateRecipe !== now.duplicateRecipe) await tx.duplicateMark.deleteMany({ where: { programmeId } });
    const value = { version: now.version + 1, contactDetails, duplicateRecipe, characteristics };
    const saved = { savedById: scope.actorId, savedAt: context.now() };
    await tx.identitySettings.create({ data: { programmeId, ...value, ...saved } });
    const before = {
      contactDetailsBefore: now.contactDetails,
      duplicateRecipeBefore: now.duplicateRecipe,
      characteristicsBefore: now.characteristics.join(" "),
    };
    const detail = { ...value, characteristics: characteristics.join(" "), ...before, deleted };
    return ok({ subjectId: programmeId, detail, value: { ...value, deleted } });
  });
}
