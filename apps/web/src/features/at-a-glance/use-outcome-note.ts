import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import type { MeasureChange } from "../change/change-view";

/** What has to be known of an outcome to read its row: which way is better, and the smallest change people notice. */
export function useOutcomeNote(): (description: MeasureChange["description"]) => string {
  const t = useTranslations("glance");
  const direction = useTranslations("change.direction");
  const locale = useLocale();
  return ({ improvement, importantDifference }) =>
    importantDifference === null
      ? direction(improvement)
      : t("note", {
          direction: direction(improvement),
          points: formatRounded(importantDifference.value, "score", locale),
        });
}
