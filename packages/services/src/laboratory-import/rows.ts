import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import type { ImportOutcome } from "./import-words";
import { importRowsInput } from "./inputs";
import { outcomePage } from "./outcome-page";
import { findImport } from "./stored-import";
import type { ImportRowPage } from "./views";

/** Rows and what became, or would become, of them, in the order of the file. */
export async function readImportRows(
  context: Context,
  input: z.input<typeof importRowsInput>,
): Promise<Result<ImportRowPage>> {
  const parsed = parseInput(importRowsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, importId, outcome, after, take } = parsed.value;
  const scope = authorise(context, "laboratory-import.read", programmeId);
  if (!scope.ok) return scope;
  const found = await findImport(context, scope.value, importId);
  if (!found.ok) return found;
  const outcomes: readonly ImportOutcome[] | null = outcome === null ? null : [outcome];
  const page = await outcomePage(scope.value.db, { importId, outcomes, after: after ?? 0, take });
  // Codes and results as the laboratory wrote them: who looked at how many is kept.
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, {
    importId,
    rows: page.rows.length,
  });
  return ok(page);
}
