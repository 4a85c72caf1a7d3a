import { type Estimate, tooFew } from "@alongside/statistics/estimate";
import type { ChangeCell } from "../change/cells";
import type { WaveMean, WaveMeansInput } from "../change/wave-means";
import { type ShownCount, SUPPRESSED } from "../disclosure-control/shown-count";
import { type ShiftFigures, shiftFigures } from "../share-change/shift-figures";
import { usableShift } from "../share-change/usable-shift";
import { tableOfSums } from "./follow-up";

/**
 * The share of yes at each wave, for the line of the small chart: of people with both answers, because the share of everybody
 * at a wave, less that, would be the answers of the few others. Of everybody at the baseline while nobody has both.
 */
export function waveShares(
  { measure, cells, counts, baseline, followUps }: WaveMeansInput,
  threshold: number,
): WaveMean[] {
  const figuresAt = (timepointId: string): ShiftFigures | null => {
    const cell = cells.get(timepointId);
    const table = cell === undefined || cell.pairs === 0 ? null : tableOfSums(cell);
    const shown = counts.paired(measure, timepointId).kind === "exact";
    return table !== null && shown ? shiftFigures(usableShift(table, threshold)) : null;
  };
  const wave = (timepointId: string, basis: WaveMean["basis"], mean: Estimate): WaveMean => ({
    timepointId,
    measured: counts.scored(measure, timepointId),
    basis,
    mean,
  });
  const anyPairs = followUps.some(({ id }) => (cells.get(id)?.pairs ?? 0) > 0);
  const later = followUps.map(({ id }) => ({ id, figures: figuresAt(id), none: (cells.get(id)?.pairs ?? 0) === 0 }));
  const largest = later.reduce<ShiftFigures | null>(
    (best, { figures }) => ((best?.n ?? -1) >= (figures?.n ?? -1) ? best : figures),
    null,
  );
  const first = baseline === null ? undefined : cells.get(baseline.id);
  return [
    ...(baseline === null
      ? []
      : [
          anyPairs
            ? wave(baseline.id, "paired", largest?.before ?? SUPPRESSED)
            : wave(baseline.id, "measured", baselineShare(first, counts.scored(measure, baseline.id), threshold)),
        ]),
    ...later.map(({ id, figures, none }) => wave(id, "paired", figures?.after ?? (none ? tooFew(1, 0) : SUPPRESSED))),
  ];
}

function baselineShare(cell: ChangeCell | undefined, measured: ShownCount, threshold: number): Estimate {
  if (cell === undefined || cell.n === 0) return tooFew(1, 0);
  const yes = Number(cell.sum);
  if (measured.kind !== "exact" || !Number.isSafeInteger(yes) || yes > cell.n) return SUPPRESSED;
  return shiftFigures(usableShift({ both: yes, preOnly: 0, postOnly: 0, neither: cell.n - yes }, threshold)).before;
}
