import type { ThreadPool } from "./thread-pool";

/** What a server process holds for long computations: its threads, and how to stop what runs on them. */
export interface Computations {
  readonly pool: ThreadPool;
  /** By the id of the computation. */
  readonly running: Map<string, AbortController>;
  /** Told what went wrong with a computation that nobody waits for. */
  readonly report: (error: unknown) => void;
}

/** The computations of one process. */
export function openComputations(pool: ThreadPool, report: (error: unknown) => void): Computations {
  return { pool, running: new Map(), report };
}
