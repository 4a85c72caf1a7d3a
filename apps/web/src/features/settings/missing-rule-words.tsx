import type { Instrument } from "@alongside/domain/instruments/instrument";
import type { Scale } from "@alongside/domain/instruments/scale";
import { useTranslations } from "next-intl";

/** What happens to a score when answers are missing, in a sentence. */
export function MissingRuleWords(props: { readonly instrument: Instrument; readonly scale: Scale }): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const { instrument, scale } = props;
  const sheet = instrument.sheetMinimumAnswered;
  const { certainty } = scale.missing;
  const sourced = certainty === "sourced";
  return (
    <>
      {useRule(scale)}
      {sheet === undefined ? null : ` ${t("missings.sheet", { minimum: sheet })}`}
      {sourced ? null : ` (${t(`certainty.${certainty}`)})`}
    </>
  );
}

function useRule(scale: Scale): string {
  const t = useTranslations("settings.instruments.missings");
  const { formula, missing } = scale;
  const counts = { minimum: missing.minimumAnswered, items: scale.items.length };
  if (formula.kind === "composite") return t("parts", { parts: formula.scales.length });
  if (formula.kind === "criteria") return t("criteria", counts);
  if (counts.items === 1) return t("one");
  if (counts.minimum >= counts.items) return t("all");
  switch (missing.substitute) {
    case "none":
      return t("some", counts);
    case "person-mean":
      return missing.rounding === "none" ? t("mean", counts) : t("meanRounded", counts);
    case "zero":
      return t("zero", counts);
  }
}
