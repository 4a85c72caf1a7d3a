/** Columns written to a file that R reads, little-endian doubles one after the other. */
export type Columns = Readonly<Record<string, Float64Array>>;

/** One computation done here and in R on the same numbers. */
export interface Job {
  readonly name: string;
  /** How many times faster than R it is meant to be. */
  readonly aim: number;
  readonly columns: Columns;
  /** R code: the columns are variables; `run()` is timed, `answer(run())` gives the numbers to compare. */
  readonly r: string;
  /** Timed. */
  readonly run: () => unknown;
  /** The numbers to compare, in the order of R's. */
  readonly answer: (result: never) => readonly number[];
  /** Largest difference from R's answer that counts as equal, relative to the larger of 1 and the answer. */
  readonly tolerance: number;
  readonly repeats: number;
  /** Runs within one measurement, for work shorter than R's clock can tell. */
  readonly loops: number;
}

/** A job with the type of its result tied together, then forgotten. */
export function job<Result>(
  given: Omit<Job, "run" | "answer"> & {
    readonly run: () => Result;
    readonly answer: (result: Result) => readonly number[];
  },
): Job {
  return given;
}

/** Uniform numbers from a small generator of its own, so that the data are the same at every run: 0 to below 1. */
export function uniformNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers, by the sum of twelve uniforms: good enough to be slow on. */
export function normalNumbers(seed: number): () => number {
  const uniform = uniformNumbers(seed);
  return () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}
