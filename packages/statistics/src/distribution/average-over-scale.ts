import { stirlingError } from "./log-gamma";

/** What is left out is less than exp(-NEGLIGIBLE) of the integral. */
const NEGLIGIBLE = 45;
/** The trapezoid rule with this step on the logarithm of the scale errs below 1e-15 for few degrees of freedom. */
const LONGEST_STEP = 0.1;
const STEPS_PER_WIDTH = 3;
/** What is smaller than exp of minus this is zero in doubles. */
const BEYOND_DOUBLES = 800;

/**
 * The mean of a probability over the scale S of a studentised statistic, S^2 = chi^2 / df, from the logarithm of the
 * probability at each S, which must rise or fall with S all the way. With S = exp(u) the density of u falls off fast on
 * both sides, and the trapezoid rule converges exponentially. The sum goes on until what is left is negligible beside
 * what has been found, however small that is, so that small tails keep their digits.
 * @param steepness largest change of the probability's argument per unit of u, which bounds the step
 */
export function averageOverScale(logProbability: (scale: number) => number, df: number, steepness: number): number {
  if (df === Infinity) return Math.exp(logProbability(1));
  if (Number.isNaN(df + steepness)) return Number.NaN;
  if (df <= 0) throw new RangeError(`Not degrees of freedom: ${df}`);
  const width = 1 / Math.max(Math.sqrt(2 * df), 1 + steepness);
  const step = Math.min(LONGEST_STEP, width / STEPS_PER_WIDTH);
  let [largest, total] = [-Infinity, 0];
  /** Adds the point, and says whether anything beyond it could matter. */
  const visit = (index: number, before: number): { more: boolean; logShare: number } => {
    const u = index * step;
    const logWeight = df * (u - Math.expm1(2 * u) / 2);
    const logShare = logProbability(Math.exp(u));
    const log = logWeight + logShare;
    if (log > largest) {
      total *= Math.exp(largest - log);
      largest = log;
    }
    // A probability of zero has no logarithm to add.
    if (log > -Infinity) total += Math.exp(log - largest);
    // A probability that falls this way goes on falling; one that rises cannot pass 1.
    const most = logWeight + (logShare < before ? logShare : 0);
    return { more: most > Math.max(largest, -BEYOND_DOUBLES) - NEGLIGIBLE, logShare };
  };
  const middle = visit(0, -Infinity).logShare;
  for (const direction of [1, -1]) {
    let last = middle;
    for (let index = direction; ; index += direction) {
      const { more, logShare } = visit(index, last);
      if (!more) break;
      last = logShare;
    }
  }
  if (largest === -Infinity) return 0;
  const logWhole = 0.5 * Math.log(Math.PI / df) + stirlingError(df / 2);
  // Rounding must not make a probability of more than 1.
  return Math.min(1, Math.exp(largest + Math.log(step * total) - logWhole));
}
