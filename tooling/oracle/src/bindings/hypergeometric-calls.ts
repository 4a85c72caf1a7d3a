import { binomialMass } from "@alongside/statistics/distribution/binomial";
import { callsOf } from "./distribution-calls";

/** Chance of x white balls among k drawn from m white and n black ones, as a ratio of binomial masses (Loader 2000). */
function mass(x: number, m: number, n: number, k: number): number {
  if (!Number.isInteger(x) || x < Math.max(0, k - n) || x > Math.min(k, m)) return 0;
  const share = k / (m + n);
  if (share === 0 || share === 1) return 1;
  return (binomialMass(x, m, share) * binomialMass(k - x, n, share)) / binomialMass(k, m + n, share);
}

/** Of all counts from one to another. */
function between(from: number, to: number, m: number, n: number, k: number): number {
  let total = 0;
  for (let x = Math.max(from, 0, k - n); x <= Math.min(to, k, m); x += 1) total += mass(x, m, n, k);
  return Math.min(1, total);
}

export const HYPERGEOMETRIC = callsOf("hyper", {
  parameters: [["m"], ["n"], ["k"]],
  density: (x, m = 1, n = 1, k = 1) => mass(x, m, n, k),
  lower: (x, m = 1, n = 1, k = 1) => between(0, Math.floor(x + 1e-7), m, n, k),
  upper: (x, m = 1, n = 1, k = 1) => between(Math.floor(x + 1e-7) + 1, k, m, n, k),
  quantile: (p, m = 1, n = 1, k = 1) => {
    let x = Math.max(0, k - n);
    const enough = p * (1 - 64 * Number.EPSILON);
    for (let total = mass(x, m, n, k); total < enough && x < Math.min(k, m); total += mass(x, m, n, k)) x += 1;
    return x;
  },
});
