import type { InsufficiencyReason, InsufficientData } from "../estimate";
import type { LikelihoodMethod } from "./profiled-criterion";
import {
  type RepeatedMeasuresDesign,
  type RepeatedMeasuresModel,
  repeatedMeasuresModel,
} from "./repeated-measures-model";
import type { VisitStructure } from "./visit-covariance";

/** The rungs, fixed in advance so that nobody chooses the one with the most pleasing result. */
export const COVARIANCE_LADDER = [
  "unstructured",
  "heterogeneous-ar1",
  "ar1",
  "compound-symmetry",
] as const satisfies readonly VisitStructure[];

export interface LadderFit {
  readonly kind: "ladder-fit";
  /** The first model of the ladder that could be fitted; `structure` says which rung. */
  readonly model: RepeatedMeasuresModel;
  /** The rungs above it, with why each was left. */
  readonly left: readonly { readonly structure: VisitStructure; readonly reason: InsufficiencyReason }[];
}

/** The freest covariance of the ladder that the data can carry; insufficient data with the last rung's reason. */
export function repeatedMeasuresLadder(
  design: RepeatedMeasuresDesign,
  method: LikelihoodMethod = "REML",
): LadderFit | InsufficientData {
  const left: { structure: VisitStructure; reason: InsufficiencyReason }[] = [];
  let last: InsufficientData = { kind: "insufficient-data", reason: "no-convergence", needed: 0, had: 0 };
  for (const structure of COVARIANCE_LADDER) {
    const model = repeatedMeasuresModel(design, structure, method);
    if (model.kind === "repeated-measures-model") return { kind: "ladder-fit", model, left };
    left.push({ structure, reason: model.reason });
    last = model;
  }
  return last;
}
