import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { listLaboratoryImportsInput } from "./inputs";
import { findRows, importStates, importView } from "./stored-import";
import type { LaboratoryImportView } from "./views";

const MOST_LISTED = 50;

/** The latest imports that are for the person to see, newest first. */
export async function listLaboratoryImports(
  context: Context,
  input: z.input<typeof listLaboratoryImportsInput>,
): Promise<Result<readonly LaboratoryImportView[]>> {
  const parsed = parseInput(listLaboratoryImportsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, laboratoryId } = parsed.value;
  const scope = authorise(context, "laboratory-import.read", programmeId);
  if (!scope.ok) return scope;
  const rows = await findRows(context, scope.value, laboratoryId === null ? {} : { laboratoryId }, MOST_LISTED);
  const states = await importStates(scope.value, rows);
  return ok(rows.map((row) => importView(row, states.get(row.id) ?? "failed")));
}
