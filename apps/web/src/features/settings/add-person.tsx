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

/** Invites somebody, and shows their link once; or adds them with a password for their first sign-in, shown once too. */
export function AddPerson(props: { readonly programmeId: string; readonly sites: Plan["sites"] }): React.JSX.Element {
  const t = useTranslations("settings.people");
  const [held, setHeld] = useState<HeldRole>({ role: "evaluator", siteId: null });
  const settled = useSettled();
  const api = useApi();
  const invite = useMutation(
    api.invitation.create.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const add = useMutation(api.person.add.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const field = (name: string) => String(form.get(name) ?? "").trim();
    const person = { programmeId: props.programmeId, name: field("name"), email: field("email"), ...held };
    const done = { onSuccess: () => element.reset() };
    invite.reset();
    add.reset();
    if (byPassword(event)) add.mutate(person, done);
    else invite.mutate(person, done);
  };
  const name = (add.variables ?? invite.variables)?.name ?? "";
  const link = invite.data?.token;
  if (link)
    return (
      <OneTimePassword
        name={name}
        kind="link"
        password={`${globalThis.location.origin}/join/${link}`}
        onDone={() => invite.reset()}
      />
    );
  if (add.data?.password)
    return <OneTimePassword name={name} password={add.data.password} onDone={() => add.reset()} />;
  const thrown = invite.error ?? add.error;
  const busy = invite.isPending || add.isPending;
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
      {thrown ? <FailureNotice error={thrown} /> : null}
      {add.isSuccess || invite.isSuccess ? (
        <Notice tone="information">
          <p>{t("known", { name })}</p>
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={busy}>
          {t("submitAdd")}
        </Button>
        <Button type="submit" name="how" value="password" disabled={busy}>
          {t("submitPassword")}
        </Button>
      </div>
    </form>
  );
}

/** Whether the form was sent by its second button. */
function byPassword({ nativeEvent }: FormEvent<HTMLFormElement>): boolean {
  const by = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
  return by instanceof HTMLButtonElement && by.value === "password";
}
