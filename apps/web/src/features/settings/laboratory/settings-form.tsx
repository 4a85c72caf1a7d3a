"use client";

import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import { SavedLine } from "../saved-line";
import styles from "../settings.module.css";
import { useSettled } from "../use-settled";
import { RuleField } from "./rule-field";
import { ScheduleFields } from "./schedule-fields";
import { draftOf, type LaboratorySettings, readSchedule, type SettingsDraft } from "./settings-draft";
import { WhatDiffers } from "./what-differs";

const POLICIES = ["none", "flagged", "all"] as const;

/** How results are read and checked: decided by looking at what will differ. */
export function SettingsForm(props: {
  readonly programmeId: string;
  readonly settings: LaboratorySettings;
  /** Doubts settled without a correction so far, and how many of them by who had raised them. */
  readonly doubts: { readonly settled: number; readonly alone: number };
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings");
  const words = useTranslations("settings");
  const { programmeId, settings } = props;
  // Null as long as nothing was touched: the form then follows what holds.
  const [draft, setDraft] = useState<SettingsDraft | null>(null);
  const shown = draft ?? draftOf(settings);
  const settled = useSettled(() => setDraft(null));
  const save = useMutation(
    useApi().laboratorySettings.save.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const change = (given: Partial<SettingsDraft>) => {
    save.reset();
    setDraft({ ...shown, ...given });
  };
  const read = readSchedule(shown.schedule);
  const { ruleId, verification, doubleEntry, thirdPerson } = shown;
  const decided = { ruleId, verification, doubleEntry, thirdPerson };
  const next = read.kind === "schedule" ? { ...decided, schedule: read.schedule } : null;
  const { version } = settings;
  const isOther = next !== null && JSON.stringify(draftOf({ version, ...next })) !== JSON.stringify(draftOf(settings));
  const rules = { before: ruleOf(settings.ruleId), after: ruleOf(ruleId) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === null || !isOther) return;
    const schedule = { ...next.schedule, routineMonths: [...next.schedule.routineMonths] };
    save.mutate({ programmeId, basedOn: version, ...next, schedule });
  };
  const isBehind = failureOf(save.error)?.reason === "laboratory-settings.changed-since";
  return (
    <form className={styles.section} onSubmit={submit}>
      <RuleField value={ruleId} onChange={(id) => change({ ruleId: id })} />
      <fieldset className={styles.fieldset}>
        <legend>{t("part.verification")}</legend>
        {POLICIES.map((policy) => (
          <label key={policy} className={styles.choice}>
            <input
              type="radio"
              name="verification"
              checked={verification === policy}
              onChange={() => change({ verification: policy })}
            />
            {t(`verification.${policy}`)}
          </label>
        ))}
        <small className={styles.note}>{t("verificationHint")}</small>
      </fieldset>
      <fieldset className={styles.fieldset}>
        <legend>{t("part.doubleEntry")}</legend>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={doubleEntry}
            onChange={(event) => change({ doubleEntry: event.target.checked })}
          />
          {t("doubleEntry.on")}
        </label>
        <small className={styles.note}>{t("doubleEntryHint")}</small>
      </fieldset>
      <fieldset className={styles.fieldset}>
        <legend>{t("part.thirdPerson")}</legend>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={thirdPerson}
            onChange={(event) => change({ thirdPerson: event.target.checked })}
          />
          {t("thirdPerson.on")}
        </label>
        <small className={styles.note}>{t("thirdPersonHint")}</small>
        {props.doubts.settled === 0 ? null : <small className={styles.note}>{t("doubts", { ...props.doubts })}</small>}
      </fieldset>
      <ScheduleFields
        typed={shown.schedule}
        wrong={read.kind === "schedule" ? [] : read.fields}
        onChange={(schedule) => change({ schedule })}
      />
      {next !== null && isOther ? <WhatDiffers {...{ programmeId, rules }} before={settings} after={next} /> : null}
      {save.error ? <FailureNotice error={save.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={!isOther || save.isPending || settled.refreshing}>
          {save.isPending ? words("saving") : t("save")}
        </Button>
        {draft === null ? null : (
          <Button
            onClick={() => {
              save.reset();
              setDraft(null);
              if (isBehind) settled.settle();
            }}
          >
            {t(isBehind ? "readAgain" : "undo")}
          </Button>
        )}
        <SavedLine saved={settled.saved && draft === null} />
      </div>
    </form>
  );
}

function ruleOf(id: string) {
  return THRESHOLD_RULES.find((rule) => rule.id === id) ?? THRESHOLD_RULES[0];
}
