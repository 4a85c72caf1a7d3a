import type { InsufficientData } from "@alongside/statistics/estimate";
import { insufficient } from "@alongside/statistics/estimate";
import { completeData, type ImputationColumn } from "@alongside/statistics/imputation/chained-equations";
import { type PooledEstimate, poolEstimates } from "@alongside/statistics/imputation/rubin-pooling";
import { type TippingPoint, tippingPoint } from "@alongside/statistics/imputation/tipping-point";
import { BOOTSTRAP_SEED } from "./bootstrap-change";

/** Scores of everybody with a baseline, wave by wave. */
export interface ImputationRows {
  /** One row a person: the baseline first, null where missing. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Site of each person, as numbers from 0. */
  readonly sites: readonly number[];
  /** Position of the wave in question. */
  readonly wave: number;
  /** 1 where more is better, -1 where less is, 0 where neither. */
  readonly better: 1 | -1 | 0;
}

/** Changes at the wave in one completed data set: of whom it was observed, and of whom it was filled in. */
export interface CompletedChanges {
  readonly kind: "completed-changes";
  readonly observed: readonly number[];
  readonly imputed: readonly number[];
}

/** The change of everybody with a baseline, missing scores filled in many times over. */
export interface ImputedChange {
  readonly n: number;
  readonly imputed: number;
  readonly imputations: number;
  readonly iterations: number;
  readonly seed: readonly number[];
  readonly pooled: PooledEstimate | InsufficientData;
  /**
   * How much worse (in points) the unseen scores would have to be than those of like people who were seen before the
   * conclusion changes; null where there is no better end or nothing is missing.
   */
  readonly tipping: TippingPoint | null;
}

/** Rounds through the waves; the trace settles after a few. */
const ITERATIONS = 10;
/** Fewest completed data sets; one for each percent of missing scores where that is more. */
const FEWEST = 20;
/** A site enters the regressions when all have at least so many people. */
const PEOPLE_PER_SITE = 10;

/** How many completed data sets are made: at least twenty, and one for each percent missing. */
export function imputationsFor({ values, wave }: ImputationRows): number {
  const missing = values.filter((row) => (row[wave] ?? null) === null).length;
  return missing === 0 ? 0 : Math.max(FEWEST, Math.ceil((100 * missing) / values.length));
}

/**
 * Completed data set number `index`. All waves (and the site, where sites are large enough) predict each other; scores are
 * filled in by predictive mean matching, so that each is one the scale can take. R: mice(method = "pmm", maxit = 10).
 */
export function completeChanges(rows: ImputationRows, index: number): CompletedChanges | InsufficientData {
  const done = completeData({ columns: columnsOf(rows), iterations: ITERATIONS, seed: BOOTSTRAP_SEED }, index);
  if (done.kind !== "completed-data") return done;
  const { values, wave } = rows;
  const position = usedWaves(rows).indexOf(wave);
  const observed: number[] = [];
  const imputed: number[] = [];
  values.forEach((row, person) => {
    const change = (done.columns[position]?.[person] ?? 0) - (row[0] ?? 0);
    if ((row[wave] ?? null) === null) imputed.push(change);
    else observed.push(change);
  });
  return { kind: "completed-changes", observed, imputed };
}

/** Pools the completed data sets by Rubin's rules, and looks for the shift that tips the conclusion. */
export function imputedChange(
  rows: ImputationRows,
  completed: readonly (CompletedChanges | InsufficientData)[],
  reach: number,
): ImputedChange {
  const sets = completed.filter((one) => one.kind === "completed-changes");
  const failed = completed.find((one) => one.kind === "insufficient-data");
  const n = rows.values.length;
  const imputed = sets[0]?.imputed.length ?? 0;
  const pooledAt = (shift: number) => pool(sets, shift, n);
  const base = {
    n,
    imputed,
    imputations: sets.length,
    iterations: ITERATIONS,
    seed: BOOTSTRAP_SEED,
  };
  if (failed !== undefined) return { ...base, pooled: failed, tipping: null };
  if (sets.length === 0) return { ...base, pooled: insufficient("no-events", n), tipping: null };
  const worse = -rows.better * reach;
  return {
    ...base,
    pooled: pooledAt(0),
    tipping: rows.better === 0 || imputed === 0 ? null : tippingPoint(pooledAt, 0, worse),
  };
}

function pool(sets: readonly CompletedChanges[], shift: number, n: number): PooledEstimate | InsufficientData {
  const estimates = sets.map(({ observed, imputed }) => {
    const changes = [...observed, ...imputed.map((change) => change + shift)];
    const mean = changes.reduce((sum, change) => sum + change, 0) / n;
    const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0);
    return { value: mean, variance: squares / (n - 1) / n };
  });
  return n < 3 ? insufficient("too-few", n) : poolEstimates(estimates, n - 1, n);
}

/** Waves with at least some scores beside the one in question; a wave nobody was seen at predicts nothing. */
function usedWaves({ values, wave }: ImputationRows): readonly number[] {
  const count = values[0]?.length ?? 0;
  return Array.from({ length: count }, (_, at) => at).filter(
    (at) => at === wave || values.filter((row) => (row[at] ?? null) !== null).length >= PEOPLE_PER_SITE,
  );
}

function columnsOf(rows: ImputationRows): readonly ImputationColumn[] {
  const { values, sites } = rows;
  const waves = usedWaves(rows).map(
    (at): ImputationColumn => ({
      name: `wave ${at}`,
      values: values.map((row) => row[at] ?? null),
      method: "matching",
    }),
  );
  const levels = Math.max(0, ...sites) + 1;
  const smallest = Math.min(...Array.from({ length: levels }, (_, site) => sites.filter((at) => at === site).length));
  const bySite: ImputationColumn = { name: "site", values: [...sites], method: "categories", levels };
  return levels > 1 && levels < 10 && smallest >= PEOPLE_PER_SITE ? [...waves, bySite] : waves;
}
