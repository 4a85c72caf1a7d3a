import type { CascadeStep } from "@alongside/analysis/cascade/cascade";

export interface CascadeRow {
  readonly id: string;
  readonly label: string;
  /** Of whom, in words. */
  readonly note: string;
  readonly step: Pick<CascadeStep, "share" | "bounds" | "target">;
  /** The share as text, or why there is none. */
  readonly text: string;
}

/** A row in per cent of the width. */
export interface DrawnCascadeRow extends Omit<CascadeRow, "step"> {
  /** Null where there is no share. */
  readonly share: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** From the share to the most it could be. */
  readonly possible: { readonly from: number; readonly to: number } | null;
  readonly target: number | null;
  /** Nobody can know it: drawn as an empty outline, never as zero. */
  readonly unknowable: boolean;
}

export interface CascadeBarsModel {
  readonly rows: readonly DrawnCascadeRow[];
}

/** Shares of people from nobody to everybody, each of its own denominator; never multiplied with each other. */
export function cascadeBars(rows: readonly CascadeRow[]): CascadeBarsModel {
  return {
    rows: rows.map(({ step: { share, bounds, target }, ...row }) => {
      const known = share.kind === "estimate";
      return {
        ...row,
        share: known ? 100 * share.value : null,
        interval: known ? { low: 100 * share.interval.low, high: 100 * share.interval.high } : null,
        possible:
          known && bounds !== null && bounds.high > bounds.low
            ? { from: 100 * bounds.low, to: 100 * bounds.high }
            : null,
        target: target === null ? null : 100 * target,
        unknowable: share.kind === "not-knowable",
      };
    }),
  };
}
