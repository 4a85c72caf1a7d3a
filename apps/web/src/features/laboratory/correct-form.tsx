import type { Failure } from "@alongside/domain/failure/failure";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import { useDay } from "@/features/participants/calendar-day";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import { focusNow } from "./focus-now";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, ResultView } from "./laboratory-view";
import { rowOfResult } from "./measurement-row";
import { ResultForm } from "./result-form";
import { useResultWords } from "./result-words";
import { rowView } from "./row-view.model";
import { saidRow } from "./said-row";
import { answerOf } from "./send-rows";
import { carriedDown, NOTHING_CARRIED } from "./stack";
import { useCellOptions } from "./use-cell-options";
import { useJudging } from "./use-judging";
import { useOneRow } from "./use-one-row";
import { usePeople } from "./use-people";
import { sentRow } from "./use-saving";

/** Puts another version in the place of a result, with the reason. */
export function CorrectForm(props: {
  readonly setting: LaboratorySetting;
  readonly code: string;
  readonly participantId: string;
  readonly result: ResultView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): React.JSX.Element {
  const { setting, code, result } = props;
  const { kind } = result;
  const t = useTranslations("laboratory.correct");
  const parts = useTranslations("parts");
  const day = useDay();
  const words = useResultWords();
  const client = useApiClient();
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const { row, act } = useOneRow(kind, () => rowOfResult(uuidv7(), code, result));
  const people = usePeople(setting.programmeId, [code]);
  const person = people.of(code);
  const judging = { ...useJudging(setting, kind), about: result.resultId };
  const recent = person.kind === "found" ? person.recent : null;
  const view = rowView(row, carriedDown([row])[0] ?? NOTHING_CARRIED, recent, [], judging);
  const options = useCellOptions(kind, setting.assays);

  const save = async () => {
    if (!view.ready || busy) return;
    setBusy(true);
    const saveId = uuidv7();
    const { programmeId } = setting;
    const input = {
      ...sentRow(row, view, props.participantId),
      programmeId,
      saveId,
      replaces: result.resultId,
      reason,
    };
    act({ type: "send", saveId, rows: [saidRow(row.id, view)] });
    try {
      const answer = answerOf(await client.labResult.correct.mutate(input));
      people.refresh();
      if (answer.answer === null) return props.onSaved();
      act({ type: "answered", saveId, at: new Date().toISOString(), rows: [answer] });
      setFailure(null);
    } catch (error) {
      act({ type: "declined", saveId });
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "lab-result.unanswered" });
    }
    setBusy(false);
  };
  return (
    <form
      className={styles.form}
      aria-label={t("title", { day: day(result.measurement.result.collectedOn) })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{t("was", { result: words.measurement(result.measurement) })}</p>
      <WatchedField
        label={t("reason")}
        place={styles.field}
        onField={focusNow}
        required
        minLength={3}
        maxLength={500}
        value={reason}
        onText={setReason}
      />
      <ResultForm
        {...{ row, view, person, kind, options, act }}
        rule={judging.rule}
        today={setting.today}
        asksCode={false}
      />
      {failure ? <FailureWords failure={failure} /> : null}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" disabled={busy} aria-disabled={!view.ready}>
          {t("save")}
        </Button>
        <Button onClick={props.onClose}>{parts("cancel")}</Button>
      </div>
    </form>
  );
}
