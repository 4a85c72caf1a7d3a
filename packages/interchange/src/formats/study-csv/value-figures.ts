import type { StudyMapping } from "./mapping";

/**
 * What the values of one measure at one timepoint look like, so that a wrong column shows before it is imported. No mean: two
 * of them are a change, and nobody may know it before the plan is saved.
 */
export interface ValueFigures {
  readonly measure: string;
  readonly timepoint: string;
  /** Values found; at least one. */
  readonly records: number;
  /** Participants of the file without a value here, whether the cell is empty or the row is not there. */
  readonly missing: number;
  /** In the unit of the file, unrounded. */
  readonly lowest: number;
  readonly highest: number;
}

interface Sum {
  records: number;
  lowest: number;
  highest: number;
}

/** Adds up values as they are read; holds one small sum per measure and timepoint, never the values. */
export class ValueSums {
  readonly #sums = new Map<string, Sum>();

  add(measure: string, timepoint: string, value: number): void {
    const key = `${measure} ${timepoint}`;
    const sum = this.#sums.get(key) ?? { records: 0, lowest: value, highest: value };
    sum.records += 1;
    sum.lowest = Math.min(sum.lowest, value);
    sum.highest = Math.max(sum.highest, value);
    this.#sums.set(key, sum);
  }

  /** The figures in the order of the mapping; measures and timepoints without any value are left out. */
  figures(mapping: StudyMapping, participants: number): readonly ValueFigures[] {
    return mapping.measures.flatMap((measure) =>
      mapping.timepoints.flatMap((timepoint) => {
        const sum = this.#sums.get(`${measure.code} ${timepoint.code}`);
        if (sum === undefined) return [];
        return [{ measure: measure.code, timepoint: timepoint.code, ...sum, missing: participants - sum.records }];
      }),
    );
  }
}
