"use client";

import { DOSE_TYPES } from "@alongside/domain/cohort-definition/criteria";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import { BandField } from "./band-fields";
import styles from "./cohort-definition.module.css";
import type { CriteriaDraft } from "./criteria-draft";

/** As many doses can be asked for at once. */
const MOST_BANDS = 3;
/** Where support is planned for three months. */
const USUAL_DAYS = "90";

/** Minutes of support of a type in the first days, a row each. */
export function DoseBands(props: {
  readonly bands: CriteriaDraft["dose"];
  readonly onBands: (bands: CriteriaDraft["dose"]) => void;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.fields");
  const types = useTranslations("cohortDefinition.doseType");
  const { bands, onBands } = props;
  const put = (at: number, changed: Partial<CriteriaDraft["dose"][number]>) =>
    onBands(bands.map((one, place) => (place === at ? { ...one, ...changed } : one)));
  const free = DOSE_TYPES.find((type) => !bands.some((band) => band.type === type));
  return (
    <>
      {bands.map((band, at) => (
        <div key={at} className={styles.band}>
          <div className={styles.pair}>
            <label className={settings.field}>
              <span>{t("doseType")}</span>
              <select value={band.type} onChange={(event) => put(at, { type: event.target.value })}>
                {DOSE_TYPES.map((type) => (
                  <option
                    key={type}
                    value={type}
                    disabled={bands.some((other, place) => place !== at && other.type === type)}
                  >
                    {types(type)}
                  </option>
                ))}
              </select>
            </label>
            <label className={settings.field}>
              <span>{t("withinDays")}</span>
              <input
                inputMode="numeric"
                value={band.withinDays}
                maxLength={4}
                autoComplete="off"
                onChange={(event) => put(at, { withinDays: event.target.value })}
              />
            </label>
          </div>
          <BandField band={band} onBand={(changed) => put(at, changed)} />
          <Button kind="quiet" onClick={() => onBands(bands.filter((_, place) => place !== at))}>
            {t("removeBand")}
          </Button>
        </div>
      ))}
      {bands.length < MOST_BANDS && free !== undefined ? (
        <div>
          <Button onClick={() => onBands([...bands, { type: free, withinDays: USUAL_DAYS, from: "", below: "" }])}>
            {t("addDose")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
