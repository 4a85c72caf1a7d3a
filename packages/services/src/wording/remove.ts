import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const removeWordingInput = z.object({ programmeId: z.uuid(), packId: z.uuid() });

/** Deletes a wording pack, for instance when the permission has ended. Answers and scores stay; they hold no wording. */
export function removeWording(context: Context, input: z.input<typeof removeWordingInput>) {
  return perform(context, "wording.remove", removeWordingInput, input, async (tx, _scope, { programmeId, packId }) => {
    const pack = await tx.wordingPack.findFirst({
      where: { id: packId, programmeId },
      select: { instrument: true, edition: true, language: true },
    });
    if (pack === null) return fail("not-found", "wording.none");
    await tx.wordingPack.delete({ where: { id: packId } });
    const detail = { instrument: `${pack.instrument}@${pack.edition}`, language: pack.language };
    return ok({ subjectId: programmeId, detail, value: null });
  });
}
