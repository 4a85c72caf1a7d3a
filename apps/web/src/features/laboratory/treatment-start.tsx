"use client";

import type { Failure } from "@alongside/domain/failure/failure";
import { Button } from "@alongside/ui/primitives/button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import { useDay } from "@/features/participants/calendar-day";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import { focusNow } from "./focus-now";
import styles from "./laboratory.module.css";
import type { LaboratorySetting } from "./laboratory-view";

/** The day a person's treatment began. What was recorded before stays in the history. */
export function TreatmentStart(props: {
  readonly setting: LaboratorySetting;
  readonly participantId: string;
  readonly startedOn: string | null;
  readonly startId: string | null;
  readonly mayRecord: boolean;
}): React.JSX.Element {
  const { setting, participantId, startedOn } = props;
  const t = useTranslations("laboratory.treatment");
  const parts = useTranslations("parts");
  const day = useDay();
  const client = useApiClient();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(startedOn ?? "");
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const newId = useRef(uuidv7());
  const isCorrection = startedOn !== null;
  // A day can only be corrected by its name.
  const mayChange = props.mayRecord && (!isCorrection || props.startId !== null);

  const save = async () => {
    const { programmeId } = setting;
    const replaces = isCorrection && props.startId !== null ? { replaces: { startId: props.startId, reason } } : {};
    try {
      const about = { programmeId, participantId, startId: newId.current, startedOn: typed };
      await client.treatment.recordStart.mutate({ ...about, ...replaces });
      setOpen(false);
      setFailure(null);
      newId.current = uuidv7();
      router.refresh();
    } catch (error) {
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "lab-result.unanswered" });
    }
  };
  return (
    <section className={styles.section}>
      <h2>{t("title")}</h2>
      <p>{startedOn === null ? t("none") : day(startedOn)}</p>
      {mayChange && !open ? (
        <div className={styles.actions}>
          <Button onClick={() => setOpen(true)}>{t(isCorrection ? "correct" : "record")}</Button>
        </div>
      ) : null}
      {open ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label className={styles.field}>
            <span>{t("day")}</span>
            <input
              ref={focusNow}
              type="date"
              required
              max={setting.today}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          {isCorrection ? (
            <WatchedField
              label={t("reason")}
              place={styles.field}
              required
              minLength={3}
              maxLength={500}
              value={reason}
              onText={setReason}
            />
          ) : null}
          {failure ? <FailureWords failure={failure} /> : null}
          <div className={styles.actions}>
            <Button kind="primary" type="submit">
              {t("save")}
            </Button>
            <Button onClick={() => setOpen(false)}>{parts("cancel")}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
