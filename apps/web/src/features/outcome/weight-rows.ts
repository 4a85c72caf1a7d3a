import type { Estimate, Weighting } from "./outcome-view";

/** The order in which the three usual weights stand, whichever of them was chosen. */
const TARGETS = ["everyone", "treated", "overlap"] as const satisfies readonly Weighting["target"][];

/** The weighted difference by each of the usual weights, as far as there is one, always in the same order. */
export function weightRows({
  target,
  weighted,
  otherWeights,
}: Pick<Weighting, "target" | "weighted" | "otherWeights">): readonly {
  readonly target: Weighting["target"];
  readonly estimate: Estimate;
}[] {
  const found = [{ target, estimate: weighted }, ...otherWeights];
  return TARGETS.flatMap((one) => found.filter((row) => row.target === one));
}
