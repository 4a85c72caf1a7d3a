import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { canonicalText } from "../canonical-hash";
import type { Context } from "../context";
import { perform } from "../perform";
import { saveMappingInput } from "./inputs";
import { addMapping, currentMapping, lockLaboratory } from "./laboratory-mapping";

/**
 * Adds a version of a laboratory's mapping; the same mapping again adds none. Earlier versions stay, and imports name the
 * one they were read by.
 * @returns `conflict` when somebody has saved another version since
 */
export function saveLaboratoryMapping(
  context: Context,
  input: z.input<typeof saveMappingInput>,
): Promise<Result<{ readonly version: number }>> {
  return perform(context, "laboratory.save", saveMappingInput, input, async (tx, scope, asked) => {
    const { programmeId, laboratoryId, basedOn, mapping } = asked;
    if ((await lockLaboratory(tx, programmeId, laboratoryId)) === null) return fail("not-found", "laboratory.none");
    const now = await currentMapping(tx, laboratoryId);
    const version = now?.version ?? 0;
    const isSame = now !== null && canonicalText(now.mapping) === canonicalText(mapping);
    if (isSame) return ok({ subjectId: programmeId, detail: null, value: { version } });
    if (basedOn !== version) return fail("conflict", "laboratory.mapping-changed-since");
    const next = { version: version + 1, mapping };
    await addMapping(tx, { programmeId, laboratoryId }, next, { savedById: scope.actorId, savedAt: context.now() });
    const detail = { laboratoryId, version: next.version };
    return ok({ subjectId: programmeId, detail, value: { version: next.version } });
  });
}
