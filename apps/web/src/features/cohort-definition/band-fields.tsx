"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useLocale, useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import styles from "./cohort-definition.module.css";
import type { BandDraft, CriteriaDraft } from "./criteria-draft";
import type { CriteriaChoices } from "./definition-views";

/** As many scores can be asked for at once. */
const MOST_BANDS = 3;

/** From a number on, and below another. */
export function BandField(props: {
  readonly band: BandDraft;
  readonly onBand: (band: BandDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.fields");
  return (
    <div className={styles.pair}>
      {(["from", "below"] as const).map((end) => (
        <label key={end} className={settings.field}>
          <span>{t(end)}</span>
          <input
            inputMode="decimal"
            value={props.band[end]}
            maxLength={12}
            autoComplete="off"
            onChange={(event) => props.onBand({ ...props.band, [end]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}

/** Scores at the baseline, a row each. */
export function BaselineBands(props: {
  readonly bands: CriteriaDraft["baseline"];
  readonly measures: CriteriaChoices["measures"];
  readonly onBands: (bands: CriteriaDraft["baseline"]) => void;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.fields");
  const locale = useLocale();
  const { bands, measures, onBands } = props;
  const put = (at: number, changed: Partial<CriteriaDraft["baseline"][number]>) =>
    onBands(bands.map((one, place) => (place === at ? { ...one, ...changed } : one)));
  return (
    <>
      {bands.map((band, at) => {
        const range = measures.find(({ measure }) => measure === band.measure)?.range;
        return (
          <div key={at} className={styles.band}>
            <label className={settings.field}>
              <span>{t("measure")}</span>
              <select value={band.measure} onChange={(event) => put(at, { measure: event.target.value })}>
                <option value="">{t("choose")}</option>
                {measures.map(({ measure, label, abbreviation }) => (
                  <option
                    key={measure}
                    value={measure}
                    disabled={bands.some((other, place) => place !== at && other.measure === measure)}
                  >
                    {label[locale].includes(abbreviation) ? label[locale] : `${label[locale]} (${abbreviation})`}
                  </option>
                ))}
              </select>
              {range ? <small className={styles.hint}>{t("range", range)}</small> : null}
            </label>
            <BandField band={band} onBand={(changed) => put(at, changed)} />
            <Button kind="quiet" onClick={() => onBands(bands.filter((_, place) => place !== at))}>
              {t("removeBand")}
            </Button>
          </div>
        );
      })}
      {bands.length < MOST_BANDS ? (
        <div>
          <Button onClick={() => onBands([...bands, { measure: "", from: "", below: "" }])}>{t("addBand")}</Button>
        </div>
      ) : null}
    </>
  );
}
