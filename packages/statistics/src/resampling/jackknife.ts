import type { RowStatistic } from "./resample-range";
import type { ResamplingPlan } from "./resampling-plan";

/** A figure without each unit in turn, stratum after stratum. */
export type JackknifeValues = readonly (readonly number[])[];

/**
 * Every figure of a statistic on the rows without each unit in turn: without one person, or without one cluster where
 * clusters are drawn. One entry per figure; null where a figure cannot be computed without some unit.
 * R: bootstrap::jackknife, boot::empinf(type = "jack").
 */
export function jackknife(plan: ResamplingPlan, statistic: RowStatistic): readonly JackknifeValues[] | null {
  const rows = Int32Array.from(plan.strata.flat(2)).sort();
  const left = new Uint8Array((rows[rows.length - 1] ?? -1) + 1).fill(1);
  const strata: (readonly number[])[][] = [];
  for (const units of plan.strata) {
    const found: (readonly number[])[] = [];
    for (const unit of units) {
      for (const row of unit) left[row] = 0;
      const figures = statistic.compute(rows.filter((row) => left[row] === 1));
      for (const row of unit) left[row] = 1;
      if (figures === null || !figures.every(Number.isFinite)) return null;
      found.push(figures);
    }
    strata.push(found);
  }
  return Array.from({ length: statistic.figures }, (_, figure) =>
    strata.map((found) => found.map((figures) => figures[figure] ?? 0)),
  );
}

/**
 * What `jackknife` gives for the mean of values, each of them a unit, without going through all n times: null for fewer
 * than two values, and where a figure is not one that doubles hold.
 */
export function jackknifeOfMean(values: readonly number[]): JackknifeValues | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  const left = values.map((value) => mean + (mean - value) / (n - 1));
  return left.every(Number.isFinite) ? [left] : null;
}

/**
 * Acceleration of the bootstrap: a sixth of the skewness of the influence values mean(jackknife) - jackknife, which in
 * stratum s are (n_s - 1) / n_s of that. Null where no unit has any influence. Source: Efron, JASA 82 (1987) 171-185,
 * and Davison and Hinkley, Bootstrap Methods and their Application (1997), section 5.3.
 */
export function acceleration(strata: JackknifeValues): number | null {
  const influences = strata.flatMap((values) => {
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    return values.map((value) => ((mean - value) * (n - 1)) / n);
  });
  const largest = influences.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return null;
  const squares = influences.reduce((sum, value) => sum + (value / largest) ** 2, 0);
  const cubes = influences.reduce((sum, value) => sum + (value / largest) ** 3, 0);
  return cubes / (6 * squares ** 1.5);
}
