import { meanFromSums } from "@alongside/statistics/descriptive/mean-from-sums";
import type { Estimate } from "@alongside/statistics/estimate";
import { mayTellExtremes, mayTellMoments } from "../disclosure-control/extremes";
import { type ShownCount, SUPPRESSED } from "../disclosure-control/shown-count";
import type { ChangeCell } from "./cells";
import type { CohortCounts } from "./cohort-counts";
import type { TimepointDescription } from "./measure-description";

/** Mean at one wave, for the line of the small chart. */
export interface WaveMean {
  readonly timepointId: string;
  /** People scored at this timepoint. */
  readonly measured: ShownCount;
  /** Whom the mean is of: everyone scored here, or only those with both scores, where the rest would be too few to hide. */
  readonly basis: "measured" | "paired";
  readonly mean: Estimate;
}

export interface WaveMeansInput {
  readonly measure: string;
  /** Cells of the measure by timepoint. */
  readonly cells: ReadonlyMap<string, ChangeCell>;
  readonly counts: CohortCounts;
  readonly baseline: TimepointDescription | null;
  /** In order, without the baseline. */
  readonly followUps: readonly TimepointDescription[];
}

/**
 * The mean at each wave is of everyone scored there. Where that is a few more people than have both scores, their
 * values could be worked out from the two means, so the mean of those with both is repeated instead.
 */
export function waveMeans(
  { measure, cells, counts, baseline, followUps }: WaveMeansInput,
  threshold: number,
): WaveMean[] {
  const shownPairs = (timepoint: TimepointDescription) => {
    const count = counts.paired(measure, timepoint.id);
    return count.kind === "exact" ? count.n : 0;
  };
  const largest = followUps.reduce<TimepointDescription | undefined>(
    (best, timepoint) => (best && shownPairs(best) >= shownPairs(timepoint) ? best : timepoint),
    undefined,
  );
  const wave = (timepoint: TimepointDescription, pairs: { n: number; sum: string; sumSquares: string }): WaveMean => {
    const measured = counts.scored(measure, timepoint.id);
    const cell = cells.get(timepoint.id);
    const base = { timepointId: timepoint.id, measured } as const;
    if (measured.kind === "exact") {
      if (!mayTellMoments(measured, threshold)) return { ...base, basis: "measured", mean: SUPPRESSED };
      return { ...base, basis: "measured", mean: meanFromSums(cell ?? { n: 0, sum: 0, sumSquares: 0 }) };
    }
    if (measured.kind === "range" && pairs.n > 0 && mayTellExtremes(pairs.n, threshold))
      return { ...base, basis: "paired", mean: meanFromSums(pairs) };
    return { ...base, basis: "measured", mean: SUPPRESSED };
  };
  const pairsAt = (timepoint: TimepointDescription | undefined, side: "X" | "Y") => {
    const cell = timepoint && cells.get(timepoint.id);
    if (!timepoint || !cell) return { n: 0, sum: "0", sumSquares: "0" };
    const [sum, sumSquares] = side === "X" ? [cell.sumX, cell.sumXX] : [cell.sumY, cell.sumYY];
    return { n: shownPairs(timepoint), sum, sumSquares };
  };
  return [
    ...(baseline ? [wave(baseline, pairsAt(largest, "X"))] : []),
    ...followUps.map((timepoint) => wave(timepoint, pairsAt(timepoint, "Y"))),
  ];
}
