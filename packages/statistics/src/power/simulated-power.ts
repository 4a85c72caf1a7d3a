import { type InsufficientData, type Interval, insufficient, type Provenance } from "../estimate";
import { wilsonInterval } from "../proportions/wilson-interval";
import { createMrg32k3a, type Mrg32k3aSeed, type RandomStream, substream } from "../random/mrg32k3a";
import { requireShare } from "./require-share";

const PROVENANCE: Provenance = { statistic: "power/simulated-power", version: 1 };

/** Power of a design for which there is no formula, from studies that were made up by its rules. */
export interface SimulatedPower {
  readonly kind: "simulated-power";
  /** Share of the studies with a finding. */
  readonly power: number;
  /** What the share is uncertain by, as the studies were not infinitely many. */
  readonly interval: Interval;
  readonly studies: number;
  /** Studies that gave no p value; they count as no finding. */
  readonly withoutResult: number;
  readonly provenance: Provenance;
}

export interface SimulationPlan {
  readonly studies: number;
  readonly significance: number;
  readonly seed: Mrg32k3aSeed;
  /** Of the interval; 0.95 when absent. */
  readonly level?: number;
}

/**
 * Runs made-up studies and counts findings. Every study draws from a stream of its own, so that the first hundred of a
 * thousand are the same hundred. "no-events" when no study gave a p value.
 * @param study makes up the data of one study and analyses them: its p value, or null where there is none
 * @throws RangeError when the number of studies is not a whole number from 1, or the significance not a share
 */
export function simulatedPower(
  study: (stream: RandomStream) => number | null,
  { studies, significance, seed, level = 0.95 }: SimulationPlan,
): SimulatedPower | InsufficientData {
  if (!Number.isSafeInteger(studies) || studies < 1) throw new RangeError(`Not a number of studies: ${studies}`);
  requireShare(significance, "significance");
  let [findings, withoutResult] = [0, 0];
  for (let index = 0; index < studies; index += 1) {
    const pValue = study(createMrg32k3a(substream(seed, index)));
    if (pValue === null) withoutResult += 1;
    else if (pValue < significance) findings += 1;
  }
  if (withoutResult === studies) return insufficient("no-events", studies);
  const interval = wilsonInterval(findings, studies, level);
  return {
    kind: "simulated-power",
    power: findings / studies,
    interval,
    studies,
    withoutResult,
    provenance: PROVENANCE,
  };
}
