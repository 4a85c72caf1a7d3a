"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { IdentityWarning } from "@/features/free-text/identity-warning";
import { useWatchedText } from "@/features/free-text/use-watched-text";
import { useApi } from "@/trpc/client";
import styles from "./conflict.module.css";
import type { ConflictWords, Kept } from "./conflict-view";

const REASON_LENGTH = { least: 3, most: 500 };
const CHOICES = ["stored", "other"] as const satisfies readonly Kept[];

/** Which of two versions is right, and how one knows. */
export function ConflictDecision(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly conflict: ConflictWords;
  readonly onDecided: (kept: Kept, risk: ConflictWords["risk"]) => void;
}): React.JSX.Element {
  const { programmeId, participantId, conflict } = props;
  const t = useTranslations("collect.conflicts");
  const id = useId();
  const [keep, setKeep] = useState<Kept | null>(null);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const [assessmentId] = useState(uuidv7);
  const api = useApi();
  const decide = useMutation(
    api.assessment.resolveConflict.mutationOptions({
      onSuccess: ({ risk }, { keep: kept }) => props.onDecided(kept, risk),
    }),
  );
  const watched = useWatchedText(reason);
  const reasonFits = reason.trim().length >= REASON_LENGTH.least;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (keep === null || !reasonFits || !watched.ready) return;
    decide.mutate({ programmeId, participantId, conflictId: conflict.conflictId, keep, reason, assessmentId });
  };
  return (
    <form className={styles.decision} onSubmit={submit} noValidate>
      <fieldset className={styles.choices} aria-describedby={`${id}-choice`}>
        <legend>{t("which")}</legend>
        {CHOICES.map((choice) => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name={`${id}-keep`}
              checked={keep === choice}
              onChange={() => setKeep(choice)}
              aria-describedby={`${id}-${choice}`}
            />
            <span>
              {t(`keep.${choice}`)}
              <span id={`${id}-${choice}`} className={styles.quiet}>
                {t(`keep.${choice}Text`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p id={`${id}-choice`} role="alert" className={styles.problem}>
        {checked && keep === null ? t("choiceNeeded") : ""}
      </p>
      <div className={styles.field}>
        <label htmlFor={`${id}-reason`}>{t("reason")}</label>
        <textarea
          id={`${id}-reason`}
          rows={2}
          required
          maxLength={REASON_LENGTH.most}
          value={reason}
          aria-describedby={`${id}-hint ${id}-problem ${id}-identity`}
          aria-invalid={checked && !reasonFits}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p id={`${id}-hint`} className={styles.quiet}>
          {t("reasonHint")}
        </p>
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {checked && !reasonFits ? t("reasonNeeded") : ""}
        </p>
        <IdentityWarning watched={watched} id={`${id}-identity`} asked={checked} />
      </div>
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      <div>
        <Button type="submit" kind="primary" size="large" disabled={decide.isPending || decide.isSuccess}>
          {decide.isPending ? t("busy") : t("decide")}
        </Button>
      </div>
    </form>
  );
}
