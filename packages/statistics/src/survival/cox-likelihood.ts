import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { type CoxData, type RiskSet, visitRiskSets } from "./cox-risk-sets";

/** How people who have the event at the same time are treated: Efron's average, or Breslow's full risk set for each. */
export type TiesMethod = "efron" | "breslow";

/** Partial likelihood at some coefficients. */
export interface CoxLikelihood {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Matrix;
}

/** One of the equal shares into which the deaths of a time are split: its hazard, and mean and variance of predictors. */
export interface DeathShare {
  /** Weight of the share over the risk sum: the step of the cumulative hazard. */
  readonly hazard: number;
  /** How much of the dying is already taken out of the risk set: 0, 1/m, 2/m, ... */
  readonly removed: number;
  readonly riskSum: number;
  readonly mean: Float64Array;
}

/** exp of the linear predictor of every row. */
export function coxRisks(data: CoxData, coefficients: ArrayLike<number>): Float64Array {
  return multiplyVector(data.predictors, coefficients).map(Math.exp);
}

/** The deaths of one time in shares, by Efron (1977), J Am Stat Assoc 72, 557-565, or Breslow (1974), Biometrics 30, 89-99. */
export function deathShares({ deaths, deathWeight, atRisk, dying }: RiskSet, ties: TiesMethod): DeathShare[] {
  const weight = deathWeight / deaths.length;
  return deaths.map((_, k) => {
    const removed = ties === "efron" ? k / deaths.length : 0;
    const riskSum = atRisk.zero - removed * dying.zero;
    const mean = atRisk.first.map((sum, i) => (sum - removed * entry(dying.first, i)) / riskSum);
    return { hazard: weight / riskSum, removed, riskSum, mean };
  });
}

/** Adds `weight` x the variance of the predictors in the risk set of one share to a square matrix, lower triangle only. */
export function addVariance(target: Matrix, { atRisk, dying }: RiskSet, share: DeathShare, weight: number): void {
  const size = target.columns;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const cell = i * size + j;
      const square = (entry(atRisk.second, cell) - share.removed * entry(dying.second, cell)) / share.riskSum;
      const variance = square - entry(share.mean, i) * entry(share.mean, j);
      target.values[cell] = entry(target.values, cell) + weight * variance;
    }
  }
}

/** Copies the lower triangle of a square matrix to the upper. */
export function mirror({ columns, values }: Matrix): void {
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j < i; j += 1) values[j * columns + i] = entry(values, i * columns + j);
  }
}

/** The sum of the dying's predictors, less what the risk sets let expect: the score's part of one time. */
export function scorePart(
  data: CoxData,
  { deaths, deathWeight }: RiskSet,
  shares: readonly DeathShare[],
): Float64Array {
  const size = data.predictors.columns;
  const part = new Float64Array(size);
  for (const row of deaths) {
    const weight = entry(data.weights, row);
    for (let i = 0; i < size; i += 1) part[i] = entry(part, i) + weight * entry(data.predictors.values, row * size + i);
  }
  for (const { mean } of shares) {
    for (let i = 0; i < size; i += 1) part[i] = entry(part, i) - (deathWeight / deaths.length) * entry(mean, i);
  }
  return part;
}

/** Log partial likelihood with its gradient and its negative second derivatives (Cox 1972, J R Stat Soc B 34, 187-220). */
export function coxLikelihood(data: CoxData, coefficients: ArrayLike<number>, ties: TiesMethod): CoxLikelihood {
  const size = data.predictors.columns;
  const risks = coxRisks(data, coefficients);
  const score = new Float64Array(size);
  const information = createMatrix(size, size);
  let logLikelihood = 0;
  visitRiskSets(data, risks, (set) => {
    const weight = set.deathWeight / set.deaths.length;
    const shares = deathShares(set, ties);
    for (const row of set.deaths) logLikelihood += entry(data.weights, row) * Math.log(entry(risks, row));
    for (const share of shares) {
      logLikelihood -= weight * Math.log(share.riskSum);
      addVariance(information, set, share, weight);
    }
    scorePart(data, set, shares).forEach((value, i) => {
      score[i] = entry(score, i) + value;
    });
  });
  mirror(information);
  return { logLikelihood, score, information };
}
