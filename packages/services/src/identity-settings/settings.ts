import type { Tx } from "@alongside/db/client";
import { CHARACTERISTICS } from "@alongside/domain/characteristics/characteristics";
import { DUPLICATE_RECIPES } from "@alongside/domain/identity/duplicate-recipe";
import { z } from "zod";

/** What a programme keeps besides codes. */
export const identityFields = {
  /** Are contact details kept? */
  contactDetails: z.boolean(),
  duplicateRecipe: z.enum(DUPLICATE_RECIPES),
};
/** Which of the things that tell who people are, beside their code, are recorded. */
export const recordedCharacteristics = z.array(z.enum(CHARACTERISTICS)).max(CHARACTERISTICS.length);
const schema = z.object({
  version: z.number().int().min(0),
  ...identityFields,
  characteristics: recordedCharacteristics,
});
export type IdentitySettings = z.output<typeof schema>;

/** What holds until a programme says otherwise: nothing is kept. Version 0 is never stored. */
const NOTHING_KEPT: IdentitySettings = {
  version: 0,
  contactDetails: false,
  duplicateRecipe: "none",
  characteristics: [],
};

/** The newest version, or that nothing is kept. */
export async function currentIdentity(db: Tx, programmeId: string): Promise<IdentitySettings> {
  const row = await db.identitySettings.findFirst({ where: { programmeId }, orderBy: { version: "desc" } });
  return row === null ? NOTHING_KEPT : schema.parse(row);
}
