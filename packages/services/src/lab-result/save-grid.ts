import { pipelinedTransaction } from "@alongside/db/pipeline/pipelined-transaction";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { saveGridInput } from "./input";
import type { RowOutcome } from "./row-outcome";
import { saveRows } from "./save-rows";

export interface SavedGrid {
  readonly saveId: string;
  /** In the order of the rows. */
  readonly rows: readonly RowOutcome[];
}

/**
 * Saves a stack of results in one request: what is sound is stored in one transaction, and every row is told what became
 * of it. A grid of one row is how a single result is saved. Sending the same again changes nothing.
 */
export async function saveLabGrid(context: Context, input: z.input<typeof saveGridInput>): Promise<Result<SavedGrid>> {
  const parsed = parseInput(saveGridInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "lab-result.save", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const rows = await pipelinedTransaction(scope.value.db, (pipeline) =>
    saveRows(pipeline, context, scope.value, parsed.value),
  );
  return rows.ok ? ok({ saveId: parsed.value.saveId, rows: rows.value }) : rows;
}
