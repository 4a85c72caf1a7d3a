import { numberFormatOptions } from "@alongside/domain/display/rounding";
import { useTranslations } from "next-intl";
import { useFigures } from "@/features/outcome/use-figures";
import type { Estimate, ShownCount } from "./results-view";

/** Numbers of the page as text: those of every outcome, and shares that differ, in percentage points. */
export function useShown() {
  const t = useTranslations("resultsLevel.shown");
  const figures = useFigures();
  const { locale } = figures;
  const fixed = new Intl.NumberFormat(locale, { ...numberFormatOptions("score"), minimumFractionDigits: 1 });
  const points = (share: number) => fixed.format(100 * share);
  return {
    ...figures,
    points,
    /** A difference of shares with its interval, or why there is none. */
    difference: (estimate: Estimate) =>
      estimate.kind === "estimate"
        ? t("difference", {
            value: points(estimate.value),
            low: points(estimate.interval.low),
            high: points(estimate.interval.high),
          })
        : figures.why(estimate),
    /** A number of people as it may be shown; null where it may not. */
    people: (count: ShownCount | null) => {
      if (count === null) return t("hidden");
      switch (count.kind) {
        case "exact":
          return figures.count(count.n);
        case "hidden":
          return t("under", { threshold: count.below });
        case "range":
          return t("range", { low: count.low, high: count.high });
      }
    },
    /** A p value, or a dash. */
    test: (estimate: Estimate) =>
      estimate.kind === "estimate" && estimate.test ? figures.p(estimate.test.pValue) : t("none"),
    none: t("none"),
  };
}
