"use client";

import { BREAK_GLASS_REASONS } from "@alongside/domain/access/break-glass";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";

/** Asks for three hours with one person's record at another site: whole code, reason, words. */
export function OpeningForm(props: { readonly base: string; readonly programmeId: string }): React.JSX.Element {
  const t = useTranslations("openings");
  const router = useRouter();
  // The same request sent twice opens once.
  const [breakGlassId] = useState(uuidv7);
  const open = useMutation(
    useApi().breakGlass.open.mutationOptions({
      onSuccess: ({ participantId }) => {
        router.push(`${props.base}/participants/${participantId}`);
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    open.mutate({
      ...{ programmeId: props.programmeId, breakGlassId, code: String(form.get("code") ?? "") },
      reason: BREAK_GLASS_REASONS.find((one) => one === form.get("reason")) ?? "other",
      words: String(form.get("words") ?? ""),
    });
  };
  return (
    <form onSubmit={submit} className={settings.form}>
      <label className={settings.field}>
        <span>{t("ask.code")}</span>
        <input name="code" required maxLength={40} autoComplete="off" autoCapitalize="characters" />
      </label>
      <label className={settings.field}>
        <span>{t("ask.reason")}</span>
        <select name="reason">
          {BREAK_GLASS_REASONS.map((one) => (
            <option key={one} value={one}>
              {t(`reasons.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <WatchedField
        name="words"
        rows={3}
        required
        minLength={10}
        maxLength={500}
        label={t("ask.words")}
        hint={t("ask.wordsHint")}
        place={settings.field}
      />
      {open.error ? <FailureNotice error={open.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={open.isPending}>
          {open.isPending ? t("ask.busy") : t("ask.submit")}
        </Button>
      </div>
    </form>
  );
}
