import type { InsufficientData } from "@alongside/statistics/estimate";
import type { Replicates } from "@alongside/statistics/resampling/resample-range";
import { type BootstrapChange, bootstrapChange, type ChangePairs, RESAMPLES, resampleChange } from "./bootstrap-change";
import {
  type CompletedChanges,
  completeChanges,
  type ImputationRows,
  type ImputedChange,
  imputationsFor,
  imputedChange,
} from "./imputed-change";

/** What the rows of the sensitivity strip that take long are computed from. */
export interface LongStripInput {
  readonly pairs: ChangePairs;
  readonly rows: ImputationRows;
  /** How far unseen scores are shifted at most when looking for the tipping point, in points. */
  readonly reach: number;
}

/** The rows that take long. */
export interface LongStrip {
  readonly bootstrap: BootstrapChange;
  /** Null when nobody's score is missing. */
  readonly imputation: ImputedChange | null;
}

/** A part of the work: some of the resamples, or some of the completed data sets. */
export type LongStripPart =
  | { readonly kind: "resamples"; readonly pairs: ChangePairs; readonly from: number; readonly to: number }
  | { readonly kind: "imputations"; readonly rows: ImputationRows; readonly from: number; readonly to: number };

export type LongStripPiece =
  | { readonly kind: "resamples"; readonly replicates: readonly Replicates[] }
  | { readonly kind: "imputations"; readonly completed: readonly (CompletedChanges | InsufficientData)[] };

/** Resamples after which progress is told, and so many steps is one completed data set worth. */
const CHUNK = 250;

/** The long rows as parts that any number of workers may share, with the same result. */
export const LONG_STRIP = {
  steps: ({ rows }: LongStripInput): number => RESAMPLES + CHUNK * imputationsFor(rows),
  parts: ({ pairs, rows }: LongStripInput, workers: number): readonly LongStripPart[] => [
    ...ranges(RESAMPLES, workers).map((range) => ({ kind: "resamples" as const, pairs, ...range })),
    ...ranges(imputationsFor(rows), workers).map((range) => ({ kind: "imputations" as const, rows, ...range })),
  ],
  run: (part: LongStripPart, report: (steps: number) => void): LongStripPiece => {
    const { from, to } = part;
    if (part.kind === "imputations") {
      const completed = Array.from({ length: to - from }, (_, at) => {
        const one = completeChanges(part.rows, from + at);
        report(CHUNK);
        return one;
      });
      return { kind: "imputations", completed };
    }
    const replicates: Replicates[] = [];
    for (let start = from; start < to; start += CHUNK) {
      const end = Math.min(to, start + CHUNK);
      replicates.push(resampleChange(part.pairs, start, end));
      report(end - start);
    }
    return { kind: "resamples", replicates };
  },
  merge: ({ pairs, rows, reach }: LongStripInput, pieces: readonly LongStripPiece[]): LongStrip => {
    const replicates = pieces.flatMap((piece) => (piece.kind === "resamples" ? piece.replicates : []));
    const completed = pieces.flatMap((piece) => (piece.kind === "imputations" ? piece.completed : []));
    return {
      bootstrap: bootstrapChange(pairs, replicates),
      imputation: completed.length === 0 ? null : imputedChange(rows, completed, reach),
    };
  },
};

/** 0 to `count` in at most `workers` pieces of nearly the same length. */
function ranges(count: number, workers: number): readonly { readonly from: number; readonly to: number }[] {
  const length = Math.ceil(count / Math.max(1, workers));
  if (count === 0) return [];
  return Array.from({ length: Math.ceil(count / length) }, (_, at) => ({
    from: at * length,
    to: Math.min(count, (at + 1) * length),
  }));
}
