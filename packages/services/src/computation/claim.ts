import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import { type ComputationState, STATE_COLUMNS, stateOf } from "./stored-computation";

/** A computation as whoever asked for it sees it. */
export interface StartedComputation<Result> {
  readonly computationId: string;
  readonly state: ComputationState<Result>;
}

/** What tells one computation from another, and how long it is. */
export interface AskedComputation {
  readonly kind: string;
  readonly inputHash: string;
  /** Sites whose people it rests on; empty for the whole programme. */
  readonly siteIds: readonly string[];
  readonly stepsTotal: number;
}

/** Makes or takes over the row of a computation; `fresh` when it is now ours to do. */
export async function claimComputation<Result>(
  { now, newId }: Context,
  { db, programmeId, actorId }: Scope,
  { kind, inputHash, siteIds, stepsTotal }: AskedComputation,
): Promise<StartedComputation<Result> & { readonly attempt: number; readonly fresh: boolean }> {
  const key = { programmeId, kind, inputHash };
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
  const state = stateOf<Result>(row, now());
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
