import type { Instrument } from "@alongside/domain/instruments/instrument";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import { packsOf } from "./instrument-query";
import type { Pack } from "./settings-views";

/** Where the words of an instrument come from, and whether the programme has them. */
export function WordingBadge(props: {
  readonly instrument: Instrument;
  readonly packs: readonly Pack[];
}): React.JSX.Element {
  const t = useTranslations("settings.instruments.wordings");
  const { instrument, packs } = props;
  if (instrument.wording === "own") return <StatusBadge tone="good">{t("own")}</StatusBadge>;
  if (instrument.wording === "never") return <StatusBadge>{t("never")}</StatusBadge>;
  const held = packsOf(instrument, packs);
  if (held.length === 0) return <StatusBadge>{t("none")}</StatusBadge>;
  const languages = held.map(({ language, completeness }) =>
    completeness?.complete ? language : t("part", { language }),
  );
  const whole = held.every(({ completeness }) => completeness?.complete);
  return (
    <StatusBadge tone={whole ? "good" : "caution"}>{t("loaded", { languages: languages.join(", ") })}</StatusBadge>
  );
}
