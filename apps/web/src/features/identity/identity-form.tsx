"use client";

import { CHARACTERISTICS } from "@alongside/domain/characteristics/characteristics";
import { DUPLICATE_RECIPES } from "@alongside/domain/identity/duplicate-recipe";
import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { IdentitySettings } from "@/features/contact-details/contact-view";
import { FailureNotice } from "@/features/failure/failure-notice";
import { SavedLine } from "@/features/settings/saved-line";
import styles from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";

type Draft = Pick<IdentitySettings, "contactDetails" | "duplicateRecipe" | "characteristics">;

/** What the programme keeps besides codes: nothing, unless it is switched on here. */
export function IdentityForm(props: {
  readonly programmeId: string;
  readonly settings: IdentitySettings;
}): React.JSX.Element {
  const { programmeId, settings } = props;
  const t = useTranslations("identity");
  const words = useTranslations("settings");
  // Null as long as nothing was touched: the form then follows what holds.
  const [draft, setDraft] = useState<Draft | null>(null);
  const [deletes, setDeletes] = useState(false);
  const { contactDetails, duplicateRecipe, characteristics } = draft ?? settings;
  const undo = () => {
    setDraft(null);
    setDeletes(false);
  };
  const settled = useSettled(undo);
  const save = useMutation(
    useApi().identitySettings.save.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const change = (given: Partial<Draft>) => {
    save.reset();
    setDeletes(false);
    setDraft({ contactDetails, duplicateRecipe, characteristics, ...given });
  };
  const isOther =
    contactDetails !== settings.contactDetails ||
    duplicateRecipe !== settings.duplicateRecipe ||
    characteristics.toSorted().join() !== settings.characteristics.toSorted().join();
  const ends = settings.contactDetails && !contactDetails;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = { contactDetails, duplicateRecipe, characteristics: [...characteristics] };
    const asked = { programmeId, basedOn: settings.version, ...chosen, deleteDetails: deletes };
    if (isOther) save.mutate(asked);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {settings.available ? null : (
        <Notice tone="information">
          <p>{t("noVault")}</p>
        </Notice>
      )}
      <fieldset className={styles.fieldset} disabled={!settings.available}>
        <legend>{t("details")}</legend>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={contactDetails}
            onChange={(event) => change({ contactDetails: event.target.checked })}
          />
          {t("detailsOn")}
        </label>
        <small className={styles.note}>{t("detailsText")}</small>
        {ends ? (
          <Notice tone="caution">
            <p>{t("detailsOffWarning")}</p>
            <label className={styles.choice}>
              <input
                type="checkbox"
                required
                checked={deletes}
                onChange={(event) => setDeletes(event.target.checked)}
              />
              {t("deleteDetails")}
            </label>
          </Notice>
        ) : null}
      </fieldset>
      <fieldset className={styles.fieldset} disabled={!settings.available}>
        <legend>{t("duplicates")}</legend>
        {DUPLICATE_RECIPES.map((recipe) => (
          <label key={recipe} className={styles.choice}>
            <input
              type="radio"
              name="recipe"
              checked={duplicateRecipe === recipe}
              onChange={() => change({ duplicateRecipe: recipe })}
            />
            {t(`recipe.${recipe}`)}
          </label>
        ))}
        <small className={styles.note}>{t("recipeText")}</small>
      </fieldset>
      <fieldset className={styles.fieldset}>
        <legend>{t("characteristics")}</legend>
        {CHARACTERISTICS.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="checkbox"
              checked={characteristics.includes(one)}
              onChange={(event) => {
                const others = characteristics.filter((each) => each !== one);
                change({ characteristics: event.target.checked ? [...others, one] : others });
              }}
            />
            {t(`characteristic.${one}`)}
          </label>
        ))}
        <small className={styles.note}>{t("characteristicsText")}</small>
      </fieldset>
      {save.error ? <FailureNotice error={save.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={!isOther || save.isPending || settled.refreshing}>
          {save.isPending ? words("saving") : t("save")}
        </Button>
        {draft === null ? null : (
          <Button
            onClick={() => {
              save.reset();
              undo();
              if (save.isError) settled.settle();
            }}
          >
            {t("undo")}
          </Button>
        )}
        <SavedLine saved={settled.saved && draft === null} />
      </div>
    </form>
  );
}
