import type { FollowUpChange } from "@alongside/analysis/change/cohort-change";
import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import type { MeasureChange } from "../change/change-view";
import { useMeanText } from "../change/shown-values";

type Estimate = FollowUpChange["change"];

/** A change with its interval in the measure's own units and in standard deviations, as text, or why there is none. */
export function useRowTexts() {
  const t = useTranslations("glance");
  const figure = useTranslations("change.figure");
  const locale = useLocale();
  const mean = useMeanText(false);
  const share = useMeanText(true);
  const written = (estimate: Estimate, round: (value: number) => string) => {
    if (estimate.kind === "suppressed") return figure("suppressed");
    if (estimate.kind !== "estimate") return figure(estimate.reason);
    const { value, interval } = estimate;
    return t("estimate", { value: round(value), low: round(interval.low), high: round(interval.high) });
  };
  return ({ yesOrNo }: MeasureChange["description"], { change, standardised }: FollowUpChange) => ({
    own: written(change, yesOrNo ? share : mean),
    standard:
      yesOrNo || standardised.kind !== "estimate"
        ? t("noStandard")
        : written(standardised, (value) => formatRounded(value, "effect", locale)),
  });
}
