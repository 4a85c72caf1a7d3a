import type { Tx } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import type { AuditDetail } from "../audit/write-audit-event";
import type { Context } from "../context";
import { type Done, perform } from "../perform";
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
  return perform(context, "laboratory.save", saveLaboratoryInput, input, async (tx, _scope, asked) => {
    const { programmeId, laboratoryId, name, active } = asked;
    const stored = await tx.laboratory.findUnique({ where: { id: laboratoryId } });
    if (stored !== null && stored.programmeId !== programmeId) return fail("not-found", "laboratory.none");
    if (stored?.name === name && stored.active === active) {
      return viewed(tx, programmeId, laboratoryId, null);
    }
    const data = { name, active };
    if (stored === null) {
      await tx.laboratory.create({ data: { id: laboratoryId, programmeId, ...data, createdAt: context.now() } });
    } else await tx.laboratory.update({ where: { id: laboratoryId }, data });
    return viewed(tx, programmeId, laboratoryId, { laboratoryId, active, name });
  });
}

async function viewed(
  tx: Tx,
  programmeId: string,
  laboratoryId: string,
  detail: AuditDetail | null,
): Promise<Result<Done<LaboratoryView>>> {
  const [value] = await laboratoryViews(tx, programmeId, laboratoryId);
  return value === undefined ? fail("not-found", "laboratory.none") : ok({ subjectId: programmeId, detail, value });
}
