import { betaQuantile } from "../distribution/beta";
import { normalCritical } from "../distribution/normal";
import { type Estimate, type InsufficientData, type Interval, tooFew } from "../estimate";
import { clopperPearsonInterval } from "./exact-binomial";
import { checkShare, wilsonCorrectedInterval, wilsonInterval } from "./wilson-interval";

const PROVENANCE = { statistic: "proportions/proportion-intervals", version: 1 } as const;

/** The intervals that programs give for one proportion. Reports use Wilson's and no other. */
export interface ProportionIntervals {
  readonly kind: "proportion-intervals";
  readonly successes: number;
  readonly n: number;
  readonly value: number;
  readonly wilson: Interval;
  readonly wilsonCorrected: Interval;
  readonly clopperPearson: Interval;
  /** Not cut off at 0 and 1. Agresti & Coull (1998), American Statistician 52, 119-126. */
  readonly agrestiCoull: Interval;
  /** Quantiles of Beta(x + 1/2, n - x + 1/2), also at x = 0 and x = n. Brown, Cai & DasGupta (2001). */
  readonly jeffreys: Interval;
  /** p +- z sqrt(p (1 - p) / n), not cut off. Far too short for few people or shares near 0 or 1. */
  readonly wald: Interval;
}

/**
 * A proportion with Wilson's interval; the standard error is sqrt(p (1 - p) / n), 0 where all are alike.
 * Insufficient data without people. R: prop.test(successes, n, correct = FALSE).
 * @throws RangeError as `wilsonInterval`
 */
export function proportion(successes: number, n: number, level = 0.95): Estimate {
  const interval = wilsonInterval(successes, n, level);
  if (n === 0) return tooFew(1, 0);
  const value = successes / n;
  const standardError = Math.sqrt((value * (1 - value)) / n);
  return { kind: "estimate", value, interval, n, method: "wilson", standardError, provenance: PROVENANCE };
}

/**
 * All intervals of one proportion, to recognise a figure from elsewhere; insufficient data without people.
 * R: prop.test and binom.test; the others by their formulas with qnorm and qbeta.
 * @throws RangeError as `wilsonInterval`
 */
export function proportionIntervals(
  successes: number,
  n: number,
  level = 0.95,
): ProportionIntervals | InsufficientData {
  checkShare(successes, n, level);
  if (n === 0) return tooFew(1, 0);
  const z = normalCritical(level);
  const tail = (1 - level) / 2;
  const around = (centre: number, count: number): Interval => {
    const half = z * Math.sqrt((centre * (1 - centre)) / count);
    return { low: centre - half, high: centre + half, level };
  };
  const beta = (p: number) => betaQuantile(p, successes + 0.5, n - successes + 0.5);
  const value = successes / n;
  return {
    kind: "proportion-intervals",
    successes,
    n,
    value,
    wilson: wilsonInterval(successes, n, level),
    wilsonCorrected: wilsonCorrectedInterval(successes, n, level),
    clopperPearson: clopperPearsonInterval(successes, n, level),
    agrestiCoull: around((successes + z ** 2 / 2) / (n + z ** 2), n + z ** 2),
    jeffreys: { low: beta(tail), high: beta(1 - tail), level },
    wald: around(value, n),
  };
}
