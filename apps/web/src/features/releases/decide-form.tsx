"use client";

import { RELEASE_DECISIONS, RELEASE_WORDS_MAX } from "@alongside/domain/release/release";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";

/** Approves or refuses that rows go outside, with words. */
export function DecideForm(props: { readonly programmeId: string; readonly releaseId: string }): React.JSX.Element {
  const t = useTranslations("release.decide");
  const settled = useSettled();
  const decide = useMutation(
    useApi().release.decide.mutationOptions({ onMutate: settled.begin, onSuccess: () => settled.settle() }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const decision = RELEASE_DECISIONS.find((one) => one === form.get("decision")) ?? "refused";
    decide.mutate({ ...props, decision, words: String(form.get("words") ?? "") });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <fieldset className={settings.fieldset}>
        <legend>{t("title")}</legend>
        {RELEASE_DECISIONS.map((one) => (
          <label key={one} className={settings.choice}>
            <input type="radio" name="decision" value={one} required />
            {t(one)}
          </label>
        ))}
      </fieldset>
      <WatchedField
        name="words"
        rows={2}
        required
        maxLength={RELEASE_WORDS_MAX}
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
