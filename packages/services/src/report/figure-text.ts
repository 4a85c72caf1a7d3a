import type { FollowUpChange } from "@alongside/analysis/change/cohort-change";
import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import { formatRounded } from "@alongside/domain/display/rounding";
import type { ReportLanguage } from "@alongside/domain/report/report-document";
import type { ReportWords } from "./words/en";
import { fill } from "./words/fill";

type Estimate = FollowUpChange["change"];
type Quantity = Extract<FollowUpChange["summary"], { kind: "summary" }>["meanBefore"];
type NoFigure = Exclude<Estimate | Quantity, { kind: "estimate" } | { kind: "value" }>;

/** Figures in the words and the rounding of a report. */
export interface FigureText {
  readonly count: (count: ShownCount) => string;
  readonly number: (n: number) => string;
  readonly points: (value: number) => string;
  /** Mean, or per cent of a yes-or-no outcome. */
  readonly mean: (figure: Quantity | NoFigure, yesOrNo: boolean) => string;
  /** With its interval. `share`: as percentage points. */
  readonly estimate: (figure: Estimate, of: "mean" | "effect" | "share") => string;
  readonly none: (figure: NoFigure) => string;
}

/** How figures are written in a language. */
export function figureText(language: ReportLanguage, words: ReportWords): FigureText {
  const round = (value: number, policy: "count" | "mean" | "effect" | "score") =>
    formatRounded(value, policy, language);
  const share = (value: number) => round(100 * value, "score");
  const none = (figure: NoFigure) => words.reason[figure.kind === "suppressed" ? "suppressed" : figure.reason];
  return {
    number: (n) => round(n, "count"),
    points: (value) => round(value, "score"),
    none,
    count: (count) => {
      switch (count.kind) {
        case "exact":
          return round(count.n, "count");
        case "hidden":
          return fill(words.count.below, { below: round(count.below, "count") });
        case "range":
          return fill(words.count.range, { low: round(count.low, "count"), high: round(count.high, "count") });
      }
    },
    mean: (figure, yesOrNo) => {
      if (figure.kind !== "value") return none(figure);
      return yesOrNo ? share(figure.value) : round(figure.value, "mean");
    },
    estimate: (figure, of) => {
      if (figure.kind !== "estimate") return none(figure);
      const write = (value: number) => (of === "share" ? share(value) : round(value, of));
      const { low, high } = figure.interval;
      return fill(words.results.interval, { value: write(figure.value), low: write(low), high: write(high) });
    },
  };
}
