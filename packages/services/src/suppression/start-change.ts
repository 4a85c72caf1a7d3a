import type { ViralLoadChange } from "@alongside/analysis/viral-load-change/viral-load-change";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { claimComputation, type StartedComputation } from "../computation/claim";
import { runComputation } from "../computation/run";
import { TASKS } from "../computation/tasks";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { changeInput } from "./change-input";
import { suppressionInput } from "./input";
import { loadSuppressionRequest } from "./load-request";

const KIND = "results-change";

/**
 * Starts the change in log10 viral load, a likelihood that takes seconds, or finds it: the same question on the same data is
 * answered once. Returns at once; `readSuppressionChange` tells how far it is.
 */
export async function startSuppressionChange(
  context: Context,
  input: z.input<typeof suppressionInput>,
): Promise<Result<StartedComputation<ViralLoadChange>>> {
  const parsed = parseInput(suppressionInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "suppression.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const found = await loadSuppressionRequest(context, scope.value, parsed.value);
  if (!found.ok) return found;
  const { input: work, hash } = changeInput(found.value);
  const { siteIds } = found.value;
  const claimed = await claimComputation<ViralLoadChange>(context, scope.value, {
    ...{ kind: KIND, inputHash: hash, siteIds, stepsTotal: TASKS[KIND].steps() },
  });
  const { attempt, computationId, state } = claimed;
  if (claimed.fresh) {
    void runComputation(context, scope.value, { id: computationId, attempt }, KIND, TASKS[KIND], work);
    await writeAuditEvent(scope.value.db, context, scope.value, scope.value.programmeId, {
      computation: computationId,
    });
  }
  return ok({ computationId, state });
}
