"use client";

import { BREAK_GLASS_JUDGEMENTS } from "@alongside/domain/access/break-glass";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";

/** What somebody thinks of an access that is over. */
export function ReviewForm(props: { readonly programmeId: string; readonly breakGlassId: string }): React.JSX.Element {
  const t = useTranslations("openings.judge");
  const settled = useSettled();
  const review = useMutation(
    useApi().breakGlass.review.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const judgement = BREAK_GLASS_JUDGEMENTS.find((one) => one === form.get("judgement")) ?? "unclear";
    review.mutate({ ...props, judgement, note: String(form.get("note") ?? "") });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <fieldset className={settings.fieldset}>
        <legend>{t("title")}</legend>
        {BREAK_GLASS_JUDGEMENTS.map((one) => (
          <label key={one} className={settings.choice}>
            <input type="radio" name="judgement" value={one} required />
            {t(one)}
          </label>
        ))}
      </fieldset>
      <WatchedField name="note" rows={2} maxLength={500} label={t("note")} place={settings.field} />
      {review.error ? <FailureNotice error={review.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" disabled={review.isPending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
