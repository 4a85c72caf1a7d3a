import type { JsonInput } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import { compute } from "./compute";
import { type Run, stillRunning, storeProgress } from "./stored-computation";
import type { Progress, Task } from "./task";
import { Cancelled } from "./thread-pool";

/** How often progress is written, also when there is none: it is the sign that somebody is still at work. */
const PROGRESS_MS = 1000;

/**
 * Does a computation that is stored as running, to its end: writes its progress, then its result. Nobody waits for it, so
 * nothing is thrown; what goes wrong is reported and the computation is stored as failed. A run that was taken over
 * writes nothing any more and ends.
 */
export async function runComputation<Input, Part, Piece, Result>(
  context: Context,
  scope: Scope,
  run: Run,
  kind: string,
  task: Task<Input, Part, Piece, Result>,
  input: Input,
): Promise<void> {
  const { computations, now } = context;
  const { db } = scope;
  const cancel = new AbortController();
  // An earlier run here that has not noticed yet that this one took over.
  computations.running.get(run.id)?.abort();
  computations.running.set(run.id, cancel);
  const telling = tellProgress(context, scope, run, cancel, task.steps(input));
  try {
    const result = await compute(computations.pool, kind, task, input, telling.note, cancel.signal);
    await telling.end();
    await db.computation.updateMany({
      where: stillRunning(run),
      data: { status: "done", result: result as JsonInput, seenAt: now() },
    });
  } catch (error) {
    await telling.end();
    const status = error instanceof Cancelled ? "cancelled" : "failed";
    if (status === "failed") computations.report(error);
    await db.computation.updateMany({ where: stillRunning(run), data: { status } }).catch(computations.report);
  } finally {
    if (computations.running.get(run.id) === cancel) computations.running.delete(run.id);
  }
}

/** Writes the latest progress now and then, and ends the run when it was cancelled or taken over by another process. */
function tellProgress(context: Context, scope: Scope, run: Run, cancel: AbortController, total: number) {
  let latest: Progress = { done: 0, total };
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    if (!(await storeProgress(context, scope, run, latest))) cancel.abort();
  };
  const timer = setInterval(() => {
    writing = write().catch(context.computations.report);
  }, PROGRESS_MS);
  return {
    note: (progress: Progress) => {
      latest = progress;
    },
    end: async () => {
      clearInterval(timer);
      await writing;
    },
  };
}
