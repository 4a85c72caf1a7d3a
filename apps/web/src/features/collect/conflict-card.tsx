"use client";

import { Button } from "@alongside/ui/primitives/button";
import { DataTable } from "@alongside/ui/primitives/data-table";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./form-screen.module.css";

/** One line in which the two versions differ. */
export interface Difference {
  readonly key: string;
  readonly what: string;
  readonly stored: string;
  readonly other: string;
}

/** A disagreement in words: only what differs. */
export interface ConflictWords {
  readonly conflictId: string;
  readonly title: string;
  readonly received: string;
  readonly differences: readonly Difference[];
}

const LEAST_REASON = 3;

/** Two versions side by side, the reason for the decision, and the decision. */
export function ConflictCard(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly conflict: ConflictWords;
  readonly mayDecide: boolean;
}): React.JSX.Element {
  const { programmeId, participantId, conflict } = props;
  const t = useTranslations("collect.conflicts");
  const locale = useLocale();
  const router = useRouter();
  const reasonId = useId();
  const [reason, setReason] = useState("");
  const [assessmentId] = useState(uuidv7);
  const api = useApi();
  const decide = useMutation(api.assessment.resolveConflict.mutationOptions({ onSuccess: () => router.refresh() }));
  const choose = (keep: "stored" | "other") =>
    decide.mutate({ programmeId, participantId, conflictId: conflict.conflictId, keep, reason, assessmentId });
  const ready = reason.trim().length >= LEAST_REASON && !decide.isPending;
  return (
    <section className={styles.card} aria-labelledby={`${reasonId}-title`}>
      <h2 id={`${reasonId}-title`}>{conflict.title}</h2>
      <DataTable
        caption={conflict.received}
        language={locale}
        rows={conflict.differences}
        rowKey={(row) => row.key}
        columns={[
          { id: "what", header: t("item"), cell: (row) => row.what },
          { id: "stored", header: t("stored"), cell: (row) => row.stored },
          { id: "other", header: t("other"), cell: (row) => row.other },
        ]}
      />
      {decide.isSuccess ? <p role="status">{t("done")}</p> : null}
      {decide.isError ? <FailureNotice error={decide.error} /> : null}
      {props.mayDecide && !decide.isSuccess ? (
        <>
          <div className={styles.field}>
            <label className={styles.label} htmlFor={reasonId}>
              {t("reason")}
            </label>
            <textarea
              id={reasonId}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <div className={styles.actions}>
            <Button disabled={!ready} onClick={() => choose("stored")}>
              {t("keepStored")}
            </Button>
            <Button disabled={!ready} onClick={() => choose("other")}>
              {t("takeOther")}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}
