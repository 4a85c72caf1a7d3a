import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import type { FigureList } from "./figure-list";

type Bootstrap = LongStrip["bootstrap"]["change"];

/** The rows of the strip that take long: resamples and imputations. */
export function longStripFigures(list: FigureList, { bootstrap, imputation }: LongStrip): void {
  bootstrapFigures(list, "change", bootstrap.change);
  bootstrapFigures(list, "standardised", bootstrap.standardised);
  if (imputation?.pooled.kind !== "pooled") return;
  const { pooled, tipping } = imputation;
  list.estimate("imputation.pooled", pooled.estimate);
  list.count("imputation.n", imputation.n);
  list.count("imputation.imputed", imputation.imputed);
  list.count("imputation.imputations", imputation.imputations);
  list.add("imputation.within", pooled.within);
  list.add("imputation.between", pooled.between);
  list.add("imputation.total", pooled.total);
  list.add("imputation.relative-increase", pooled.relativeIncrease);
  list.add("imputation.share-due-to-missing", pooled.shareDueToMissing);
  list.add("imputation.fraction-of-missing-information", pooled.fractionOfMissingInformation);
  list.add("imputation.monte-carlo-error", pooled.monteCarloError);
  if (tipping?.kind !== "tipping-point") return;
  list.add("imputation.tipping.shift", tipping.shift, "search");
  list.add("imputation.tipping.value", tipping.value, "search");
}

function bootstrapFigures(list: FigureList, figure: string, found: Bootstrap): void {
  if (found.kind !== "bootstrap") return;
  const name = (what: string) => `bootstrap.${figure}.${what}`;
  const ends = (what: string, { low, high }: { readonly low: number; readonly high: number }) => {
    list.add(name(`${what}.low`), low);
    list.add(name(`${what}.high`), high);
  };
  list.add(name("estimate"), found.estimate);
  list.add(name("mean"), found.mean);
  list.add(name("bias"), found.bias);
  list.add(name("standard-error"), found.standardError);
  list.count(name("resamples"), found.resamples);
  ends("percentile", found.percentile.interval);
  ends("basic", found.basic.interval);
  ends("normal", found.normal);
  if (found.biasCorrected.kind === "bootstrap-interval") ends("bias-corrected", found.biasCorrected.interval);
  if (found.accelerated.kind === "bootstrap-interval") ends("accelerated", found.accelerated.interval);
}
