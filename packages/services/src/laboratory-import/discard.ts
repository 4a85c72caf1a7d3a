import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { Context } from "../context";
import { importLock } from "../import-lock";
import { perform } from "../perform";
import { discardLaboratoryImportInput } from "./inputs";
import { visibleImports } from "./stored-import";

/** Throws a file away. Of an import that is done, what it has stored and its figures stay. */
export function discardLaboratoryImport(
  context: Context,
  input: z.input<typeof discardLaboratoryImportInput>,
): Promise<Result<null>> {
  return perform(
    context,
    "laboratory-import.discard",
    discardLaboratoryImportInput,
    input,
    async (tx, scope, { programmeId, importId }) => {
      const wanted = { where: { id: importId, ...visibleImports(context, scope) }, select: { status: true } };
      if ((await tx.labImport.findFirst(wanted)) === null) return fail("not-found", "laboratory-import.none");
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>(importLock(importId));
      if (lock?.taken !== true) return fail("rule", "laboratory-import.at-work");
      const row = await tx.labImport.findFirst(wanted);
      if (row === null) return fail("not-found", "laboratory-import.none");
      if (row.status === "done") {
        await tx.labImportPiece.deleteMany({ where: { labImportId: importId } });
        await tx.labImportRow.deleteMany({ where: { labImportId: importId } });
      } else await tx.labImport.delete({ where: { id: importId } });
      return ok({ subjectId: programmeId, detail: { importId }, value: null });
    },
  );
}
