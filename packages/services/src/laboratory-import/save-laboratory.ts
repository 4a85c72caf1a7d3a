import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { saveLaboratoryInput } from "./inputs";
import { laboratoryViews } from "./list-laboratories";
import type { LaboratoryView } from "./views";

/**
 * Adds a laboratory, or renames, closes or opens it.
 * @returns `duplicate` when another one of the programme has the name
 */
export async function saveProgrammeLaboratory(
  context: Context,
  input: z.input<typeof saveLaboratoryInput>,
): Promise<Result<LaboratoryView>> {
  const saved = await perform(context, "laboratory.save", saveLaboratoryInput, input, async (tx, _scope, asked) => {
    const { programmeId, laboratoryId, name, active } = asked;
    const stored = await tx.laboratory.findUnique({ where: { id: laboratoryId } });
    if (stored !== null && stored.programmeId !== programmeId) return fail("not-found", "laboratory.none");
    if (stored?.name === name && stored.active === active) {
      return ok({ subjectId: programmeId, detail: null, value: asked });
    }
    const data = { name, active };
    if (stored === null) {
      await tx.laboratory.create({ data: { id: laboratoryId, programmeId, ...data, createdAt: context.now() } });
    } else await tx.laboratory.update({ where: { id: laboratoryId }, data });
    return ok({ subjectId: programmeId, detail: { laboratoryId, active, name }, value: asked });
  });
  if (!saved.ok) return saved;
  const { programmeId, laboratoryId } = saved.value;
  const [view] = await laboratoryViews(context, { programmeId, id: laboratoryId });
  return view === undefined ? fail("not-found", "laboratory.none") : ok(view);
}
