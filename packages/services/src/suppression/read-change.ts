import type { ViralLoadChange } from "@alongside/analysis/viral-load-change/viral-load-change";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import { computationInput, findComputation } from "../computation/find-computation";
import { type ComputationState, stateOf } from "../computation/stored-computation";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

/** How far the change in log10 viral load is, or the change itself. */
export async function readSuppressionChange(
  context: Context,
  input: z.input<typeof computationInput>,
): Promise<Result<ComputationState<ViralLoadChange>>> {
  const parsed = parseInput(computationInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "suppression.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await findComputation(scope.value, "results-change", parsed.value.computationId);
  return found.ok ? ok(stateOf(found.value, context.now())) : found;
}
