import { useTranslations } from "next-intl";
import type { BinaryView } from "../outcome-view";
import { useFigures } from "../use-figures";

/** What every axis of percentage points has in common. No smallest change people notice is known of a share. */
export function useBinaryAxis(view: BinaryView) {
  const t = useTranslations("outcome.axis");
  const { locale } = useFigures();
  return {
    improvement: view.description.improvement,
    importantDifference: null,
    locale,
    better: t("better"),
    worse: t("worse"),
    bandLabel: null,
  };
}
