import type { Failure } from "@alongside/domain/failure/failure";
import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import type { LaboratorySetting, ResultView } from "@/features/laboratory/laboratory-view";
import { useResultWords } from "@/features/laboratory/result-words";
import { useDay } from "@/features/participants/calendar-day";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import styles from "./counselling.module.css";
import type { CounsellingEvent, Loop } from "./worklist-view";

const KINDS = ["session", "repeat", "closed"] as const satisfies readonly CounsellingEvent["kind"][];
const OUTCOMES = ["suppressed", "still-unsuppressed", "regimen-changed", "ended"] as const;

/** Records what happened in an open loop: a session, the repeat of the test, or its end. */
export function EventForm(props: {
  readonly setting: LaboratorySetting;
  readonly participantId: string;
  readonly loop: Loop;
  /** Results that can be the repeat. */
  readonly repeats: readonly ResultView[];
  readonly onDone: (words: string) => void;
}): React.JSX.Element {
  const { setting, participantId, loop, repeats } = props;
  const t = useTranslations("worklists.counselling");
  const client = useApiClient();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("session");
  const [day, setDay] = useState(setting.today);
  const [resultId, setResultId] = useState(repeats[0]?.resultId ?? "");
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | "">("");
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const name = useId();
  // The same event sent twice is stored once.
  const eventId = useRef(uuidv7());
  const repeat = repeats.find((one) => one.resultId === resultId);
  const nothingToName = kind === "repeat" && repeats.length === 0;

  const event = (): CounsellingEvent | null => {
    const { programmeId } = setting;
    const common = { programmeId, participantId, loopId: loop.loopId, eventId: eventId.current, note };
    if (kind === "session") return { ...common, kind, happenedOn: day };
    if (kind === "closed") return outcome === "" ? null : { ...common, kind, outcome, happenedOn: day };
    return repeat ? { ...common, kind, resultId, happenedOn: repeat.measurement.result.collectedOn } : null;
  };
  const send = async () => {
    const asked = event();
    if (asked === null) return;
    setBusy(true);
    try {
      await client.counselling.record.mutate(asked);
      props.onDone(t(`done.${kind}`));
    } catch (error) {
      const refusal = failureOf(error);
      // What is changed after a refusal is another event; without an answer it may have been stored.
      if (refusal) eventId.current = uuidv7();
      setFailure(refusal ?? { code: "unavailable", reason: "counselling.unanswered" });
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void send();
      }}
    >
      {loop.ground === "stands" ? null : (
        <GroundGone
          ground={loop.ground}
          onEnd={(reason) => {
            setKind("closed");
            setOutcome("ended");
            setNote(reason);
          }}
        />
      )}
      <fieldset className={styles.kinds}>
        <legend>{t("what")}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={kind === one} onChange={() => setKind(one)} />
            {t(`choose.${one}`)}
          </label>
        ))}
      </fieldset>
      {nothingToName ? (
        <p>
          {t("noRepeat")}{" "}
          <Link href={`${setting.base}/laboratory/one?person=${participantId}`} prefetch={false}>
            {t("enterRepeat")}
          </Link>
        </p>
      ) : null}
      {kind === "repeat" && !nothingToName ? (
        <RepeatChoice repeats={repeats} value={resultId} onChange={setResultId} />
      ) : null}
      {kind === "closed" ? (
        <label className={fieldClass()}>
          <span>{t("outcomeLabel")}</span>
          <select
            required
            value={outcome}
            onChange={(changed) => setOutcome(OUTCOMES.find((one) => one === changed.target.value) ?? "")}
          >
            <option value="">{t("choosePlease")}</option>
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {t(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {kind === "repeat" ? null : (
        <label className={fieldClass()}>
          <span>{t(kind === "session" ? "heldOn" : "closedOn")}</span>
          <input
            type="date"
            required
            min={loop.openedOn}
            max={setting.today}
            value={day}
            onChange={(changed) => setDay(changed.target.value)}
          />
        </label>
      )}
      {nothingToName ? null : (
        <WatchedField
          label={t(outcome === "ended" && kind === "closed" ? "reason" : "noteLabel")}
          place={fieldClass()}
          required={outcome === "ended" && kind === "closed"}
          minLength={outcome === "ended" && kind === "closed" ? 3 : undefined}
          maxLength={500}
          value={note}
          onText={setNote}
        />
      )}
      {failure ? <FailureWords failure={failure} /> : null}
      {nothingToName ? null : (
        <div className={styles.buttons}>
          <Button kind="primary" type="submit" disabled={busy}>
            {t(`save.${kind}`)}
          </Button>
        </div>
      )}
    </form>
  );
}

/** The result that called for it does not say so any more: the way to the end, with that as the reason to change or send. */
function GroundGone(props: {
  readonly ground: Exclude<Loop["ground"], "stands">;
  readonly onEnd: (reason: string) => void;
}): React.JSX.Element {
  const t = useTranslations("worklists.counselling");
  return (
    <Notice tone="caution" title={t(`ground.${props.ground}`)}>
      <Button onClick={() => props.onEnd(t(`groundReason.${props.ground}`))}>{t("endForIt")}</Button>
    </Notice>
  );
}

function RepeatChoice(props: {
  readonly repeats: readonly ResultView[];
  readonly value: string;
  readonly onChange: (resultId: string) => void;
}): React.JSX.Element {
  const t = useTranslations("worklists.counselling");
  const day = useDay();
  const words = useResultWords();
  return (
    <label className={fieldClass()}>
      <span>{t("which")}</span>
      <select required value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.repeats.map(({ resultId, measurement }) => (
          <option key={resultId} value={resultId}>
            {t("repeatOf", { day: day(measurement.result.collectedOn), result: words.measurement(measurement) })}
          </option>
        ))}
      </select>
    </label>
  );
}
