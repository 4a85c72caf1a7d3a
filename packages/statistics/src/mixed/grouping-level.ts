import type { RelativeFactor } from "./relative-factor";

/** One grouping factor with all the columns whose effects vary by it. */
export interface GroupingLevel {
  readonly codes: Int32Array;
  readonly levels: number;
  readonly columns: readonly Float64Array[];
  readonly factor: RelativeFactor;
}
