import type { Worker } from "node:worker_threads";
import type { PartMessage, ThreadMessage } from "./task";

/** One part waiting for a thread or running on it. */
interface Job {
  readonly message: PartMessage;
  readonly onSteps: (steps: number) => void;
  readonly resolve: (piece: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly signal: AbortSignal;
}

/** The computation was cancelled before it ended. */
export class Cancelled extends Error {
  constructor() {
    super("The computation was cancelled.");
  }
}

export interface ThreadPool {
  readonly size: number;
  /**
   * Runs one part on a thread of its own. Cancelling ends the thread at once, in the middle of whatever it does.
   * @throws Cancelled, or the error the part ended with
   */
  run(message: PartMessage, onSteps: (steps: number) => void, signal: AbortSignal): Promise<unknown>;
  /** Ends all threads. */
  close(): Promise<void>;
}

/**
 * Threads for long computations, so that the thread that answers requests never waits for one. Threads are started when
 * needed, at most `size`, and kept; parts beyond that wait their turn.
 */
export function threadPool(start: () => Worker, size: number): ThreadPool {
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const waiting: Job[] = [];

  const next = () => {
    while (waiting.length > 0 && busy.size < size) {
      const job = waiting.shift();
      if (job) runJob(idle.pop() ?? start(), job);
    }
  };

  /** Keeps a thread for the next part, and forgets it if it ends meanwhile. */
  const rest = (thread: Worker) => {
    const forget = () => idle.splice(0, idle.length, ...idle.filter((one) => one !== thread));
    thread.on("error", forget).on("exit", forget);
    idle.push(thread);
  };

  const runJob = (thread: Worker, job: Job) => {
    busy.add(thread);
    thread.removeAllListeners();
    const done = (keep: boolean) => {
      thread.removeAllListeners();
      job.signal.removeEventListener("abort", cancel);
      busy.delete(thread);
      if (keep) rest(thread);
      else void thread.terminate();
      next();
    };
    const cancel = () => {
      done(false);
      job.reject(new Cancelled());
    };
    const crash = (error: Error) => {
      done(false);
      job.reject(error);
    };
    thread.on("message", (message: ThreadMessage) => {
      if (message.type === "steps") return job.onSteps(message.steps);
      done(true);
      if (message.type === "piece") job.resolve(message.piece);
      else job.reject(new Error(message.message));
    });
    thread.on("error", crash);
    thread.on("exit", (code) => crash(new Error(`The thread ended with code ${code}.`)));
    job.signal.addEventListener("abort", cancel);
    // Nobody waits for these threads when the process ends.
    thread.unref();
    thread.postMessage(job.message);
  };

  return {
    size,
    run: (message, onSteps, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new Cancelled());
        const job = { message, onSteps, resolve, reject, signal };
        // What waits is let go of at once too: ending later, it would end whatever was started again meanwhile.
        signal.addEventListener("abort", () => {
          const place = waiting.indexOf(job);
          if (place < 0) return;
          waiting.splice(place, 1);
          reject(new Cancelled());
        });
        waiting.push(job);
        next();
      }),
    close: async () => {
      await Promise.all([...idle.splice(0), ...busy].map((thread) => thread.terminate()));
    },
  };
}
