import type { Replicates } from "@alongside/statistics/resampling/resample-range";
import { type BootstrapChange, bootstrapChange, type ChangePairs, RESAMPLES, resampleChange } from "./bootstrap-change";

/** What the rows of the sensitivity strip that take long are computed from. */
export interface LongStripInput {
  readonly pairs: ChangePairs;
}

/** The rows that take long. */
export interface LongStrip {
  readonly bootstrap: BootstrapChange;
}

/** A piece of the work: some of the resamples. */
export interface LongStripPart {
  readonly pairs: ChangePairs;
  readonly from: number;
  readonly to: number;
}

/** Resamples after which progress is told. */
const CHUNK = 250;

/** The long rows as parts that any number of workers may share, with the same result. */
export const LONG_STRIP = {
  steps: (): number => RESAMPLES,
  parts: ({ pairs }: LongStripInput, workers: number): readonly LongStripPart[] => {
    const length = Math.ceil(RESAMPLES / Math.max(1, workers));
    return Array.from({ length: Math.ceil(RESAMPLES / length) }, (_, at) => ({
      pairs,
      from: at * length,
      to: Math.min(RESAMPLES, (at + 1) * length),
    }));
  },
  run: ({ pairs, from, to }: LongStripPart, report: (steps: number) => void): readonly Replicates[] => {
    const chunks: Replicates[] = [];
    for (let start = from; start < to; start += CHUNK) {
      const end = Math.min(to, start + CHUNK);
      chunks.push(resampleChange(pairs, start, end));
      report(end - start);
    }
    return chunks;
  },
  merge: ({ pairs }: LongStripInput, pieces: readonly (readonly Replicates[])[]): LongStrip => ({
    bootstrap: bootstrapChange(pairs, pieces.flat()),
  }),
};
