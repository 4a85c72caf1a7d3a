"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { OneTimePassword } from "./one-time-password";
import { type HeldRole, RoleChoice } from "./role-rows";
import styles from "./settings.module.css";
import type { Plan } from "./settings-views";
import { useSettled } from "./use-settled";

/** Adds somebody, and shows the password for their first sign-in once. */
export function AddPerson(props: { readonly programmeId: string; readonly sites: Plan["sites"] }): React.JSX.Element {
  const t = useTranslations("settings.people");
  const [held, setHeld] = useState<HeldRole>({ role: "evaluator", siteId: null });
  const settled = useSettled();
  const add = useMutation(useApi().person.add.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const field = (name: string) => String(form.get(name) ?? "").trim();
    add.mutate(
      { programmeId: props.programmeId, name: field("name"), email: field("email"), ...held },
      { onSuccess: () => element.reset() },
    );
  };
  const name = add.variables?.name ?? "";
  if (add.data?.password)
    return <OneTimePassword name={name} password={add.data.password} onDone={() => add.reset()} />;
  return (
    <form className={styles.card} onSubmit={submit}>
      <div>
        <h3>{t("add")}</h3>
        <p className={styles.note}>{t("addText")}</p>
      </div>
      <div className={styles.pair}>
        <label className={styles.field}>
          <span>{t("fullName")}</span>
          <input name="name" required minLength={2} maxLength={120} autoComplete="off" />
        </label>
        <label className={styles.field}>
          <span>{t("email")}</span>
          <input name="email" type="email" required maxLength={254} autoComplete="off" />
        </label>
        <RoleChoice value={held} sites={props.sites} onChange={setHeld} />
      </div>
      {add.error ? <FailureNotice error={add.error} /> : null}
      {add.isSuccess ? (
        <Notice tone="information">
          <p>{t("known", { name })}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={add.isPending}>
          {t("submitAdd")}
        </Button>
      </div>
    </form>
  );
}
