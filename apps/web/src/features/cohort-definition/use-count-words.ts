import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import { useFormatter, useTranslations } from "next-intl";

/** A number of people as it may be said. */
export function useCountWords(): (count: ShownCount | undefined) => string {
  const t = useTranslations("cohortDefinition.count");
  const format = useFormatter();
  return (count) => {
    switch (count?.kind) {
      case "exact":
        return format.number(count.n);
      case "hidden":
        return t("fewerThan", { n: count.below });
      case "range":
        return t("range", { low: count.low, high: count.high });
      case undefined:
        return "–";
    }
  };
}
