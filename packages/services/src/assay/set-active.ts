import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const setAssayActiveInput = z.object({
  programmeId: z.uuid(),
  key: z.string().min(1).max(80),
  edition: z.string().min(1).max(20),
  active: z.boolean(),
});

export interface AssayStatus {
  readonly active: boolean;
}

/** Offers one of the programme's own assays for new results, or no longer. What was entered with it stays as it is. */
export function setAssayActive(
  context: Context,
  input: z.input<typeof setAssayActiveInput>,
): Promise<Result<AssayStatus>> {
  return perform(context, "assay.save", setAssayActiveInput, input, async (tx, _scope, asked) => {
    const { programmeId, key, edition, active } = asked;
    const where = { programmeId_key_edition: { programmeId, key, edition } };
    const stored = await tx.assay.findUnique({ where });
    if (stored === null) return fail("not-found", "assay.none");
    const value = { active };
    if (stored.active === active) return ok({ subjectId: programmeId, detail: null, value });
    await tx.assay.update({ where, data: { active } });
    return ok({ subjectId: programmeId, detail: { key, edition, active }, value });
  });
}
