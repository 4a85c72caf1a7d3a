import { useTranslations } from "next-intl";
import type { OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** What every axis of change has in common: its ends, and the band of changes nobody would notice. */
export function useAxis(view: OutcomeView) {
  const t = useTranslations("outcome.axis");
  const figures = useFigures();
  const points = view.analysis.change.importantDifference.value;
  return {
    improvement: view.description.improvement,
    importantDifference: points,
    locale: figures.locale,
    better: t("better"),
    worse: t("worse"),
    bandLabel: points === null ? null : t("band", { points: figures.score(points) }),
  };
}
