import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import type { StripRow } from "@alongside/analysis/sensitivity/quick-strip";

type Estimate = StripRow["estimate"];

/** The rows that take long, as estimates like the others. Without anybody missing there is nothing to fill in. */
export function longRows({ bootstrap, imputation }: LongStrip): readonly StripRow[] {
  return [
    { id: "bootstrap", estimate: resampled(bootstrap) },
    ...(imputation === null ? [] : [{ id: "imputation" as const, estimate: pooled(imputation.pooled) }]),
  ];
}

/** The interval corrected for bias and acceleration; where that cannot be had, for bias; else the plain percentiles. */
function resampled({ change, n }: LongStrip["bootstrap"]): Estimate {
  if (change.kind !== "bootstrap") return change;
  const { accelerated, biasCorrected, percentile } = change;
  const [corrected] = [accelerated, biasCorrected].filter((one) => one.kind === "bootstrap-interval");
  return {
    kind: "estimate",
    value: change.estimate,
    interval: (corrected ?? percentile).interval,
    n,
    method: corrected === undefined ? "bootstrap-percentile" : "bootstrap-bca",
    standardError: change.standardError,
    provenance: { statistic: "resampling/bootstrap", version: 1 },
  };
}

function pooled(found: NonNullable<LongStrip["imputation"]>["pooled"]): Estimate {
  return found.kind === "pooled" ? found.estimate : found;
}

/**
 * Whether all rows that have an estimate say the same about the way scores went: below zero, above it, or both. "single"
 * with one such row or none.
 */
export function agreement(rows: readonly StripRow[]): "agree" | "differ" | "single" {
  const sides = rows.flatMap(({ estimate }) =>
    estimate.kind === "estimate" ? [estimate.interval.low > 0 ? 1 : estimate.interval.high < 0 ? -1 : 0] : [],
  );
  if (sides.length < 2) return "single";
  return new Set(sides).size === 1 ? "agree" : "differ";
}
