import { Worker } from "node:worker_threads";

/** Starts a thread that answers parts of long computations. The bundler sees this very expression and packs the thread's program. */
export function startThread(): Worker {
  return new Worker(new URL("./thread.ts", import.meta.url));
}
