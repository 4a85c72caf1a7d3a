import { averageOverScale } from "./average-over-scale";
import { normalCdf, normalDensity } from "./normal";
import { positiveQuantile } from "./positive-quantile";

const STEP = 0.125;
const FARTHEST = 9;

/**
 * P(max |T_i| > t) for t statistics that share one standard deviation and a correlation of lambda_i lambda_j, as those
 * of several groups against one control do with lambda_i = sqrt(n_i / (n_i + n_control)).
 * Source: Dunnett, JASA 50 (1955) 1096-1121. R: 1 - mvtnorm::pmvt(...), which is a Monte Carlo value.
 * @param correlations lambda of each comparison, from -1 to 1, ends excluded
 * @param df degrees of freedom, which may be infinite
 */
export function dunnettUpper(t: number, correlations: readonly number[], df: number): number {
  check(correlations);
  const distance = Math.abs(t);
  if (Number.isNaN(t)) return t;
  if (distance === 0) return 1;
  if (distance === Infinity) return 0;
  return averageOverScale((scale) => Math.log(tails(distance * scale, correlations).upper), df, 2);
}

/** The t within which all comparisons together lie with probability p, on both sides. */
export function dunnettQuantile(p: number, correlations: readonly number[], df: number): number {
  check(correlations);
  const average = (t: number, side: "lower" | "upper") =>
    averageOverScale((scale) => Math.log(tails(t * scale, correlations)[side]), df, 2);
  return positiveQuantile(
    p,
    2,
    (t) => average(t, "lower"),
    (t) => average(t, "upper"),
  );
}

function check(correlations: readonly number[]): void {
  if (correlations.length === 0 || !correlations.every((lambda) => Math.abs(lambda) < 1)) {
    throw new RangeError(`Not correlations: ${correlations.join(", ")}`);
  }
}

/** The same for a known standard deviation: given the shared part z, the comparisons are independent. */
function tails(t: number, correlations: readonly number[]): { lower: number; upper: number } {
  let [lower, upper] = [0, 0];
  // The same on both sides of zero.
  for (let z = 0; z <= FARTHEST; z += STEP) {
    let logInside = 0;
    for (const lambda of correlations) {
      const own = Math.sqrt(1 - lambda * lambda);
      const outside = normalCdf((-t + lambda * z) / own) + normalCdf((-t - lambda * z) / own);
      logInside += Math.log1p(-Math.min(1, outside));
    }
    const density = (z === 0 ? STEP : 2 * STEP) * normalDensity(z);
    lower += density * Math.exp(logInside);
    upper -= density * Math.expm1(logInside);
  }
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) };
}
