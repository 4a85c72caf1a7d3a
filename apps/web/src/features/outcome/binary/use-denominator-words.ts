import { useTranslations } from "next-intl";
import type { BinaryView } from "../outcome-view";
import { useFigures } from "../use-figures";

type Denominator = BinaryView["analysis"]["figures"][number]["denominator"];

/** What a denominator is called, and what it takes the missing for, in the measure's own words. */
export function useDenominatorWords(description: BinaryView["description"]) {
  const t = useTranslations("outcomeYesNo.strip");
  const { locale } = useFigures();
  const measure = description.label[locale];
  return (denominator: Denominator) => ({
    label: t(`${denominator}.label`),
    note:
      denominator === "missing-as-bad"
        ? t(`missing-as-bad.${description.improvement}`, { measure })
        : t(`${denominator}.note`),
  });
}
