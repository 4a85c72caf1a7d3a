import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { Button } from "@alongside/ui/primitives/button";
import type { QuestionnaireLabels } from "@alongside/ui/questionnaire/labels.model";
import { Review } from "@alongside/ui/questionnaire/review";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { IdentityWarning } from "@/features/free-text/identity-warning";
import { useWatchedText, type WatchedText } from "@/features/free-text/use-watched-text";
import type { Draft } from "./draft";
import { lastDay } from "./form-draft";
import styles from "./form-screen.module.css";
import type { OpenForm } from "./form-view";
import { RiskNotice } from "./risk-notice";
import type { DraftControl } from "./use-draft";

const REASON_LENGTH = { least: 3, most: 500 };

/** All answers once more, the day they were given, and the press that saves them. */
export function ReviewStep(props: {
  readonly form: OpenForm;
  readonly draft: Draft;
  readonly control: DraftControl;
  readonly labels: QuestionnaireLabels;
  /** What to do about an answer that calls for somebody to act; null also where that is said already. */
  readonly risk: RiskAlert | null;
  readonly busy: boolean;
  readonly onMove: (place: string) => void;
  readonly onSend: () => Promise<void>;
}): React.JSX.Element {
  const { form, draft, control, busy } = props;
  const t = useTranslations("collect.review");
  const heading = useRef<HTMLHeadingElement>(null);
  const [checked, setChecked] = useState(false);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const first = form.participant.enrolledOn;
  const last = lastDay(form.today, form.participant.endedOn);
  const dateFits = draft.answeredOn >= first && draft.answeredOn <= last;
  const reasonFits = draft.correction === null || draft.correction.reason.trim().length >= REASON_LENGTH.least;
  const watched = useWatchedText(draft.correction?.reason ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!dateFits || !reasonFits || !watched.ready) return;
    alert.current?.scrollIntoView({ block: "center" });
    void props.onSend();
  };
  return (
    <form className={styles.panel} onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {t("title")}
      </h2>
      {props.risk ? (
        <div ref={alert}>
          <RiskNotice risk={props.risk} />
        </div>
      ) : null}
      <Review view={form.view} answers={draft.answers} labels={props.labels} onMove={props.onMove} />
      <AnsweredOn draft={draft} control={control} first={first} last={last} problem={checked && !dateFits} />
      {draft.correction ? (
        <Reason {...{ draft, control, watched }} asked={checked} problem={checked && !reasonFits} />
      ) : null}
      <div>
        <Button type="submit" kind="primary" size="large" disabled={busy}>
          {busy ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}

function AnsweredOn(props: {
  readonly draft: Draft;
  readonly control: DraftControl;
  readonly first: string;
  readonly last: string;
  readonly problem: boolean;
}): React.JSX.Element {
  const t = useTranslations("collect.form");
  const format = useFormatter();
  const id = useId();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const oneDay = props.first === props.last;
  const between = { from: day(props.first), to: day(props.last) };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {t("answeredOn")}
      </label>
      <input
        id={id}
        type="date"
        required
        min={props.first}
        max={props.last}
        value={props.draft.answeredOn}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={props.problem}
        onChange={(event) => props.control.change({ answeredOn: event.currentTarget.value })}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {oneDay ? t("answeredOnOnly", between) : t("answeredOnHint", between)}
      </p>
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {props.problem ? t(oneDay ? "dateNeededOnly" : "dateNeeded", between) : ""}
      </p>
    </div>
  );
}

function Reason(props: {
  readonly draft: Draft;
  readonly control: DraftControl;
  readonly watched: WatchedText;
  /** Somebody has tried to save. */
  readonly asked: boolean;
  readonly problem: boolean;
}): React.JSX.Element | null {
  const t = useTranslations("collect.review");
  const id = useId();
  const { correction } = props.draft;
  if (correction === null) return null;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {t("reason")}
      </label>
      <textarea
        id={id}
        rows={2}
        required
        maxLength={REASON_LENGTH.most}
        value={correction.reason}
        aria-describedby={`${id}-hint ${id}-problem ${id}-identity`}
        aria-invalid={props.problem}
        onChange={(event) => props.control.change({ correction: { ...correction, reason: event.currentTarget.value } })}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t("reasonHint")}
      </p>
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {props.problem ? t("reasonNeeded") : ""}
      </p>
      <IdentityWarning watched={props.watched} id={`${id}-identity`} asked={props.asked} />
    </div>
  );
}
