import { payload } from "../dialect/payload";
import type { GroupedValues } from "./grouped-values";

/** An analysis of variance of one factor, as aov() makes it. */
export interface OneFactor extends GroupedValues {
  readonly factor: string;
}

export const ONE_FACTOR = payload<OneFactor>("an analysis of variance");
