import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { loadOutcomeRequest } from "../outcome/load-request";
import { outcomeInput } from "../outcome/outcome-input";
import { parseInput } from "../parse-input";
import { claimComputation, type StartedComputation } from "./claim";
import { runComputation } from "./run";
import { sensitivityInput } from "./sensitivity-input";
import { TASKS } from "./tasks";

const KIND = "sensitivity";

/**
 * Starts the rows of an outcome's sensitivity strip that take long, or finds them: the same question on the same data is
 * answered once. Returns at once; `readComputation` tells how far it is.
 */
export async function startComputation(
  context: Context,
  input: z.input<typeof outcomeInput>,
): Promise<Result<StartedComputation<LongStrip>>> {
  const parsed = parseInput(outcomeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.compute", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const loaded = await loadOutcomeRequest(context, scope.value, parsed.value);
  if (!loaded.ok) return loaded;
  // Resampled or filled in, 0 and 1 would tell of small groups what the page of a yes-or-no outcome hides.
  if (loaded.value.request.description.yesOrNo === true) return fail("not-found", "outcome.no-long-rows");
  const { input: work, hash } = sensitivityInput(loaded.value.request, loaded.value.siteIds);
  const claimed = await claimComputation<LongStrip>(context, scope.value, {
    ...{ kind: KIND, inputHash: hash, siteIds: loaded.value.siteIds, stepsTotal: TASKS[KIND].steps(work) },
  });
  if (claimed.fresh) {
    const run = { id: claimed.computationId, attempt: claimed.attempt };
    void runComputation(context, scope.value, run, KIND, TASKS[KIND], work);
    await writeAuditEvent(scope.value.db, context, scope.value, scope.value.programmeId, {
      computation: claimed.computationId,
      measure: parsed.value.measure,
    });
  }
  return ok({ computationId: claimed.computationId, state: claimed.state });
}
