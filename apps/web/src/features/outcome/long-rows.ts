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
