import { entry } from "../linear-algebra/vector";
import type { QuadratureRule } from "../mixed/gauss-hermite";
import { censoredNormal, type LikelihoodPart } from "./censored-normal";
import type { CensoredValue } from "./censored-value";

/** Means of one person's values without the level of their own, and the spreads within and between people. */
export interface PersonModel {
  readonly values: readonly CensoredValue[];
  readonly means: Float64Array;
  readonly sigma: number;
  readonly tau: number;
}

/** Log likelihood of one person with derivatives in the means of the values, log sigma and log tau, in this order. */
export interface PersonIntegral {
  readonly value: number;
  readonly score: Float64Array;
  /** Negative second derivatives, row by row; the lower triangle is filled. */
  readonly information: Float64Array;
}

/** Levels at which a Gaussian integrand is exact, up to the products of two derivatives: polynomials of degree four. */
export const EXACT_POINTS = 5;

/**
 * The likelihood of a person's values integrated over their level, by quadrature centred and scaled at the most likely level;
 * derivatives by the identities of Fisher and Louis. Pinheiro & Bates (1995), J Comput Graph Stat 4, 12-35; Louis (1982), J R
 * Stat Soc B 44, 226-233.
 */
export function personIntegral(model: PersonModel, rule: QuadratureRule): PersonIntegral {
  const { values, means, sigma, tau } = model;
  const [count, points] = [values.length, rule.points.length];
  const width = count + 2;
  const { centre, scale } = mostLikelyLevel(model);
  const parts: LikelihoodPart[] = [];
  const logs = new Float64Array(points);
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < points; k += 1) {
    const z = entry(rule.points, k);
    const u = centre + scale * z;
    let log = (z * z - u * u) / 2 + Math.log(entry(rule.weights, k));
    for (let j = 0; j < count; j += 1) {
      const value = values[j];
      if (value === undefined) continue;
      const part = censoredNormal(value, entry(means, j) + tau * u, sigma);
      parts.push(part);
      log += part.value;
    }
    logs[k] = log;
    if (log > largest) largest = log;
  }
  let whole = 0;
  for (let k = 0; k < points; k += 1) {
    const share = Math.exp(entry(logs, k) - largest);
    logs[k] = share;
    whole += share;
  }
  const score = new Float64Array(width);
  const information = new Float64Array(width * width);
  const own = new Float64Array(width);
  for (let k = 0; k < points; k += 1) {
    const share = entry(logs, k) / whole;
    const shift = tau * (centre + scale * entry(rule.points, k));
    let [within, between] = [0, 0];
    const add = (row: number, column: number, amount: number) => {
      const cell = row * width + column;
      information[cell] = entry(information, cell) - share * amount;
    };
    for (let j = 0; j < count; j += 1) {
      const part = parts[k * count + j];
      if (part === undefined) continue;
      own[j] = part.mean;
      within += part.logSigma;
      between += part.mean * shift;
      add(j, j, part.meanMean);
      add(count, j, part.meanLogSigma);
      add(count + 1, j, part.meanMean * shift);
      add(count, count, part.logSigmaLogSigma);
      add(count + 1, count, part.meanLogSigma * shift);
      add(count + 1, count + 1, part.meanMean * shift * shift + part.mean * shift);
    }
    own[count] = within;
    own[count + 1] = between;
    for (let i = 0; i < width; i += 1) {
      score[i] = entry(score, i) + share * entry(own, i);
      for (let j = 0; j <= i; j += 1) add(i, j, entry(own, i) * entry(own, j));
    }
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const cell = i * width + j;
      information[cell] = entry(information, cell) + entry(score, i) * entry(score, j);
    }
  }
  return { value: Math.log(scale) + largest + Math.log(whole), score, information };
}

/** Where a person's level, in spreads between people, is most likely, and the width there. */
function mostLikelyLevel({ values, means, sigma, tau }: PersonModel): { centre: number; scale: number } {
  let centre = 0;
  for (let step = 0; ; step += 1) {
    let [slope, curvature] = [0, 0];
    for (let j = 0; j < values.length; j += 1) {
      const value = values[j];
      if (value === undefined) continue;
      const part = censoredNormal(value, entry(means, j) + tau * centre, sigma);
      slope += part.mean;
      curvature += part.meanMean;
    }
    const sharpness = 1 - tau * tau * curvature;
    const move = (tau * slope - centre) / sharpness;
    centre += move;
    if (Math.abs(move) < 1e-10 || step >= 100) return { centre, scale: 1 / Math.sqrt(sharpness) };
  }
}
