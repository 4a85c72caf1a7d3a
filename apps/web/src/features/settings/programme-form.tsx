"use client";

import { NO_THRESHOLD, thresholdsFor } from "@alongside/domain/disclosure/threshold";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import type { Plan } from "./settings-views";
import { useSettled } from "./use-settled";

/** Name, time zone and disclosure threshold. */
export function ProgrammeForm(props: {
  readonly plan: Pick<Plan, "id" | "name" | "timeZone" | "suppressionThreshold" | "dataLabel">;
  readonly timeZones: readonly string[];
}): React.JSX.Element {
  const t = useTranslations("settings");
  const { plan } = props;
  const real = plan.dataLabel === null;
  const settled = useSettled();
  const update = useMutation(
    useApi().programme.update.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    update.mutate({
      programmeId: plan.id,
      name: field("name"),
      timeZone: field("timeZone"),
      suppressionThreshold: Number(field("threshold")),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.field}>
        <span>{t("name")}</span>
        <input name="name" required minLength={2} maxLength={120} defaultValue={plan.name} autoComplete="off" />
        <small>{t("programme.nameHint")}</small>
      </label>
      <label className={styles.field}>
        <span>{t("programme.timeZone")}</span>
        <input name="timeZone" required list="time-zones" defaultValue={plan.timeZone} autoComplete="off" />
        <small>{t("programme.timeZoneHint")}</small>
      </label>
      <datalist id="time-zones">
        {props.timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <label className={styles.field}>
        <span>{t("programme.threshold")}</span>
        <select name="threshold" defaultValue={plan.suppressionThreshold}>
          {thresholdsFor(real).map((n) => (
            <option key={n} value={n}>
              {n === NO_THRESHOLD ? t("programme.thresholdNone") : t("programme.thresholdOf", { n })}
            </option>
          ))}
        </select>
        <small>{t(real ? "programme.thresholdHint" : "programme.thresholdHintOthers")}</small>
      </label>
      {update.error ? <FailureNotice error={update.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={update.isPending || settled.refreshing}>
          {update.isPending ? t("saving") : t("programme.save")}
        </Button>
        <SavedLine saved={settled.saved} />
      </div>
    </form>
  );
}
