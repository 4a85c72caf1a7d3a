import { setImmediate } from "node:timers/promises";
import { TASKS } from "../computation/tasks";
import { Cancelled, type ThreadPool } from "../computation/thread-pool";

/** A pool without threads: parts run one after the other in the test's own, through the same copies as between threads. */
export function inlinePool(): ThreadPool {
  return {
    size: 2,
    run: async (message, onSteps, signal) => {
      await setImmediate();
      if (signal.aborted) throw new Cancelled();
      const { kind, part } = structuredClone(message);
      const task = Object.entries(TASKS).find(([name]) => name === kind)?.[1];
      return structuredClone(task?.run(part as never, onSteps));
    },
    close: async () => {},
  };
}
