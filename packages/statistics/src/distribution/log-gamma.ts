import { entry } from "../linear-algebra/vector";

/** zeta(k) - 1 for k = 2, 3, ... */
const ZETA_LESS_ONE = Float64Array.from([
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10, 4.656629065033784e-10,
]);
/** 1 less Euler's constant. */
const ONE_LESS_EULER = 0.42278433509846713;
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** Coefficients of 1/x, 1/x^3, ... in Stirling's series: B(2k) / (2k (2k - 1)). */
const STIRLING = Float64Array.from([
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417,
  -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242, 0.17964437236883057, -1.3924322169059011,
]);
/** From here on Stirling's series is exact to the last digit of a double. */
const STIRLING_FROM = 10;

/** Stirling's series for large x, each term times a factor of its place. */
function stirlingSeries(x: number, factor: (k: number) => number, power: number): number {
  const inverse = 1 / (x * x);
  let total = 0;
  for (let k = STIRLING.length - 1; k >= 0; k -= 1) total = total * inverse + entry(STIRLING, k) * factor(k);
  return total / x ** power;
}

/**
 * log gamma(x + 1) less Stirling's approximation (x + 1/2) log x - x + log(2 pi)/2, for x > 0. It lets probabilities
 * be written without differences of large logarithms. Source: Loader, Fast and accurate computation of binomial
 * probabilities (2000); NIST DLMF 5.11.1.
 */
export function stirlingError(x: number): number {
  if (x < 1) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  let total = 0;
  let at = x;
  for (; at < STIRLING_FROM; at += 1) {
    // (at + 1/2) log(1 + 1/at) - 1 as a series in y = 1 / (2 at + 1), free of cancellation.
    const square = (1 / (2 * at + 1)) ** 2;
    let power = square;
    for (let k = 3; power > 1e-18; k += 2) {
      total += power / k;
      power *= square;
    }
  }
  return total + stirlingSeries(at, () => 1, 1);
}

/** Logarithm of the gamma function for x > 0. R: lgamma(x). */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`Not positive: ${x}`);
  if (x === Infinity) return Infinity;
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x, () => 1, 1);
  if (x < 0.5) return aroundTwo(x) - Math.log(x) - Math.log1p(x);
  if (x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let at = x;
  for (; at > 2.5; at -= 1) product *= at - 1;
  return aroundTwo(at - 2) + Math.log(product);
}

/** log gamma(2 + z) for |z| <= 1/2: its Taylor series. Source: NIST DLMF 5.7.3. */
function aroundTwo(z: number): number {
  let total = 0;
  for (let k = ZETA_LESS_ONE.length + 1; k >= 2; k -= 1) total = -z * (total - entry(ZETA_LESS_ONE, k - 2) / k);
  return z * ONE_LESS_EULER + z * total;
}

/** Logarithm of the beta function for positive a and b. R: lbeta(a, b). */
export function logBeta(a: number, b: number): number {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const ratio = small / large;
  const largePart = -small * Math.log(large + small) - (large - 0.5) * Math.log1p(ratio) + small;
  const errors = stirlingSeries(large, () => 1, 1) - stirlingSeries(large + small, () => 1, 1);
  return logGamma(small) + largePart + errors;
}

/** First derivative of log gamma for x > 0. R: digamma(x). */
export function digamma(x: number): number {
  let [total, at] = [0, x];
  for (; at < STIRLING_FROM; at += 1) total -= 1 / at;
  return total + Math.log(at) - 0.5 / at - stirlingSeries(at, (k) => 2 * k + 1, 2);
}

/** Second derivative of log gamma for x > 0. R: trigamma(x). */
export function trigamma(x: number): number {
  let [total, at] = [0, x];
  for (; at < STIRLING_FROM; at += 1) total += 1 / at ** 2;
  return total + 1 / at + 0.5 / at ** 2 + stirlingSeries(at, (k) => (2 * k + 1) * (2 * k + 2), 3);
}
