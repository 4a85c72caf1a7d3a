import { createMatrix, type Matrix, multiply, transpose } from "../linear-algebra/matrix";
import { entry as at } from "../linear-algebra/vector";
import { coxRisks, deathShares, type TiesMethod } from "./cox-likelihood";
import { type CoxData, visitRiskSets } from "./cox-risk-sets";

/**
 * Sandwich covariance D'D, where D holds per cluster the sum of weighted score residuals times the model covariance: how far
 * each cluster pulls the coefficients. Lin & Wei (1989), J Am Stat Assoc 84, 1074-1078. R: coxph(... + cluster(id)).
 * @param clusters code of each row's cluster
 */
export function robustCovariance(
  data: CoxData,
  coefficients: Float64Array,
  ties: TiesMethod,
  covariance: Matrix,
  clusters: readonly number[],
): Matrix {
  const size = covariance.columns;
  const residuals = scoreResiduals(data, coefficients, ties);
  const sums = new Map<number, number[]>();
  clusters.forEach((cluster, row) => {
    const sum = sums.get(cluster) ?? new Array<number>(size).fill(0);
    for (let i = 0; i < size; i += 1)
      sum[i] = at(sum, i) + at(data.weights, row) * at(residuals.values, row * size + i);
    sums.set(cluster, sum);
  });
  const pulls = multiply(createMatrix(sums.size, size, [...sums.values()].flat()), covariance);
  return multiply(transpose(pulls), pulls);
}

/** Running sums over the event times of one stratum, latest first. */
interface HazardStep {
  readonly time: number;
  readonly hazard: number;
  readonly weighted: Float64Array;
}

/** What each row adds to the score: its predictors less the expected ones, over its event and its time at risk. */
function scoreResiduals(data: CoxData, coefficients: Float64Array, ties: TiesMethod): Matrix {
  const size = data.predictors.columns;
  const risks = coxRisks(data, coefficients);
  const residuals = createMatrix(data.exit.length, size);
  const add = (row: number, part: (i: number, x: number) => number) => {
    for (let i = 0; i < size; i += 1) {
      const cell = row * size + i;
      residuals.values[cell] = at(residuals.values, cell) + part(i, at(data.predictors.values, cell));
    }
  };
  const steps: HazardStep[][] = data.leaving.map(() => []);
  visitRiskSets(data, risks, (set) => {
    const shares = deathShares(set, ties);
    let hazard = 0;
    const weighted = new Float64Array(size);
    for (const share of shares) {
      hazard += share.hazard;
      for (let i = 0; i < size; i += 1) weighted[i] = at(weighted, i) + share.hazard * at(share.mean, i);
      for (const row of set.deaths) {
        const kept = share.removed * share.hazard * at(risks, row);
        add(row, (i, x) => (x - at(share.mean, i)) * (1 / shares.length + kept));
      }
    }
    steps[set.stratum]?.push({ time: set.time, hazard, weighted });
  });
  data.leaving.forEach((rows, stratum) => {
    const sums = cumulate(steps[stratum] ?? [], size);
    for (const row of rows) {
      const until = upTo(sums, at(data.exit, row));
      const from = data.entry.length === 0 ? undefined : upTo(sums, at(data.entry, row));
      const hazard = (until?.hazard ?? 0) - (from?.hazard ?? 0);
      const risk = at(risks, row);
      add(row, (i, x) => {
        const weighted =
          (until === undefined ? 0 : at(until.weighted, i)) - (from === undefined ? 0 : at(from.weighted, i));
        return risk * (weighted - hazard * x);
      });
    }
  });
  return residuals;
}

function cumulate(latestFirst: readonly HazardStep[], size: number): HazardStep[] {
  let hazard = 0;
  let weighted = new Float64Array(size);
  return [...latestFirst].reverse().map((step) => {
    hazard += step.hazard;
    weighted = weighted.map((sum, i) => sum + at(step.weighted, i));
    return { time: step.time, hazard, weighted };
  });
}

/** The last of the running sums at or before a time, by bisection. */
function upTo(sums: readonly HazardStep[], time: number): HazardStep | undefined {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return sums[low - 1];
}
