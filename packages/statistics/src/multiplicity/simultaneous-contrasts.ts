import { chiSquaredQuantile } from "../distribution/chi-squared";
import { normalCdf, normalQuantile } from "../distribution/normal";
import { createMatrix, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { findRoot } from "../optimisation/find-root";

/** Contrasts of one set of estimates, tested together. */
export interface SimultaneousContrasts {
  /** Standard errors, one per contrast. */
  readonly standardErrors: readonly number[];
  /** P(the largest absolute statistic exceeds the value) when all contrasts are zero: the single-step p value. */
  upper(statistic: number): number;
  /** The value that the largest absolute statistic stays below with this probability. */
  critical(level: number): number;
}

/** Points of the lattice; its error is near 2e-5. */
const POINTS = 16381;
/** Between two of these quantiles of the scale the others are interpolated, to about 1e-5. */
const KNOTS = 400;
/** Square roots of primes, whose multiples fill the cube evenly (Richtmyer 1951). */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];
/** What is left of a contrast's variance beside earlier ones, below which it repeats them. */
const REPEATED = 1e-9;

/**
 * Contrasts of estimates with a joint normal or t distribution, whatever their correlations, by the conditioning of Genz
 * and Kwong (2000), Journal of Statistical Computation and Simulation 68, 1-21, on a fixed lattice: the same data give
 * the same p value, to about 2e-5. R: multcomp::glht(model, contrasts), whose own error depends on a seed.
 * @param contrasts one per row
 * @param covariance of the estimates
 * @param df of the estimate of their spread; infinite where that is known
 * @returns null when a contrast has no variance, or the contrasts span more than 26 dimensions
 */
export function simultaneousContrasts(contrasts: Matrix, covariance: Matrix, df: number): SimultaneousContrasts | null {
  const together = multiply(multiply(contrasts, covariance), transpose(contrasts));
  const count = contrasts.rows;
  const standardErrors = Array.from({ length: count }, (_, i) => Math.sqrt(together.values[i * count + i] ?? 0));
  if (!standardErrors.every((error) => error > 0)) return null;
  const correlations = createMatrix(count, count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) {
      const scale = (standardErrors[i] ?? 1) * (standardErrors[j] ?? 1);
      correlations.values[i * count + j] = (together.values[i * count + j] ?? 0) / scale;
    }
  }
  const steps = stepsOf(correlations);
  if (steps.length > PRIMES.length + 1) return null;
  const scales = df === Infinity ? new Float64Array() : evenScales(df);
  const upper = (statistic: number): number => outside(steps, Math.abs(statistic), scales);
  const critical = (level: number): number => {
    let high = 4;
    while (upper(high) > 1 - level && high < 1e6) high *= 2;
    return findRoot((value) => upper(value) - (1 - level), 0, high, 1e-6) ?? Number.NaN;
  };
  return { standardErrors, upper, critical };
}

/** Quantiles of the estimated over the true standard deviation, by lines between some of them on the normal scale. */
function evenScales(df: number): Float64Array {
  const normal = (share: number) => normalQuantile(Math.min(1 - 0.5 / POINTS, Math.max(0.5 / POINTS, share)));
  const [low, high] = [normal(0), normal(1)];
  const at = (knot: number) => low + ((high - low) * knot) / KNOTS;
  const knots = Float64Array.from({ length: KNOTS + 1 }, (_, knot) =>
    Math.sqrt(chiSquaredQuantile(normalCdf(at(knot)), df) / df),
  );
  return Float64Array.from({ length: POINTS }, (_, point) => {
    const place = ((normal((point + 0.5) / POINTS) - low) / (high - low)) * KNOTS;
    const knot = Math.min(KNOTS - 1, Math.floor(place));
    const [from, to] = [knots[knot] ?? 1, knots[knot + 1] ?? 1];
    return from + (place - knot) * (to - from);
  });
}

/** A normal variable with the contrasts it completes: their loadings on the earlier variables, then its own. */
type Step = readonly Float64Array[];

/** Contrasts as sums of independent normal variables, by Cholesky's method with the most certain contrasts first. */
function stepsOf(correlations: Matrix): readonly Step[] {
  const count = correlations.rows;
  const loadings = Array.from({ length: count }, () => new Float64Array(count));
  const rest = new Float64Array(count).fill(1);
  const steps: Float64Array[][] = [];
  const open = new Set(loadings.keys());
  while (open.size > 0) {
    const rank = steps.length;
    const pivot = [...open].reduce((best, row) => ((rest[row] ?? 0) > (rest[best] ?? 0) ? row : best));
    const own = Math.sqrt(rest[pivot] ?? 0);
    const base = loadings[pivot] ?? new Float64Array(count);
    const completed: Float64Array[] = [];
    for (const row of open) {
      const loading = loadings[row] ?? base;
      let shared = correlations.values[row * count + pivot] ?? 0;
      for (let k = 0; k < rank; k += 1) shared -= (loading[k] ?? 0) * (base[k] ?? 0);
      loading[rank] = row === pivot ? own : shared / own;
      rest[row] = Math.max(0, (rest[row] ?? 0) - (loading[rank] ?? 0) ** 2);
      if (row !== pivot && (rest[row] ?? 0) > REPEATED) continue;
      open.delete(row);
      completed.push(loading.subarray(0, rank + 1));
    }
    steps.push(completed);
  }
  return steps;
}

/**
 * P(some contrast lies further from zero than the bound times a scale).
 * @param scales of the points; 1 for all where there is none
 */
function outside(steps: readonly Step[], limit: number, scales: Float64Array): number {
  let total = 0;
  const drawn = new Float64Array(steps.length);
  for (let point = 1; point <= POINTS; point += 1) {
    const bound = limit * (scales[point - 1] ?? 1);
    let inside = 1;
    for (let step = 0; step < steps.length && inside > 0; step += 1) {
      let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (const loading of steps[step] ?? []) {
        let known = 0;
        for (let k = 0; k < step; k += 1) known += (loading[k] ?? 0) * (drawn[k] ?? 0);
        const own = loading[step] ?? 0;
        const [one, other] = [(-bound - known) / own, (bound - known) / own];
        low = Math.max(low, Math.min(one, other));
        high = Math.min(high, Math.max(one, other));
      }
      const [below, above] = [normalCdf(low), normalCdf(high)];
      const width = Math.max(0, above - below);
      inside *= width;
      if (step === steps.length - 1 || width === 0) continue;
      const place = point * Math.sqrt(PRIMES[step] ?? 2);
      const share = Math.abs(2 * (place - Math.floor(place)) - 1);
      drawn[step] = normalQuantile(Math.min(1 - 1e-16, Math.max(1e-300, below + share * width)));
    }
    total += inside;
  }
  return Math.max(0, 1 - total / POINTS);
}
