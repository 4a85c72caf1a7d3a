import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import type { CensoringGate } from "@alongside/statistics/censored/censoring-gate";
import { flippedKaplanMeier } from "@alongside/statistics/censored/flipped-kaplan-meier";
import type { Estimate } from "@alongside/statistics/estimate";
import { proportion } from "@alongside/statistics/proportions/proportion-intervals";
import { SUPPRESSED } from "../disclosure-control/shown-count";
import { type HistogramCut, type LogBar, logHistogram } from "./log-histogram";
import { type Hump, humpOf, type ResidualQuantile, residualQuantiles } from "./two-humps";

/** Results at one wave, log10 copies per mL. */
export interface LogWave {
  /** Share of people below their limits, with Wilson's interval. */
  readonly belowLimit: Estimate;
  readonly aboveLimit: Estimate;
  /**
   * Quartiles by Kaplan-Meier on the flipped scale; one that the limits hide is null. Null altogether over four fifths beyond
   * limits, and where a value is known only to lie above one.
   */
  readonly quartiles: readonly [number | null, number | null, number | null] | null;
  readonly histogram: readonly LogBar[];
  /** Null under twenty values. */
  readonly hump: Hump | null;
  readonly residuals: readonly ResidualQuantile[];
}

/** Precision of quartiles where anything is hidden. */
const TENTH = 0.1;
/** Bars are shown of so many people at least where anything is hidden: of fewer they could say that all are alike. */
const FEWEST_BARS = 20;

/**
 * Describes the values of at least as many people as may be shown.
 * @param fitted mean and spread of the model, for the residuals; null without one
 * @param k the threshold as it is applied
 * @param cut the threshold of the table this stands beside
 */
export function logWave(
  values: readonly CensoredValue[],
  gate: CensoringGate["kind"],
  fitted: { readonly mean: number; readonly sd: number } | null,
  k: number,
  cut: HistogramCut | null = null,
): LogWave {
  const n = values.length;
  const share = (kind: "below" | "above"): Estimate => {
    const count = values.filter((value) => value.kind === kind).length;
    const small = (part: number) => part > 0 && part < k;
    // Suppressed people with a number are those suppressed, less those below their limits.
    const numbers = values.filter((one, at) => one.kind === "exact" && cut?.statuses[at] === "suppressed").length;
    return small(count) || small(n - count) || (kind === "below" && small(numbers)) ? SUPPRESSED : proportion(count, n);
  };
  const curve = gate === "shares-only" ? null : flippedKaplanMeier(values);
  const at = (p: number) => {
    const found = curve?.kind === "flipped-kaplan-meier" ? curve.quantile(p) : null;
    if (found?.kind !== "time") return null;
    // A quartile is somebody's result: where anything is hidden, not to the last digit.
    return k === 1 ? found.time : Math.round(found.time / TENTH) * TENTH;
  };
  return {
    belowLimit: share("below"),
    aboveLimit: share("above"),
    quartiles: curve?.kind === "flipped-kaplan-meier" ? [at(0.25), at(0.5), at(0.75)] : null,
    histogram: k > 1 && n < FEWEST_BARS ? [] : logHistogram(values, k, cut),
    hump: humpOf(values, fitted),
    residuals: fitted === null ? [] : residualQuantiles(values, fitted.mean, fitted.sd),
  };
}
