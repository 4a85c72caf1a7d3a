"use client";

import {
  AGE_LIMITS,
  type Characteristic,
  GENDERS,
  KEY_POPULATION_ANSWERS,
} from "@alongside/domain/characteristics/characteristics";
import { useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import styles from "./characteristics.module.css";
import { type CharacteristicsDraft, withAnswer } from "./characteristics-draft";

/** What the programme records about who people are, and nothing it does not. Every field may stay empty. */
export function CharacteristicsFields(props: {
  readonly recorded: readonly Characteristic[];
  readonly draft: CharacteristicsDraft;
  readonly onDraft: (draft: CharacteristicsDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("characteristics");
  const { draft, recorded } = props;
  const set = (changed: Partial<CharacteristicsDraft>) => props.onDraft({ ...draft, ...changed });
  return (
    <>
      {recorded.includes("age") ? (
        <label className={settings.field}>
          <span>{t("age")}</span>
          <input
            type="number"
            inputMode="numeric"
            min={AGE_LIMITS.least}
            max={AGE_LIMITS.most}
            step={1}
            value={draft.age}
            autoComplete="off"
            onChange={(event) => set({ age: event.target.value })}
          />
          <small>{t("ageHint")}</small>
        </label>
      ) : null}
      {recorded.includes("gender") ? (
        <label className={settings.field}>
          <span>{t("gender")}</span>
          <select value={draft.gender} onChange={(event) => set({ gender: event.target.value })}>
            <option value="">{t("notAsked")}</option>
            {GENDERS.map((one) => (
              <option key={one} value={one}>
                {t(`genders.${one}`)}
              </option>
            ))}
          </select>
          <small>{t("genderHint")}</small>
        </label>
      ) : null}
      {recorded.includes("key-populations") ? (
        <fieldset className={settings.fieldset}>
          <legend>{t("keyPopulations")}</legend>
          <small className={styles.hint}>{t("keyPopulationsHint")}</small>
          <div className={styles.several}>
            {KEY_POPULATION_ANSWERS.map((one) => (
              <label key={one} className={settings.choice}>
                <input
                  type="checkbox"
                  checked={draft.keyPopulations.includes(one)}
                  onChange={(event) =>
                    set({ keyPopulations: withAnswer(draft.keyPopulations, one, event.target.checked) })
                  }
                />
                <span>{t(`populations.${one}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}
