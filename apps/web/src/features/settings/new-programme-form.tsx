"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./settings.module.css";

/** Opens another programme and goes to its settings. */
export function NewProgrammeForm({ programmeId }: { readonly programmeId: string }): React.JSX.Element {
  const t = useTranslations("settings.programme");
  const create = useMutation(
    useApi().programme.create.mutationOptions({
      // A whole page load: the frame's list of programmes is read anew.
      onSuccess: ({ slug }) => window.location.assign(`/p/${slug}/settings`),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    create.mutate({ programmeId, name });
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <div>
        <h3>{t("another")}</h3>
        <p className={styles.note}>{t("anotherText")}</p>
      </div>
      <div className={styles.inline}>
        <label className={styles.field}>
          <span>{t("anotherName")}</span>
          <input name="name" required minLength={2} maxLength={120} autoComplete="off" />
        </label>
        <Button type="submit" disabled={create.isPending || create.isSuccess}>
          {t("create")}
        </Button>
      </div>
      {create.error ? <FailureNotice error={create.error} /> : null}
    </form>
  );
}
