import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import type { FigureTolerance, RFigure } from "@alongside/interchange/formats/r-script/r-script-input";

/** An estimate, or whatever stands where there is none. */
type MaybeEstimate =
  | {
      readonly kind: "estimate";
      readonly value: number;
      readonly interval: { readonly low: number; readonly high: number };
      readonly standardError: number;
      readonly degreesOfFreedom?: number;
      readonly test?: { readonly pValue: number };
    }
  | { readonly kind: "insufficient-data" | "suppressed" };

/** The numbers of a page in a flat list. What the page withholds, or has no figure for, adds nothing. */
export class FigureList {
  readonly figures: RFigure[] = [];

  add(name: string, value: number | null | undefined, tolerance: FigureTolerance = "closed"): void {
    if (value === null || value === undefined || !Number.isFinite(value)) return;
    this.figures.push({ name, value, tolerance });
  }

  /** A number of people, where it is shown as it is. */
  count(name: string, count: ShownCount | number | null): void {
    if (typeof count === "number") this.add(name, count, "exact");
    else if (count?.kind === "exact") this.add(name, count.n, "exact");
  }

  /** A figure or the reason why there is none. */
  quantity(name: string, quantity: { readonly kind: string; readonly value?: number }): void {
    if (quantity.kind === "value") this.add(name, quantity.value);
  }

  /** Value, interval and standard error, with degrees of freedom and p value where there are any. */
  estimate(name: string, estimate: MaybeEstimate | null, tolerance: FigureTolerance = "closed"): void {
    if (estimate === null || estimate.kind !== "estimate") return;
    const byLikelihood = tolerance === "likelihood";
    this.add(`${name}.value`, estimate.value, tolerance);
    this.add(`${name}.low`, estimate.interval.low, tolerance);
    this.add(`${name}.high`, estimate.interval.high, tolerance);
    this.add(`${name}.standard-error`, estimate.standardError, tolerance);
    this.add(`${name}.degrees-of-freedom`, estimate.degreesOfFreedom, byLikelihood ? "degrees" : tolerance);
    this.add(`${name}.p-value`, estimate.test?.pValue, byLikelihood ? "likelihood-p-value" : "p-value");
  }
}
