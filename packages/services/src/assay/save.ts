import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { ASSAYS } from "@alongside/domain/viral-load/assays.data";
import { z } from "zod";
import { canonicalText } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { assaySchema } from "./assay-schema";

export const saveAssayInput = z.object({ programmeId: z.uuid(), assay: assaySchema });

export interface SavedAssay {
  readonly key: string;
  readonly edition: string;
}

/**
 * Adds an assay of the programme's own, or another edition of one. An edition never changes once it is there: results
 * name it.
 * @returns `duplicate` when the edition is there with other content, or is a published one
 */
export function saveAssay(context: Context, input: z.input<typeof saveAssayInput>): Promise<Result<SavedAssay>> {
  return perform(context, "assay.save", saveAssayInput, input, async (tx, scope, { programmeId, assay }) => {
    const { key, edition } = assay;
    const value = { key, edition };
    const taken = ASSAYS.some((published) => published.key === key && published.edition === edition);
    if (taken) return fail("duplicate", "assay.edition-published");
    const stored = await tx.assay.findUnique({ where: { programmeId_key_edition: { programmeId, key, edition } } });
    if (stored !== null) {
      const same = canonicalText(stored.content) === canonicalText(assay);
      return same ? ok({ subjectId: programmeId, detail: null, value }) : fail("duplicate", "assay.edition-taken");
    }
    const row = { programmeId, key, edition, content: { ...assay }, savedById: scope.actorId };
    await tx.assay.create({ data: { ...row, savedAt: context.now() } });
    return ok({ subjectId: programmeId, detail: value, value });
  });
}
