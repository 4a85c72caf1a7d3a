import { fail, ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { takeImportLocks } from "../import-lock";
import { perform } from "../perform";
import { visibleImports } from "./visible-imports";

export const discardStudyImportInput = z.object({ programmeId: z.uuid(), importId: z.uuid() });

/** Throws away an uploaded file that was not imported. What an import has stored stays. */
export function discardStudyImport(context: Context, input: z.input<typeof discardStudyImportInput>) {
  return perform(
    context,
    "study-import.discard",
    discardStudyImportInput,
    input,
    async (tx, scope, { programmeId, importId }) => {
      const wanted = { where: { id: importId, ...visibleImports(context, scope) }, select: { status: true } };
      // Before the lock is asked for: to others an import at work does not exist either.
      if ((await tx.studyImport.findFirst(wanted)) === null) return fail("not-found", "study-import.none");
      if (!(await takeImportLocks(tx, programmeId, importId))) return fail("rule", "study-import.at-work");
      const row = await tx.studyImport.findFirst(wanted);
      if (row === null) return fail("not-found", "study-import.none");
      if (row.status === "done") return fail("rule", "study-import.done-already");
      await tx.studyImport.delete({ where: { id: importId } });
      return ok({ subjectId: programmeId, detail: { importId }, value: null });
    },
  );
}
