import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { computationInput, findComputation } from "./find-computation";
import { type ComputationState, stateOf } from "./stored-computation";

/** How far a computation is, or its result. */
export async function readComputation(
  context: Context,
  input: z.input<typeof computationInput>,
): Promise<Result<ComputationState<LongStrip>>> {
  const parsed = parseInput(computationInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.compute", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await findComputation(scope.value, "sensitivity", parsed.value.computationId);
  return found.ok ? ok(stateOf(found.value, context.now())) : found;
}
