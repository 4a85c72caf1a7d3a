import { normalCdf, normalUpper, normalUpperQuantile } from "../distribution/normal";
import { requireShare } from "./require-share";

/** Which results count as a finding. */
export interface Alarm {
  /** Share of false findings allowed where nothing is there, e.g. 0.05. */
  readonly significance: number;
  readonly alternative: "two-sided" | "one-sided";
  /**
   * Whether a two-sided test's findings in the wrong direction count as power as well. They hardly ever matter; R's
   * power.t.test leaves them out unless strict.
   */
  readonly bothTails?: boolean;
}

/** The share of false findings in one direction. */
export function tailOf({ significance, alternative }: Alarm): number {
  requireShare(significance, "significance");
  return alternative === "two-sided" ? significance / 2 : significance;
}

/**
 * Probability that a normal test statistic, of standard deviation 1, is a finding when its mean is `shift`.
 * R: pnorm(qnorm(tail, lower.tail = FALSE), shift, lower.tail = FALSE).
 */
export function normalPower(shift: number, alarm: Alarm): number {
  const critical = normalUpperQuantile(tailOf(alarm));
  const found = normalUpper(critical - shift);
  return alarm.bothTails && alarm.alternative === "two-sided" ? found + normalCdf(-critical - shift) : found;
}
