"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";
import { snapshotHref } from "./snapshot-address";

/** Freezes the data as they are now, under a name, and goes to what was frozen. */
export function TakeForm(props: { readonly base: string; readonly programmeId: string }): React.JSX.Element {
  const t = useTranslations("snapshot.take");
  const router = useRouter();
  // Pressed twice, or sent again after the line broke, it freezes once.
  const snapshotId = useRef(uuidv7());
  const take = useMutation(
    useApi().snapshot.take.mutationOptions({
      onSuccess: () => router.push(snapshotHref(props.base, snapshotId.current)),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    take.mutate({ programmeId: props.programmeId, snapshotId: snapshotId.current, name });
  };
  const busy = take.isPending || take.isSuccess;
  return (
    <form onSubmit={submit} className={settings.card}>
      <div>
        <h2>{t("title")}</h2>
        <p className={settings.note}>{t("text")}</p>
      </div>
      <label className={settings.field}>
        <span>{t("name")}</span>
        <input name="name" required minLength={2} maxLength={80} autoComplete="off" />
      </label>
      {take.error ? <FailureNotice error={take.error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind="primary" disabled={busy}>
          {busy ? t("busy") : t("act")}
        </Button>
      </div>
      <p role="status">{busy ? t("busyText") : null}</p>
    </form>
  );
}
