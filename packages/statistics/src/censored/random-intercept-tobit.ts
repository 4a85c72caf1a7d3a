import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { gaussHermite, type QuadratureRule } from "../mixed/gauss-hermite";
import { rowsByCluster } from "../regression/cluster-covariance";
import { censoredNormal, type LikelihoodPart } from "./censored-normal";
import { type CensoredCounts, type CensoredValue, countCensored } from "./censored-value";
import { type LikelihoodPoint, newtonAscent } from "./newton-ascent";
import { tobitRegression } from "./tobit-regression";

/** A Tobit regression of repeated values in which every person has a level of their own. */
export interface RandomInterceptTobit {
  readonly kind: "fit";
  readonly n: number;
  readonly people: number;
  readonly counts: CensoredCounts;
  /** In the order of the predictors. */
  readonly coefficients: Float64Array;
  /** Standard deviation within people. */
  readonly sigma: number;
  /** Standard deviation between people. */
  readonly tau: number;
  /** Of the coefficients, log sigma and log tau, from the observed information. */
  readonly covariance: Matrix;
  readonly logLikelihood: number;
}

/**
 * Random-intercept Tobit regression by maximum likelihood: the likelihood of each person is integrated over their level by
 * adaptive Gauss-Hermite quadrature, centred and scaled at the level's most likely value; derivatives by the identities of
 * Fisher and Louis. Hughes (1999), Biometrics 55, 625-629; Pinheiro & Bates (1995), J Comput Graph Stat 4, 12-35; Louis
 * (1982), J R Stat Soc B 44, 226-233. R: lme4::lmer(REML = FALSE) where nothing is censored.
 * @param people code of each value's person
 * @param predictors one row per value; with a column of ones for the intercept
 * @param points of the quadrature, 15 to 25 being enough
 * @returns insufficient data as `tobitRegression`, and "not-identifiable" when people differ no more than their own values do,
 *   so that the spread between them runs to 0
 * @throws RangeError for impossible values or lengths that differ
 */
export function randomInterceptTobit(
  values: readonly CensoredValue[],
  predictors: Matrix,
  people: readonly number[],
  points = 21,
): RandomInterceptTobit | InsufficientData {
  if (people.length !== values.length) throw new RangeError(`${values.length} values of ${people.length} people`);
  const marginal = tobitRegression(values, predictors);
  if (marginal.kind === "insufficient-data") return marginal;
  const groups = rowsByCluster(people);
  if (groups.length < 2) return tooFew(2, groups.length);
  if (groups.length === values.length) return insufficient("not-identifiable", values.length);
  const half = marginal.logSigma - Math.log(2) / 2;
  const start = Float64Array.from([...marginal.coefficients, half, half]);
  const rule = gaussHermite(points);
  const evaluate = (parameters: Float64Array) => sumOverPeople(values, predictors, groups, parameters, rule);
  const found = newtonAscent(evaluate, start, values.length);
  if (found.kind === "insufficient-data") return found;
  const size = predictors.columns;
  return {
    kind: "fit",
    n: values.length,
    people: groups.length,
    counts: countCensored(values),
    coefficients: found.parameters.slice(0, size),
    sigma: Math.exp(entry(found.parameters, size)),
    tau: Math.exp(entry(found.parameters, size + 1)),
    covariance: found.covariance,
    logLikelihood: found.value,
  };
}

function sumOverPeople(
  values: readonly CensoredValue[],
  predictors: Matrix,
  groups: readonly (readonly number[])[],
  parameters: Float64Array,
  rule: QuadratureRule,
): LikelihoodPoint {
  const size = predictors.columns;
  const [sigma, tau] = [Math.exp(entry(parameters, size)), Math.exp(entry(parameters, size + 1))];
  const score = new Float64Array(size + 2);
  const information = createMatrix(size + 2, size + 2);
  let value = 0;
  for (const rows of groups) {
    const person = rows.flatMap((row) => {
      const x = predictors.values.subarray(row * size, (row + 1) * size);
      const one = values[row];
      return one === undefined ? [] : [{ one, x, mean: x.reduce((sum, xi, i) => sum + xi * entry(parameters, i), 0) }];
    });
    const parts = (level: number) => person.map(({ one, mean }) => censoredNormal(one, mean + tau * level, sigma));
    const { centre, scale } = mostLikelyLevel(parts, tau);
    const nodes = rule.points.map((z) => centre + scale * z);
    const atNodes = [...nodes].map(parts);
    const logs = atNodes.map((some, k) => {
      const [u, z] = [entry(nodes, k), entry(rule.points, k)];
      return total(some, "value") - (u * u) / 2 + (z * z) / 2 + Math.log(entry(rule.weights, k));
    });
    const largest = Math.max(...logs);
    const shares = logs.map((log) => Math.exp(log - largest));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    value += Math.log(scale) + largest + Math.log(whole);
    const mean = new Float64Array(size + 2);
    atNodes.forEach((some, k) => {
      const share = entry(shares, k) / whole;
      const own = nodeDerivatives(
        some,
        person.map(({ x }) => x),
        tau * entry(nodes, k),
        size,
      );
      addOuter(information, own.score, -share);
      own.score.forEach((one, i) => {
        mean[i] = entry(mean, i) + share * one;
      });
      own.curvature.values.forEach((one, cell) => {
        information.values[cell] = entry(information.values, cell) - share * one;
      });
    });
    addOuter(information, mean, 1);
    mean.forEach((one, i) => {
      score[i] = entry(score, i) + one;
    });
  }
  return { value, score, information };
}

function total(parts: readonly LikelihoodPart[], what: keyof LikelihoodPart): number {
  return parts.reduce((sum, part) => sum + part[what], 0);
}

/** Where a person's level, in spreads between people, is most likely, and the width there. */
function mostLikelyLevel(parts: (level: number) => readonly LikelihoodPart[], tau: number) {
  let centre = 0;
  for (let step = 0; step < 100; step += 1) {
    const some = parts(centre);
    const slope = tau * total(some, "mean") - centre;
    const curvature = 1 - tau * tau * total(some, "meanMean");
    const move = slope / curvature;
    centre += move;
    if (Math.abs(move) < 1e-10) break;
  }
  return { centre, scale: 1 / Math.sqrt(1 - tau * tau * total(parts(centre), "meanMean")) };
}

/** Score and second derivatives of a person's values at one level, in coefficients, log sigma and log tau. */
function nodeDerivatives(
  parts: readonly LikelihoodPart[],
  predictors: readonly Float64Array[],
  shift: number,
  size: number,
) {
  const score = new Float64Array(size + 2);
  const curvature = createMatrix(size + 2, size + 2);
  const add = (i: number, j: number, amount: number) => {
    const cell = i * (size + 2) + j;
    curvature.values[cell] = entry(curvature.values, cell) + amount;
  };
  parts.forEach((part, row) => {
    const x = predictors[row] ?? new Float64Array(size);
    for (let i = 0; i < size; i += 1) {
      score[i] = entry(score, i) + part.mean * entry(x, i);
      for (let j = 0; j <= i; j += 1) add(i, j, part.meanMean * entry(x, i) * entry(x, j));
      add(size, i, part.meanLogSigma * entry(x, i));
      add(size + 1, i, part.meanMean * entry(x, i) * shift);
    }
    score[size] = entry(score, size) + part.logSigma;
    score[size + 1] = entry(score, size + 1) + part.mean * shift;
    add(size, size, part.logSigmaLogSigma);
    add(size + 1, size, part.meanLogSigma * shift);
    add(size + 1, size + 1, part.meanMean * shift * shift + part.mean * shift);
  });
  return { score, curvature };
}

/** Adds factor times the products of a vector with itself, lower triangle. */
function addOuter({ columns, values }: Matrix, vector: Float64Array, factor: number): void {
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      values[i * columns + j] = entry(values, i * columns + j) + factor * entry(vector, i) * entry(vector, j);
    }
  }
}
