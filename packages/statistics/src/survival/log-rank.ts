import { chiSquaredUpper } from "../distribution/chi-squared";
import { type InsufficientData, insufficient, tooFew } from "../estimate";
import { choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix } from "../linear-algebra/matrix";
import { entry } from "../linear-algebra/vector";
import { type EventRow, eventTable } from "./event-table";
import { type FollowUp, isFiniteFollowUp } from "./follow-up";

/** Test that the hazard is the same in all groups. */
export interface LogRankTest {
  readonly kind: "test";
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Events per group, weighted by survival^rho; summed over strata. */
  readonly observed: readonly number[];
  /** Events per group that equal hazards would have given, weighted alike. */
  readonly expected: readonly number[];
}

/** Which test of the family, and within what it compares. */
export interface LogRankSettings {
  /** 0 for the log-rank test; 1 for Peto & Peto's Wilcoxon test, which weighs early events more. */
  readonly rho?: number;
  /** Code of each row's stratum; groups are compared within strata only. */
  readonly strata?: readonly number[];
}

/**
 * Log-rank and Peto-Peto tests for two or more groups, by the G-rho family of Harrington & Fleming (1982), Biometrika 69,
 * 553-566: observed less expected events weighted by the pooled survival just before, to the power rho, with the
 * hypergeometric variance. R: survdiff(Surv(exit, event) ~ group + strata(stratum), rho = rho).
 * @param groups code of each row's group, from 0; a group without anybody is left out of the comparison
 * @throws RangeError for impossible follow-up, codes outside 0 to count - 1 or a rho that is not finite
 */
export function logRank(
  followUp: FollowUp,
  groups: readonly number[],
  count: number,
  { rho = 0, strata }: LogRankSettings = {},
): LogRankTest | InsufficientData {
  if (!Number.isFinite(rho)) throw new RangeError(`A finite rho, not ${rho}`);
  const n = groups.length;
  if (!isFiniteFollowUp(followUp)) return insufficient("not-finite", n);
  const tables = eventTable(followUp, groups, count, strata);
  const present = new Set(groups).size;
  if (present < 2) return tooFew(2, present);

  const [observed, expected] = [new Float64Array(count), new Float64Array(count)];
  const variance = createMatrix(count, count);
  for (const table of tables) addStratum(table, rho, { observed, expected, variance: variance.values });

  const compared = [...expected.keys()].filter((group) => entry(expected, group) > 0).slice(1);
  if (compared.length === 0) return insufficient("no-events", n);
  const chosen = compared.flatMap((i) => compared.map((j) => entry(variance.values, i * count + j)));
  const decomposed = choleskyDecompose(createMatrix(compared.length, compared.length, chosen));
  if (decomposed.kind === "not-positive-definite") return insufficient("not-identifiable", n);
  const excess = compared.map((group) => entry(observed, group) - entry(expected, group));
  const statistic = decomposed.whiten(excess).reduce((sum, value) => sum + value * value, 0);
  const degreesOfFreedom = compared.length;
  const pValue = chiSquaredUpper(statistic, degreesOfFreedom);
  return { kind: "test", statistic, degreesOfFreedom, pValue, observed: [...observed], expected: [...expected] };
}

interface Totals {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

function addStratum(table: readonly EventRow[], rho: number, { observed, expected, variance }: Totals): void {
  const count = observed.length;
  let survival = 1;
  for (const { atRisk, events } of table) {
    const [n, d] = [total(atRisk), total(events)];
    const weight = survival ** rho;
    const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
    for (let i = 0; i < count; i += 1) {
      const share = entry(atRisk, i) / n;
      observed[i] = entry(observed, i) + weight * entry(events, i);
      expected[i] = entry(expected, i) + weight * d * share;
      for (let j = 0; j < count; j += 1) {
        const product = share * ((i === j ? 1 : 0) - entry(atRisk, j) / n);
        variance[i * count + j] = entry(variance, i * count + j) + spread * product;
      }
    }
    survival *= (n - d) / n;
  }
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
