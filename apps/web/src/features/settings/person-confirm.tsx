"use client";

import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { OneTimePassword } from "./one-time-password";
import type { Person } from "./settings-views";

const WORDS = {
  reset: { title: "resetTitle", text: "resetText", act: "reset" },
  "second-step": { title: "secondStepTitle", text: "secondStepText", act: "secondStep" },
  "way-in": { title: "wayInTitle", text: "wayInText", act: "wayIn" },
  "sign-out": { title: "signOutTitle", text: "signOutText", act: "signOut" },
  disable: { title: "disableTitle", text: "disableText", act: "disable" },
} as const;

export interface PersonQuestion {
  readonly kind: "enable" | keyof typeof WORDS;
  readonly person: Person;
}

/** Asks before an account is closed or its password replaced. Opening one again needs no asking. */
export function PersonConfirm(props: {
  readonly programmeId: string;
  readonly question: PersonQuestion | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const parts = useTranslations("parts");
  const api = useApi();
  const [given, setGiven] = useState<{
    readonly name: string;
    readonly password: string;
    readonly kind?: "way-in";
  } | null>(null);
  const { programmeId, question } = props;
  const name = question?.person.name ?? "";
  const userId = question?.person.id ?? "";
  const disable = useMutation(api.person.disable.mutationOptions({ onSuccess: props.onDone }));
  const reset = useMutation(
    api.person.resetPassword.mutationOptions({
      onSuccess: ({ password }) => {
        setGiven({ name, password });
        props.onDone();
      },
    }),
  );
  const secondStep = useMutation(api.person.resetSecondFactor.mutationOptions({ onSuccess: props.onDone }));
  const wayIn = useMutation(
    api.person.giveWayIn.mutationOptions({
      onSuccess: ({ token }) => {
        setGiven({ name, password: `${globalThis.location.origin}/sign-in?way=${token}`, kind: "way-in" });
        props.onDone();
      },
    }),
  );
  const signOut = useMutation(api.person.endSessions.mutationOptions({ onSuccess: props.onDone }));
  const acts = [disable, reset, secondStep, wayIn, signOut];
  const close = () => {
    for (const act of acts) act.reset();
    props.onClose();
  };
  const thrown = acts.map(({ error }) => error).find((error) => error !== null);
  const kind = question?.kind;
  const confirm = () => {
    if (kind === "reset") reset.mutate({ programmeId, userId });
    else if (kind === "second-step") secondStep.mutate({ programmeId, userId });
    else if (kind === "way-in") wayIn.mutate({ programmeId, userId });
    else if (kind === "sign-out") signOut.mutate({ programmeId, userId });
    else disable.mutate({ programmeId, userId, disabled: kind === "disable" });
  };
  return (
    <>
      {given ? <OneTimePassword {...given} onDone={() => setGiven(null)} /> : null}
      <ConfirmDialog
        open={question !== null}
        title={
          kind === undefined ? "" : kind === "enable" ? t("enableNamed", { name }) : t(WORDS[kind].title, { name })
        }
        confirmLabel={kind === undefined || kind === "enable" ? t("enable") : t(WORDS[kind].act)}
        cancelLabel={parts("cancel")}
        tone={kind === "disable" ? "danger" : "primary"}
        busy={acts.some(({ isPending }) => isPending)}
        onConfirm={confirm}
        onCancel={close}
      >
        {kind === undefined || kind === "enable" ? null : <p>{t(WORDS[kind].text)}</p>}
        {thrown ? <FailureNotice error={thrown} /> : null}
      </ConfirmDialog>
    </>
  );
}
