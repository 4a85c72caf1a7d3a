import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";
import { takeImportLocks } from "./import-lock";

export const discardStudyImportInput = z.object({ programmeId: z.uuid(), importId: z.uuid() });

/** Throws away an uploaded file that was not imported. What an import has stored stays. */
export function discardStudyImport(context: Context, input: z.input<typeof discardStudyImportInput>) {
  return perform(
    context,
    "study-import.discard",
    discardStudyImportInput,
    input,
    async (tx, _scope, { programmeId, importId }) => {
      if (!(await takeImportLocks(tx, programmeId, importId))) return fail("rule", "study-import.at-work");
      const row = await tx.studyImport.findFirst({ where: { id: importId, programmeId }, select: { status: true } });
      if (row === null) return fail("not-found", "study-import.none");
      if (row.status === "done") return fail("rule", "study-import.done-already");
      await tx.studyImport.delete({ where: { id: importId } });
      return ok({ subjectId: programmeId, detail: { importId }, value: null });
    },
  );
}
