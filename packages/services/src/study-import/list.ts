import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { importView, type StudyImportView } from "./read";
import { importStates } from "./stored-import";
import { visibleImports } from "./visible-imports";

export const listStudyImportsInput = z.object({ programmeId: z.uuid() });

/** The latest imports of a programme that are for the person to see, newest first. */
export async function listStudyImports(
  context: Context,
  input: z.input<typeof listStudyImportsInput>,
): Promise<Result<readonly StudyImportView[]>> {
  const parsed = parseInput(listStudyImportsInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "study-import.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const rows = await scope.value.db.studyImport.findMany({
    where: { ...visibleImports(context, scope.value), status: { not: "uploading" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    omit: { mapping: true, report: true },
  });
  const states = await importStates(scope.value, rows);
  return ok(rows.map((row) => importView(row, states.get(row.id) ?? "failed")));
}
