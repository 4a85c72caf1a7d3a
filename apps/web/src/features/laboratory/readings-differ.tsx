import type { Failure } from "@alongside/domain/failure/failure";
import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import { type Difference, DifferenceTable } from "./difference-table";
import { focusNow } from "./focus-now";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, WorklistRow } from "./laboratory-view";
import { NoteForm } from "./note-form";

/** Two readings of one paper that do not agree, and what is decided about it: which is right, or nothing yet. */
export function ReadingsDiffer(props: {
  readonly setting: LaboratorySetting;
  readonly row: WorklistRow;
  readonly differences: readonly Difference[];
  readonly onCorrect: () => void;
  readonly onDone: (words: string) => void;
}): React.JSX.Element {
  const { setting, row } = props;
  const t = useTranslations("laboratory.verify");
  const client = useApiClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [settles, setSettles] = useState(false);
  // The same decision sent twice is stored once.
  const verificationId = useRef(uuidv7());
  const { code, participantId, result } = row;

  const keepFirst = async (note: string) => {
    setBusy(true);
    const about = { programmeId: setting.programmeId, participantId, resultId: result?.resultId ?? "" };
    const decision = {
      verificationId: verificationId.current,
      decision: "verified" as const,
      note,
    };
    try {
      await client.labResult.verify.mutate({ ...about, ...decision });
      props.onDone(t("confirmed", { code }));
    } catch (error) {
      verificationId.current = uuidv7();
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "lab-result.unanswered" });
      setBusy(false);
    }
  };
  return (
    <section ref={focusNow} tabIndex={-1} className={styles.section} aria-label={t("differ")}>
      <Notice tone="caution" title={t("differ")}>
        <p>{t(setting.settings.thirdPerson ? "differThird" : "differNext")}</p>
      </Notice>
      <DifferenceTable list={props.differences} />
      {settles ? (
        <NoteForm label={t("settleNote")} send={t("settle")} busy={busy} onSend={(note) => void keepFirst(note)} />
      ) : null}
      {failure ? <FailureWords failure={failure} /> : null}
      <div className={styles.actions}>
        <Button kind="primary" onClick={props.onCorrect}>
          {t("correctIt")}
        </Button>
        {setting.settings.thirdPerson || settles ? null : (
          <Button disabled={busy} onClick={() => setSettles(true)}>
            {t("firstRight")}
          </Button>
        )}
        <Button kind="quiet" onClick={() => props.onDone(t("queriedDone", { code }))}>
          {t("later")}
        </Button>
      </div>
    </section>
  );
}
