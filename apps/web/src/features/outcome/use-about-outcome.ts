import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import type { OutcomeFrame } from "./outcome-view";

/** What the page of an outcome is about, for a chart that leaves it: measure, cohort, times, and the unit. */
export function useAboutOutcome(): (view: OutcomeFrame) => readonly string[] {
  const t = useTranslations("outcome");
  const of = useTranslations("change.source");
  const locale = useLocale();
  return ({ description, source, cohort, waves, wave }) => {
    const { range, label } = description;
    const round = (value: number) => formatRounded(value, "score", locale);
    const [from, to] = [waves[0]?.label ?? "", waves[wave]?.label ?? ""];
    const facts = [
      label[locale],
      range ? of("range", { minimum: round(range.minimum), maximum: round(range.maximum) }) : null,
      source.unit === "" ? null : of("unit", { unit: source.unit }),
    ];
    return [facts.filter((fact) => fact !== null).join(" · "), t("lead", { cohort: cohort.name, from, to })];
  };
}
