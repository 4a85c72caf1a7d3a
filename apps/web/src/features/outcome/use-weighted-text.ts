import { useTranslations } from "next-intl";
import type { Estimate } from "./outcome-view";
import { useFigures } from "./use-figures";

/**
 * A weighted figure with its interval, or why there is none. Too few people are told by their weight: nobody would find them
 * among the people of the cohorts.
 */
export function useWeightedText(): (estimate: Estimate) => string {
  const t = useTranslations("outcome.versus");
  const figures = useFigures();
  return (estimate) =>
    estimate.kind === "insufficient-data" && estimate.reason === "too-few"
      ? t("weightedTooFew", { worth: figures.count(estimate.had), needed: figures.count(estimate.needed) })
      : figures.estimate(estimate);
}
