import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";

/** How measurements of one cluster are taken to resemble each other while the coefficients are found. */
export type CorrelationStructure = "independence" | "exchangeable" | "ar1" | "unstructured";

/** Rows of a cluster with their occasions, whole numbers from 0. */
export interface Cluster {
  readonly rows: readonly number[];
  readonly occasions: readonly number[];
}

/** Multiplies a vector of a cluster's values with a W for which W'W is the inverse of the working correlation. */
export type Whitening = (values: Float64Array, cluster: Cluster) => Float64Array;

/** Every pair of rows of a cluster, earlier first. */
function forPairs(cluster: Cluster, visit: (first: number, second: number) => void): void {
  cluster.rows.forEach((_, second) => {
    for (let first = 0; first < second; first += 1) visit(first, second);
  });
}

/**
 * The parameters of a working correlation by moments: averages of products of standardised residuals, which for "ar1" are
 * fitted by least squares over all pairs at all lags. R: geepack::geeglm(), its alpha.
 * @param residuals Pearson residuals over the root of the dispersion
 * @returns none for independence, one for exchangeable and ar1, one per pair of occasions for unstructured; null when
 * there is no pair to learn from
 */
export function momentCorrelation(
  structure: CorrelationStructure,
  clusters: readonly Cluster[],
  residuals: ArrayLike<number>,
  start: readonly number[],
): readonly number[] | null {
  if (structure === "independence") return [];
  if (structure === "unstructured") return unstructured(clusters, residuals);
  // Sums of products and numbers of pairs at each distance.
  const [sums, counts]: [number[], number[]] = [[], []];
  for (const cluster of clusters) {
    forPairs(cluster, (first, second) => {
      const apart = structure === "exchangeable" ? 1 : lag(cluster, first, second);
      const product = residualOf(cluster, residuals, first) * residualOf(cluster, residuals, second);
      sums[apart] = (sums[apart] ?? 0) + product;
      counts[apart] = (counts[apart] ?? 0) + 1;
    });
  }
  if (sums.length === 0) return null;
  if (sums.length === 2) return [(sums[1] ?? 0) / (counts[1] ?? 1)];
  return [powers(sums, counts, start[0] ?? 0)];
}

function residualOf(cluster: Cluster, residuals: ArrayLike<number>, place: number): number {
  return entry(residuals, cluster.rows[place] ?? -1);
}

function lag({ occasions }: Cluster, first: number, second: number): number {
  return Math.abs((occasions[second] ?? 0) - (occasions[first] ?? 0));
}

/** The a that brings a^distance closest to the products: Gauss-Newton from the start. */
function powers(sums: readonly number[], counts: readonly number[], start: number): number {
  let a = start;
  for (let step = 0; step < 100; step += 1) {
    let [slope, curvature] = [0, 0];
    sums.forEach((sum, apart) => {
      if (apart === 0) return;
      const derivative = apart * a ** (apart - 1);
      slope += derivative * (sum - (counts[apart] ?? 0) * a ** apart);
      curvature += (counts[apart] ?? 0) * derivative ** 2;
    });
    if (!(curvature > 0)) return a;
    const next = Math.max(-0.999, Math.min(0.999, a + slope / curvature));
    if (Math.abs(next - a) < 1e-14) return next;
    a = next;
  }
  return a;
}

function unstructured(clusters: readonly Cluster[], residuals: ArrayLike<number>): readonly number[] | null {
  const occasions = numberOfOccasions(clusters);
  const sums = new Float64Array(pairIndex(0, occasions));
  const counts = new Float64Array(sums.length);
  for (const cluster of clusters) {
    forPairs(cluster, (first, second) => {
      const index = pairOf(cluster, first, second);
      const product = residualOf(cluster, residuals, first) * residualOf(cluster, residuals, second);
      sums[index] = entry(sums, index) + product;
      counts[index] = entry(counts, index) + 1;
    });
  }
  if (sums.length === 0 || counts.some((count) => count === 0)) return null;
  return Array.from(sums, (sum, index) => sum / entry(counts, index));
}

/** Occasions of the cluster that has most, counted by the last. */
export function numberOfOccasions(clusters: readonly Cluster[]): number {
  return clusters.reduce((most, { occasions }) => Math.max(most, ...occasions.map((one) => one + 1)), 0);
}

/** Place of a pair of occasions, first below second, when pairs are listed by the second. */
function pairIndex(first: number, second: number): number {
  return (second * (second - 1)) / 2 + first;
}

function pairOf({ occasions }: Cluster, first: number, second: number): number {
  const [a, b] = [occasions[first] ?? 0, occasions[second] ?? 0];
  return pairIndex(Math.min(a, b), Math.max(a, b));
}

/** The whitening that belongs to a working correlation; null when the parameters make no correlation matrix. */
export function whiteningOf(
  structure: CorrelationStructure,
  parameters: readonly number[],
  clusters: readonly Cluster[],
): Whitening | null {
  if (structure === "independence") return (values) => values;
  const alpha = parameters[0] ?? 0;
  if (structure === "exchangeable") {
    const largest = clusters.reduce((most, { rows }) => Math.max(most, rows.length), 1);
    return alpha < 1 && 1 + (largest - 1) * alpha > 0 ? exchangeableWhitening(alpha) : null;
  }
  if (structure === "ar1") return Math.abs(alpha) < 1 ? autoregressiveWhitening(alpha) : null;
  return clusters.every((cluster) => choleskyOf(parameters, cluster).kind === "cholesky")
    ? (values, cluster) => {
        const root = choleskyOf(parameters, cluster);
        return root.kind === "cholesky" ? root.whiten(values) : values;
      }
    : null;
}

function exchangeableWhitening(alpha: number): Whitening {
  return (values) => {
    const n = values.length;
    const share = (1 - Math.sqrt((1 - alpha) / (1 + (n - 1) * alpha))) / n;
    const total = values.reduce((sum, value) => sum + value, 0);
    return values.map((value) => (value - share * total) / Math.sqrt(1 - alpha));
  };
}

/** Each value less what the one before foretells, in the order of the occasions. */
function autoregressiveWhitening(alpha: number): Whitening {
  return (values, cluster) =>
    values.map((value, place) => {
      if (place === 0) return value;
      const carried = alpha ** lag(cluster, place - 1, place);
      return (value - carried * entry(values, place - 1)) / Math.sqrt(1 - carried ** 2);
    });
}

function choleskyOf(parameters: readonly number[], cluster: Cluster) {
  const size = cluster.rows.length;
  const correlation = createMatrix(size, size);
  for (let place = 0; place < size; place += 1) correlation.values[place * size + place] = 1;
  forPairs(cluster, (first, second) => {
    const value = parameters[pairOf(cluster, first, second)] ?? 0;
    correlation.values[first * size + second] = value;
    correlation.values[second * size + first] = value;
  });
  return choleskyDecompose(correlation);
}
