"use client";

import { REPORT_DECISIONS, REPORT_WORDS_MAX } from "@alongside/domain/report/report-request";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";

/** Approves or refuses that a report goes outside, with a reason. */
export function DecideForm(props: { readonly programmeId: string; readonly reportId: string }): React.JSX.Element {
  const t = useTranslations("report.decide");
  const settled = useSettled();
  const decide = useMutation(
    useApi().report.decide.mutationOptions({ onMutate: settled.begin, onSuccess: () => settled.settle() }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const decision = REPORT_DECISIONS.find((one) => one === form.get("decision")) ?? "refused";
    decide.mutate({ ...props, decision, words: String(form.get("words") ?? "") });
  };
  return (
    <form onSubmit={submit} className={settings.card}>
      <h2>{t("title")}</h2>
      <p>{t("hint")}</p>
      <div className={settings.fieldset}>
        {REPORT_DECISIONS.map((one) => (
          <label key={one} className={settings.choice}>
            <input type="radio" name="decision" value={one} required />
            {t(one)}
          </label>
        ))}
      </div>
      <WatchedField
        name="words"
        rows={2}
        required
        maxLength={REPORT_WORDS_MAX}
        label={t("words")}
        hint={t("wordsHint")}
        place={settings.field}
      />
      {decide.error ? <FailureNotice error={decide.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={decide.isPending || settled.refreshing}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
