import type { Matrix } from "../linear-algebra/matrix";

/** Random effects of one grouping factor that may correlate with each other, as (days | person) in lme4's notation. */
export interface RandomTerm {
  /** Name of the grouping factor; terms of one factor share it. */
  readonly group: string;
  /** Group of each row, from 0 to levels - 1. */
  readonly codes: Int32Array;
  readonly levels: number;
  /** What the effects multiply: ones for an intercept, an indicator for a partially nested one. */
  readonly columns: readonly RandomColumn[];
}

export interface RandomColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** y = X beta + Z b + e with independent e. Every row is complete. */
export interface MixedDesign {
  readonly y: Float64Array;
  readonly x: Matrix;
  readonly terms: readonly RandomTerm[];
}

/** @throws RangeError when lengths differ or a code lies outside its levels */
export function checkMixedDesign({ y, x, terms }: MixedDesign): void {
  const n = y.length;
  if (x.rows !== n) throw new RangeError(`${n} outcomes but ${x.rows} rows of predictors`);
  if (terms.length === 0) throw new RangeError("A mixed model needs a random term");
  for (const term of terms) {
    if (term.codes.length !== n) throw new RangeError(`${term.codes.length} codes of ${term.group} for ${n} outcomes`);
    if (term.codes.some((code) => code < 0 || code >= term.levels)) {
      throw new RangeError(`A code of ${term.group} lies outside its levels`);
    }
    if (term.columns.length === 0) throw new RangeError(`No column for the effects of ${term.group}`);
    for (const { name, values } of term.columns) {
      if (values.length !== n) throw new RangeError(`${values.length} values of ${name} for ${n} outcomes`);
    }
  }
}
