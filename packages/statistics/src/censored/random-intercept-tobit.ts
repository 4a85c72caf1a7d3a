import { type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { gaussHermite, type QuadratureRule } from "../mixed/gauss-hermite";
import { rowsByCluster } from "../regression/cluster-covariance";
import { type CensoredCounts, type CensoredValue, countCensored } from "./censored-value";
import { type LikelihoodPoint, newtonAscent } from "./newton-ascent";
import { EXACT_POINTS, type PersonIntegral, personIntegral } from "./person-integral";
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
  const rules = { censored: gaussHermite(points), exact: gaussHermite(Math.min(points, EXACT_POINTS)) };
  const persons = groups.map((rows): Person => {
    const own = rows.flatMap((row) => values[row] ?? []);
    return { rows, values: own, exact: own.every(({ kind }) => kind === "exact") };
  });
  const evaluate = (parameters: Float64Array) => sumOverPeople(persons, predictors, parameters, rules);
  const found = newtonAscent(evaluate, start, values.length);
  if (found.kind === "insufficient-data") return found;
  const size = predictors.columns;
  return whereFinite(
    {
      kind: "fit",
      n: values.length,
      people: groups.length,
      counts: countCensored(values),
      coefficients: found.parameters.slice(0, size),
      sigma: Math.exp(entry(found.parameters, size)),
      tau: Math.exp(entry(found.parameters, size + 1)),
      covariance: found.covariance,
      logLikelihood: found.value,
    },
    values.length,
  );
}

interface Rules {
  readonly censored: QuadratureRule;
  /** Of people all of whose values are known: few points are exact then. */
  readonly exact: QuadratureRule;
}

interface Person {
  readonly rows: readonly number[];
  readonly values: readonly CensoredValue[];
  readonly exact: boolean;
}

function sumOverPeople(
  people: readonly Person[],
  predictors: Matrix,
  parameters: Float64Array,
  rules: Rules,
): LikelihoodPoint {
  const size = predictors.columns;
  const [sigma, tau] = [Math.exp(entry(parameters, size)), Math.exp(entry(parameters, size + 1))];
  const score = new Float64Array(size + 2);
  const information = createMatrix(size + 2, size + 2);
  let value = 0;
  for (const { rows, values, exact } of people) {
    const means = Float64Array.from(rows, (row) => {
      let mean = 0;
      for (let i = 0; i < size; i += 1) mean += entry(predictors.values, row * size + i) * entry(parameters, i);
      return mean;
    });
    const own = personIntegral({ values, means, sigma, tau }, exact ? rules.exact : rules.censored);
    value += own.value;
    addPerson(own, rows, predictors, score, information);
  }
  return { value, score, information };
}

/** From the means of a person's values to the coefficients that make them. */
function addPerson(
  own: PersonIntegral,
  rows: readonly number[],
  predictors: Matrix,
  score: Float64Array,
  information: Matrix,
): void {
  const size = predictors.columns;
  const [count, width] = [rows.length, rows.length + 2];
  const x = (j: number, i: number) => entry(predictors.values, (rows[j] ?? 0) * size + i);
  const within = (j: number, l: number) => entry(own.information, Math.max(j, l) * width + Math.min(j, l));
  const add = (i: number, j: number, amount: number) => {
    const cell = i * (size + 2) + j;
    information.values[cell] = entry(information.values, cell) + amount;
  };
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < count; j += 1) {
      score[i] = entry(score, i) + entry(own.score, j) * x(j, i);
      add(size, i, within(count, j) * x(j, i));
      add(size + 1, i, within(count + 1, j) * x(j, i));
      for (let other = 0; other <= i; other += 1) {
        let sum = 0;
        for (let l = 0; l < count; l += 1) sum += within(j, l) * x(l, other);
        add(i, other, x(j, i) * sum);
      }
    }
  }
  for (let i = 0; i < 2; i += 1) {
    score[size + i] = entry(score, size + i) + entry(own.score, count + i);
    for (let j = 0; j <= i; j += 1) add(size + i, size + j, within(count + i, count + j));
  }
}
