import { pipelinedTransaction } from "@alongside/db/pipeline/pipelined-transaction";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { correctResultInput } from "./input";
import type { RowOutcome } from "./row-outcome";
import { saveRows } from "./save-rows";

/**
 * Puts another version in the place of a result, with the reason. The old one stays in the history. It is judged like a
 * new row, and a second person looks at it by the same policy.
 * @returns the row's outcome; `not-found` outside the scope
 */
export async function correctLabResult(
  context: Context,
  input: z.input<typeof correctResultInput>,
): Promise<Result<RowOutcome>> {
  const parsed = parseInput(correctResultInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, saveId, replaces, reason, ...row } = parsed.value;
  const scope = authorise(context, "lab-result.correct", programmeId);
  if (!scope.ok) return scope;
  const given = { programmeId, saveId, entry: "single", rows: [row], correction: { replaces, reason } } as const;
  const rows = await pipelinedTransaction(scope.value.db, (pipeline) =>
    saveRows(pipeline, context, scope.value, given),
  );
  if (!rows.ok) return rows;
  const [outcome] = rows.value;
  return outcome === undefined ? fail("not-found", "participant.none") : ok(outcome);
}
