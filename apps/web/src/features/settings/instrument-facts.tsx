import type { Instrument } from "@alongside/domain/instruments/instrument";
import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { useLocale, useTranslations } from "next-intl";
import { LicenceBadge } from "./licence-badge";
import styles from "./settings.module.css";
import type { Pack } from "./settings-views";
import { WordingBadge } from "./wording-badge";

/** What an instrument is, who answers it, and under which licence. */
export function InstrumentFacts(props: {
  readonly instrument: Instrument;
  readonly packs: readonly Pack[];
}): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const language = useLocale();
  const { instrument } = props;
  const { licence } = instrument;
  const respondents = instrument.respondents.map((one) => t(`respondent.${one}`));
  return (
    <dl className={styles.facts}>
      <dt>{t("purpose")}</dt>
      <dd>{localText(instrument.purpose, language)}</dd>
      <dt>{t("recall")}</dt>
      <dd>{localText(instrument.recall, language)}</dd>
      <dt>{t("respondents")}</dt>
      <dd>{respondents.join(", ")}</dd>
      <dt>{t("wording")}</dt>
      <dd>
        <WordingBadge instrument={instrument} packs={props.packs} />
      </dd>
      <dt>{t("licence")}</dt>
      <dd>
        <LicenceBadge licence={licence} />
        <p>{localText(licence.summary, language)}</p>
        {licence.toConfirm ? (
          <p>
            {t("toConfirm")}: {localText(licence.toConfirm, language)}
          </p>
        ) : null}
        {licence.status === "own" ? null : <p className={styles.note}>{t("licenceNote")}</p>}
      </dd>
    </dl>
  );
}
