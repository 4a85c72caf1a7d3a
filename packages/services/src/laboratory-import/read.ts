import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { readLaboratoryImportInput } from "./inputs";
import { findImport, importDetail } from "./stored-import";
import type { LaboratoryImportDetail } from "./views";

/** Where an import stands and what was found in its file. Cheap enough to be asked every second. */
export async function readLaboratoryImport(
  context: Context,
  input: z.input<typeof readLaboratoryImportInput>,
): Promise<Result<LaboratoryImportDetail>> {
  const parsed = parseInput(readLaboratoryImportInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "laboratory-import.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, parsed.value.importId);
  return found.ok ? ok(await importDetail(scope.value, found.value.row, found.value.state)) : found;
}
