import { useTranslations } from "next-intl";
import type { Estimate } from "../outcome-view";
import { useFigures } from "../use-figures";

/** Differences of shares as percentage points: numbers, text, and estimates for an axis in points. */
export function usePoints() {
  const t = useTranslations("outcomeYesNo");
  const figures = useFigures();
  const points = (share: number) => figures.score(100 * share);
  return {
    points,
    text: (estimate: Estimate) =>
      estimate.kind === "estimate"
        ? t("points", {
            value: points(estimate.value),
            low: points(estimate.interval.low),
            high: points(estimate.interval.high),
          })
        : figures.why(estimate),
    /** A share with its interval. */
    share: (estimate: Estimate) =>
      estimate.kind === "estimate"
        ? t("points", {
            value: figures.share(estimate.value),
            low: figures.share(estimate.interval.low),
            high: figures.share(estimate.interval.high),
          })
        : figures.why(estimate),
  };
}

/** The same estimate times 100, for an axis in percentage points. */
export function inPoints(estimate: Estimate): Estimate {
  if (estimate.kind !== "estimate") return estimate;
  const { low, high, level } = estimate.interval;
  return { ...estimate, value: 100 * estimate.value, interval: { low: 100 * low, high: 100 * high, level } };
}
