import { entry } from "../linear-algebra/vector";

/**
 * Chebyshev coefficients of (1 + z) R(z) in t = (z - 3) / (z + 3), from z = 0 to infinity, where R(z) is Mills' ratio
 * P(Z > z) / density. Computed with 40 digits from the definition; what is left out is below 1e-17.
 */
const MILLS = Float64Array.from([
  2.356913645704174, -0.15568377366551467, -0.046025207156927476, 0.028942713009137377, -0.005941318104276819,
  9.479933483125811e-5, 0.0001728511083513619, -1.115834180798935e-5, -6.3587887693641516e-6, 3.502925372289226e-7,
  2.9237005795067485e-7, 2.0931932541286054e-9, -1.4199632268740969e-8, -1.5329417610288626e-9, 5.8852858288207e-10,
  1.639097316178218e-10, -1.0513403971842206e-11, -1.1600413731548863e-11, -1.3297689295170161e-12,
  5.049477847667188e-13, 1.8618069232871546e-13, 3.637618425087527e-15, -1.2232446871947215e-14,
  -2.9972885854615157e-15, 1.9771263545646858e-16, 2.7187191275586567e-16, 5.279935197921481e-17,
]);
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const LOG_ROOT_TWO_PI = 0.9189385332046728;
/** Beyond this the density is zero in doubles. */
const FARTHEST = 39;
/** Up to this distance from one half, quantiles are found from the middle, where they are near zero. */
const MIDDLE = 0.25;

/** P(Z > z) / density at z, for z >= 0. Source: Schonfelder, Mathematics of Computation 32 (1978) 1232-1240. */
function millsRatio(z: number): number {
  const t = (z - 3) / (z + 3);
  let [next, afterNext] = [0, 0];
  for (let k = MILLS.length - 1; k > 0; k -= 1) {
    [next, afterNext] = [2 * t * next - afterNext + entry(MILLS, k), next];
  }
  return (t * next - afterNext + entry(MILLS, 0) / 2) / (1 + z);
}

/** Density of the standard normal. R: dnorm(z). */
export function normalDensity(z: number): number {
  // The square is split, because its rounding error would be multiplied by its size.
  const distance = Math.min(Math.abs(z), FARTHEST);
  const coarse = Math.round(distance * 16) / 16;
  const rest = (distance - coarse) * (distance + coarse);
  return (Math.exp(-(coarse ** 2) / 2) * Math.exp(-rest / 2)) / ROOT_TWO_PI;
}

/** P(Z > z) for the standard normal, to the last digits in both tails; not a number where z is none. R: pnorm(z, lower.tail = FALSE). */
export function normalUpper(z: number): number {
  if (z < 0) return 1 - normalUpper(-z);
  return z > FARTHEST ? 0 : normalDensity(z) * millsRatio(z);
}

/** P(Z <= z) for the standard normal. R: pnorm(z). */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/** log P(Z <= z), also where the probability itself is zero in doubles. R: pnorm(z, log.p = TRUE). */
export function normalLogCdf(z: number): number {
  if (z > -1) return Math.log1p(-normalUpper(z));
  return -(z * z) / 2 - LOG_ROOT_TWO_PI + Math.log(millsRatio(-z));
}

/** z with P(Z <= z) = p; -Infinity at 0 and Infinity at 1. R: qnorm(p). */
export function normalQuantile(p: number): number {
  if (p < 0 || p > 1) throw new RangeError(`Not a probability: ${p}`);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (Math.abs(p - 0.5) <= MIDDLE) return middleQuantile(p - 0.5);
  if (Number.isNaN(p)) return p;
  return p < 0.5 ? -upperTailQuantile(p) : upperTailQuantile(1 - p);
}

/** z with P(Z > z) = p. R: qnorm(p, lower.tail = FALSE). */
export function normalUpperQuantile(p: number): number {
  return -normalQuantile(p);
}

/** The critical value asked for last: a whole table of intervals has one level. */
let latest = { level: Number.NaN, critical: Number.NaN };

/** Half-width factor of a two-sided interval: the (1 + level) / 2 quantile. R: qnorm((1 + level) / 2). */
export function normalCritical(level: number): number {
  if (latest.level !== level) latest = { level, critical: normalUpperQuantile((1 - level) / 2) };
  return latest.critical;
}

/** z with P(0 < Z <= z) = share, by Newton from the tangent at zero. */
function middleQuantile(share: number): number {
  let z = share * ROOT_TWO_PI;
  for (let step = 0; step < 6; step += 1) {
    // P(0 < Z <= z) = density * (z + z^3/3 + z^5/15 + ...); terms of one sign keep the digits near zero.
    let [term, sum] = [z, z];
    for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    z += share / normalDensity(z) - sum;
  }
  return z;
}

/** z > 0 with P(Z > z) = p, by Newton on the logarithm, which is almost a parabola. */
function upperTailQuantile(p: number): number {
  const logP = Math.log(p);
  let z = Math.sqrt(Math.max(0.1, -2 * logP - 2.2));
  for (let step = 0; step < 20; step += 1) {
    const mills = millsRatio(z);
    const change = mills * (Math.log(mills) - (z * z) / 2 - LOG_ROOT_TWO_PI - logP);
    z = Math.max(z / 2, z + change);
    if (Math.abs(change) < 1e-15 * z) break;
  }
  return z;
}
