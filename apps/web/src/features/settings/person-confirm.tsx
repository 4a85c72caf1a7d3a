"use client";

import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { OneTimePassword } from "./one-time-password";
import type { Person } from "./settings-views";

export interface PersonQuestion {
  readonly kind: "disable" | "enable" | "reset";
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
  const [given, setGiven] = useState<{ readonly name: string; readonly password: string } | null>(null);
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
  const close = () => {
    disable.reset();
    reset.reset();
    props.onClose();
  };
  const thrown = disable.error ?? reset.error;
  const kind = question?.kind;
  const confirm = () => {
    if (kind === "reset") reset.mutate({ programmeId, userId });
    else disable.mutate({ programmeId, userId, disabled: kind === "disable" });
  };
  return (
    <>
      {given ? <OneTimePassword {...given} onDone={() => setGiven(null)} /> : null}
      <ConfirmDialog
        open={question !== null}
        title={
          kind === "reset"
            ? t("resetTitle", { name })
            : kind === "enable"
              ? t("enableNamed", { name })
              : t("disableTitle", { name })
        }
        confirmLabel={kind === "reset" ? t("reset") : kind === "enable" ? t("enable") : t("disable")}
        cancelLabel={parts("cancel")}
        tone={kind === "disable" ? "danger" : "primary"}
        busy={disable.isPending || reset.isPending}
        onConfirm={confirm}
        onCancel={close}
      >
        {kind === "reset" ? <p>{t("resetText")}</p> : null}
        {kind === "disable" ? <p>{t("disableText")}</p> : null}
        {thrown ? <FailureNotice error={thrown} /> : null}
      </ConfirmDialog>
    </>
  );
}
