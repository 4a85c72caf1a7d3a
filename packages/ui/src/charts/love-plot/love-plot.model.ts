/** How far two cohorts differ in one thing before, in standard deviations: as they are, and after weighting. */
export interface BalanceRow {
  readonly id: string;
  readonly label: string;
  /** Null where it cannot be computed. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface LovePlotModel {
  readonly drawn: boolean;
  readonly rows: readonly (BalanceRow & { readonly beforeX: number | null; readonly afterX: number | null })[];
  /** The place of a tenth of a standard deviation. */
  readonly limit: number;
  readonly ticks: readonly { readonly x: number; readonly value: number }[];
}

/** Differences up to this are counted as balance. */
const LIMIT = 0.1;
const LEAST_REACH = 0.4;

/** Absolute differences on one axis from zero, far enough for the largest of them. */
export function lovePlot(rows: readonly BalanceRow[]): LovePlotModel {
  const sizes = rows.flatMap(({ before, after }) =>
    [before, after].flatMap((value) => (value === null ? [] : [Math.abs(value)])),
  );
  const reach = Math.max(LEAST_REACH, Math.ceil(Math.max(0, ...sizes) * 5 - 1e-9) / 5);
  const across = (value: number) => (100 * Math.abs(value)) / reach;
  const steps = reach > 1 ? 2 : 4;
  return {
    drawn: sizes.length > 0,
    rows: rows.map((row) => ({
      ...row,
      beforeX: row.before === null ? null : across(row.before),
      afterX: row.after === null ? null : across(row.after),
    })),
    limit: across(LIMIT),
    ticks: Array.from({ length: steps + 1 }, (_, at) => ({ x: (100 * at) / steps, value: (reach * at) / steps })),
  };
}
