import type { Progress, Task } from "./task";
import type { ThreadPool } from "./thread-pool";

/**
 * Runs a task on the threads of a pool and puts the pieces together.
 * @param onProgress told after every report of a part, with everything done so far
 * @throws Cancelled when the signal is given; the error of the first part that failed
 */
export async function compute<Input, Part, Piece, Result>(
  pool: ThreadPool,
  kind: string,
  task: Task<Input, Part, Piece, Result>,
  input: Input,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Result> {
  const total = task.steps(input);
  let done = 0;
  // One part failing ends the others: their pieces would be for nothing.
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  const onSteps = (steps: number) => {
    done = Math.min(total, done + steps);
    onProgress({ done, total });
  };
  try {
    const pieces = await Promise.all(
      task.parts(input, pool.size).map((part) => pool.run({ kind, part }, onSteps, either)),
    );
    return task.merge(input, pieces as Piece[]);
  } catch (error) {
    ending.abort();
    throw error;
  }
}
