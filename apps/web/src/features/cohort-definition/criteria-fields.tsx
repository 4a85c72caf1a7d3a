"use client";

import { GENDERS, KEY_POPULATION_ANSWERS } from "@alongside/domain/characteristics/characteristics";
import { ENROLMENT_STATUSES } from "@alongside/domain/enrolment/enrolment-status";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import { BandField, BaselineBands } from "./band-fields";
import styles from "./cohort-definition.module.css";
import type { CriteriaDraft } from "./criteria-draft";
import type { CriteriaChoices } from "./definition-views";
import { DoseBands } from "./dose-bands";

/** Every criterion there is, each empty until somebody needs it. */
export function CriteriaFields(props: {
  readonly draft: CriteriaDraft;
  readonly choices: CriteriaChoices;
  readonly onDraft: (draft: CriteriaDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.fields");
  const statuses = useTranslations("participants.status");
  const { draft, choices, onDraft } = props;
  const set = (changed: Partial<CriteriaDraft>) => onDraft({ ...draft, ...changed });
  return (
    <>
      <Several legend={t("arms")} all={choices.arms} chosen={draft.arms} onChosen={(arms) => set({ arms })} />
      {choices.sites.length > 1 ? (
        <Several legend={t("sites")} all={choices.sites} chosen={draft.sites} onChosen={(sites) => set({ sites })} />
      ) : null}
      <fieldset className={settings.fieldset}>
        <legend>{t("enrolled")}</legend>
        <div className={styles.pair}>
          <label className={settings.field}>
            <span>{t("enrolledFrom")}</span>
            <input
              type="date"
              value={draft.enrolledFrom}
              onChange={(event) => set({ enrolledFrom: event.target.value })}
            />
          </label>
          <label className={settings.field}>
            <span>{t("enrolledUntil")}</span>
            <input
              type="date"
              value={draft.enrolledUntil}
              onChange={(event) => set({ enrolledUntil: event.target.value })}
            />
          </label>
        </div>
      </fieldset>
      <fieldset className={settings.fieldset}>
        <legend>{t("daysOnTreatment")}</legend>
        <p className={styles.hint}>{t("daysOnTreatmentHint")}</p>
        <BandField band={draft.daysOnTreatment} onBand={(daysOnTreatment) => set({ daysOnTreatment })} />
      </fieldset>
      <fieldset className={settings.fieldset}>
        <legend>{t("baseline")}</legend>
        <BaselineBands bands={draft.baseline} measures={choices.measures} onBands={(baseline) => set({ baseline })} />
      </fieldset>
      <WhoFields draft={draft} choices={choices} onDraft={onDraft} />
      {choices.logsSupport || draft.dose.length > 0 ? (
        <fieldset className={settings.fieldset}>
          <legend>{t("dose")}</legend>
          <p className={styles.hint}>{t("doseHint")}</p>
          <DoseBands bands={draft.dose} onBands={(dose) => set({ dose })} />
        </fieldset>
      ) : null}
      {choices.volunteers.length > 0 ? (
        <Several
          legend={t("volunteers")}
          hint={t("volunteersHint")}
          all={choices.volunteers}
          chosen={draft.volunteers}
          onChosen={(volunteers) => set({ volunteers })}
        />
      ) : null}
      <Several
        legend={t("standing")}
        hint={t("standingHint")}
        all={ENROLMENT_STATUSES.map((status) => ({ id: status, name: statuses(status) }))}
        chosen={draft.standing}
        onChosen={(standing) => set({ standing })}
      />
      {draft.standing.length + draft.dose.length + draft.volunteers.length > 0 ? (
        <Notice tone="caution" title={t("afterwards")}>
          <p>{t("afterwardsText")}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** Who people are: only what the programme records. */
function WhoFields({ draft, choices, onDraft }: Parameters<typeof CriteriaFields>[0]): React.JSX.Element {
  const t = useTranslations("cohortDefinition.fields");
  const words = useTranslations("characteristics");
  const set = (changed: Partial<CriteriaDraft>) => onDraft({ ...draft, ...changed });
  return (
    <>
      {choices.recorded.includes("age") || draft.age.from !== "" || draft.age.below !== "" ? (
        <fieldset className={settings.fieldset}>
          <legend>{words("age")}</legend>
          <p className={styles.hint}>{t("whoHint")}</p>
          <BandField band={draft.age} onBand={(age) => set({ age })} />
        </fieldset>
      ) : null}
      {choices.recorded.includes("gender") || draft.gender.length > 0 ? (
        <Several
          legend={words("gender")}
          all={GENDERS.map((one) => ({ id: one, name: words(`genders.${one}`) }))}
          chosen={draft.gender}
          onChosen={(gender) => set({ gender })}
        />
      ) : null}
      {choices.recorded.includes("key-populations") || draft.keyPopulations.length > 0 ? (
        <Several
          legend={words("keyPopulations")}
          hint={t("keyPopulationsHint")}
          all={KEY_POPULATION_ANSWERS.map((one) => ({ id: one, name: words(`populations.${one}`) }))}
          chosen={draft.keyPopulations}
          onChosen={(keyPopulations) => set({ keyPopulations })}
        />
      ) : null}
    </>
  );
}

function Several(props: {
  readonly legend: string;
  readonly hint?: string;
  readonly all: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}): React.JSX.Element {
  const { chosen } = props;
  return (
    <fieldset className={settings.fieldset}>
      <legend>{props.legend}</legend>
      {props.hint === undefined ? null : <p className={styles.hint}>{props.hint}</p>}
      <div className={styles.several}>
        {props.all.map(({ id, name }) => (
          <label key={id} className={settings.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                props.onChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
