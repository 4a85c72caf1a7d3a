"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import { useApi } from "@/trpc/client";
import { useDay } from "./calendar-day";
import styles from "./change-status.module.css";
import { STATUSES, type Status } from "./list-query";
import type { Participant } from "./participant-views";

type Standing = Pick<Participant, "participantId" | "status" | "enrolledOn" | "endedOn" | "today">;

/** The button that opens the dialog in which an enrolment is ended, put right or taken up again. */
export function ChangeStatus(props: { readonly programmeId: string; readonly one: Standing }): React.JSX.Element {
  const t = useTranslations("participants");
  const dialog = useRef<HTMLDialogElement>(null);
  // A new form, with a new id for the change, each time the dialog opens.
  const [opened, setOpened] = useState(0);
  const close = () => dialog.current?.close();
  return (
    <>
      <Button
        onClick={() => {
          setOpened(opened + 1);
          dialog.current?.showModal();
        }}
      >
        {t("one.changeStatus")}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="change-status">
        <h2 id="change-status">{t("change.title")}</h2>
        <ChangeForm key={opened} {...props} onClose={close} />
      </dialog>
    </>
  );
}

function ChangeForm(props: {
  readonly programmeId: string;
  readonly one: Standing;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useTranslations("participants");
  const parts = useTranslations("parts");
  const day = useDay();
  const router = useRouter();
  const { one, programmeId } = props;
  const [enrolmentId] = useState(uuidv7);
  const [status, setStatus] = useState<Status>(one.status === "active" ? "completed" : "active");
  const change = useMutation(
    useApi().participant.changeStatus.mutationOptions({
      onSuccess: () => {
        props.onClose();
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const place = {
      programmeId,
      participantId: one.participantId,
      enrolmentId,
      reason: String(form.get("reason") ?? ""),
    };
    if (status === "active") change.mutate({ ...place, status });
    else change.mutate({ ...place, status, endedOn: String(form.get("endedOn") ?? "") });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <fieldset className={styles.choices}>
        <legend>{t("change.status")}</legend>
        {STATUSES.filter((each) => each !== "active" || one.status !== "active").map((each) => (
          <label key={each} className={styles.choice}>
            <input type="radio" name="status" value={each} checked={status === each} onChange={() => setStatus(each)} />
            {t(`status.${each}`)}
          </label>
        ))}
      </fieldset>
      {status === "active" ? (
        <p className={styles.note}>{t("change.backText", { date: day(one.enrolledOn) })}</p>
      ) : (
        <label className={styles.field}>
          <span>{t("change.endedOn")}</span>
          <input
            type="date"
            name="endedOn"
            required
            defaultValue={one.endedOn ?? one.today}
            min={one.enrolledOn}
            max={one.today}
          />
          <small>{t("change.endText")}</small>
        </label>
      )}
      <WatchedField
        name="reason"
        rows={2}
        maxLength={500}
        label={t("change.reason")}
        hint={t("change.reasonHint")}
        place={styles.field}
      />
      {change.error ? <FailureNotice error={change.error} /> : null}
      <div className={styles.actions}>
        <Button onClick={props.onClose}>{parts("cancel")}</Button>
        <Button type="submit" kind="primary" disabled={change.isPending}>
          {change.isPending ? t("change.busy") : t("change.submit")}
        </Button>
      </div>
    </form>
  );
}
