import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { loadOutcomeRequest } from "../outcome/load-request";
import { outcomeInput } from "../outcome/outcome-input";
import { parseInput } from "../parse-input";
import { runComputation } from "./run";
import { sensitivityInput } from "./sensitivity-input";
import { type ComputationState, STATE_COLUMNS, stateOf } from "./stored-computation";
import { TASKS } from "./tasks";

/** A computation as whoever asked for it sees it. */
export interface StartedComputation {
  readonly computationId: string;
  readonly state: ComputationState<LongStrip>;
}

const KIND = "sensitivity";

/**
 * Starts the rows of an outcome's sensitivity strip that take long, or finds them: the same question on the same data is
 * answered once. Returns at once; `readComputation` tells how far it is.
 */
export async function startComputation(
  context: Context,
  input: z.input<typeof outcomeInput>,
): Promise<Result<StartedComputation>> {
  const parsed = parseInput(outcomeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.compute", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const loaded = await loadOutcomeRequest(context, scope.value, parsed.value);
  if (!loaded.ok) return loaded;
  // Resampled or filled in, 0 and 1 would tell of small groups what the page of a yes-or-no outcome hides.
  if (loaded.value.request.description.yesOrNo === true) return fail("not-found", "outcome.no-long-rows");
  const { input: work, hash } = sensitivityInput(loaded.value.request, loaded.value.siteIds);
  const claimed = await claim(context, scope.value, hash, loaded.value.siteIds, TASKS[KIND].steps(work));
  if (claimed.fresh) {
    const run = { id: claimed.computationId, attempt: claimed.attempt };
    void runComputation(context, run, KIND, TASKS[KIND], work);
    await writeAuditEvent(context.db, context, scope.value, scope.value.programmeId, {
      computation: claimed.computationId,
      measure: parsed.value.measure,
    });
  }
  return ok({ computationId: claimed.computationId, state: claimed.state });
}

/** Makes or takes over the row of a computation; `fresh` when it is now ours to do. */
async function claim(
  { db, now, newId }: Context,
  { programmeId, actorId }: Scope,
  inputHash: string,
  siteIds: readonly string[],
  stepsTotal: number,
): Promise<StartedComputation & { readonly attempt: number; readonly fresh: boolean }> {
  const key = { programmeId, kind: KIND, inputHash };
  const begun = {
    status: "running",
    stepsDone: 0,
    stepsTotal,
    requestedById: actorId,
    startedAt: now(),
    seenAt: now(),
  };
  const id = newId();
  const made = await db.computation.createMany({
    data: { ...key, ...begun, id, siteIds: [...siteIds] },
    skipDuplicates: true,
  });
  const running = { kind: "running", done: 0, total: stepsTotal } as const;
  if (made.count === 1) return { computationId: id, attempt: 1, state: running, fresh: true };
  const row = await db.computation.findUniqueOrThrow({
    where: { programmeId_kind_inputHash: key },
    select: { id: true, attempt: true, ...STATE_COLUMNS },
  });
  const state = stateOf<LongStrip>(row, now());
  if (state.kind === "running" || state.kind === "done") {
    return { computationId: row.id, attempt: row.attempt, state, fresh: false };
  }
  // Of several who find it interrupted, one takes it over: the row is as they saw it for only one of them. From then on
  // whoever was at work before cannot write.
  const attempt = row.attempt + 1;
  const taken = await db.computation.updateMany({
    where: { id: row.id, attempt: row.attempt, status: row.status, seenAt: row.seenAt },
    data: { ...begun, attempt },
  });
  return { computationId: row.id, attempt, state: running, fresh: taken.count === 1 };
}
