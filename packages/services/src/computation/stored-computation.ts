import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import type { Progress } from "./task";

/** Someone is at work on a computation that was seen so recently; else whoever was has gone. */
const ALIVE_MS = 30_000;

/** How far a computation is, or how it ended. */
export type ComputationState<Result> =
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "cancelled" }
  /** It failed, or the server ended in the middle of it: it can be started again. */
  | { readonly kind: "interrupted" };

/** The columns a state is read from. */
export interface StoredComputation {
  readonly status: string;
  readonly stepsDone: number;
  readonly stepsTotal: number;
  readonly result: unknown;
  readonly seenAt: Date;
}

/** The state of a stored computation at this moment. What is stored under a kind was made by that kind's task. */
export function stateOf<Result>(row: StoredComputation, now: Date): ComputationState<Result> {
  switch (row.status) {
    case "done":
      return { kind: "done", result: row.result as Result };
    case "cancelled":
      return { kind: "cancelled" };
    case "running":
      return now.getTime() - row.seenAt.getTime() < ALIVE_MS
        ? { kind: "running", done: row.stepsDone, total: row.stepsTotal }
        : { kind: "interrupted" };
    default:
      return { kind: "interrupted" };
  }
}

/** One beginning of a computation: when it was taken over, the same computation has another attempt. */
export interface Run {
  readonly id: string;
  readonly attempt: number;
}

/** The row of a run, as long as it is the latest of its computation and nobody ended it. */
export function stillRunning({ id, attempt }: Run) {
  return { id, attempt, status: "running" };
}

/** The columns of `StoredComputation`, for a select. */
export const STATE_COLUMNS = { status: true, stepsDone: true, stepsTotal: true, result: true, seenAt: true } as const;

/** Writes how far a run is; false when it is not to go on, because it was cancelled or taken over elsewhere. */
export async function storeProgress(
  { now }: Context,
  { db }: Scope,
  run: Run,
  { done, total }: Progress,
): Promise<boolean> {
  const { count } = await db.computation.updateMany({
    where: stillRunning(run),
    data: { stepsDone: done, stepsTotal: total, seenAt: now() },
  });
  return count === 1;
}
