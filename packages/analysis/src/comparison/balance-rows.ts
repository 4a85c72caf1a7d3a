import type { InsufficientData } from "@alongside/statistics/estimate";
import { type CovariateBalance, covariateBalance } from "@alongside/statistics/weighting/covariate-balance";
import type { ComparedRows } from "./compared-people";

/** Standardised differences beyond this are pointed out. House rule after Austin (2009), Stat Med 28, 3083-3107. */
export const BALANCE_LIMIT = 0.1;

/** How alike the cohorts were before in one variable, as they are and weighted. */
export interface BalanceRow {
  /** Of the covariate; null for the score before. */
  readonly name: string | null;
  readonly before: CovariateBalance | InsufficientData;
  readonly after: CovariateBalance | InsufficientData;
}

/** A row for the score before and for every covariate. The unit is the spread before weighting in both. */
export function balanceRows(rows: ComparedRows, weights: readonly number[]): readonly BalanceRow[] {
  const variables = [{ name: null, values: rows.pre }, ...rows.covariates];
  return variables.map(({ name, values }) => ({
    name,
    before: covariateBalance(values, rows.supported),
    after: covariateBalance(values, rows.supported, { weights }),
  }));
}
