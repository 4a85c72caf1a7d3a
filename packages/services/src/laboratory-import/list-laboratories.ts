import type { Tx } from "@alongside/db/client";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { laboratoryMappingSchema } from "@alongside/interchange/formats/laboratory-file/mapping";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { listLaboratoriesInput } from "./inputs";
import type { LaboratoryView } from "./views";

/** Laboratories of the programme with the mapping in force, open ones first, by name. */
export async function listProgrammeLaboratories(
  context: Context,
  input: z.input<typeof listLaboratoriesInput>,
): Promise<Result<readonly LaboratoryView[]>> {
  const parsed = parseInput(listLaboratoriesInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "laboratory.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  return ok(await laboratoryViews(scope.value.db, scope.value.programmeId));
}

/** Laboratories as screens are given them. */
export async function laboratoryViews(db: Tx, programmeId: string, id?: string): Promise<readonly LaboratoryView[]> {
  const rows = await db.laboratory.findMany({
    where: { programmeId, ...(id !== undefined && { id }) },
    orderBy: [{ active: "desc" }, { name: "asc" }],
    include: {
      mappings: { orderBy: { version: "desc" }, take: 1 },
      imports: { where: { status: "done" }, orderBy: { finishedAt: "desc" }, take: 1, select: { finishedAt: true } },
    },
  });
  return rows.map(({ id, name, active, mappings: [mapping], imports: [last] }) => ({
    ...{ laboratoryId: id, name, active },
    mappingVersion: mapping?.version ?? 0,
    mapping: mapping === undefined ? null : laboratoryMappingSchema.parse(mapping.content),
    lastImportedAt: last?.finishedAt ?? null,
  }));
}
