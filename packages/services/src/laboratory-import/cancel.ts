import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { cancelLaboratoryImportInput } from "./inputs";
import { findImport, importView, visibleImports } from "./stored-import";
import type { LaboratoryImportView } from "./views";

/**
 * Stops a dry run or a run. Nothing of the file is in the programme then: whoever is at work notices at the next batch,
 * or at the latest when it wants to end, and undoes everything.
 * @returns `rule` when it has ended already, or nobody is at work
 */
export async function cancelLaboratoryImport(
  context: Context,
  input: z.input<typeof cancelLaboratoryImportInput>,
): Promise<Result<LaboratoryImportView>> {
  const cancelled = await perform(
    context,
    "laboratory-import.run",
    cancelLaboratoryImportInput,
    input,
    async (tx, scope, { programmeId, importId }) => {
      const where = { id: importId, ...visibleImports(context, scope) };
      const stoppedNow = await tx.labImport.updateMany({
        where: { ...where, status: { in: ["checking", "running"] } },
        data: { status: "cancelled", finishedAt: context.now() },
      });
      if (stoppedNow.count > 0)
        return ok({ subjectId: programmeId, detail: { importId, cancelled: true }, value: scope });
      const row = await tx.labImport.findFirst({ where, select: { status: true } });
      if (row === null) return fail("not-found", "laboratory-import.none");
      if (row.status === "done") return fail("rule", "laboratory-import.done-already");
      if (row.status !== "cancelled") return fail("rule", "laboratory-import.nothing-at-work");
      return ok({ subjectId: programmeId, detail: null, value: scope });
    },
  );
  if (!cancelled.ok) return cancelled;
  const found = await findImport(context, cancelled.value, input.importId);
  return found.ok ? ok(importView(found.value.row, found.value.state)) : found;
}
