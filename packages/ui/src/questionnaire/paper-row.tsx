"use client";

import type { Answer } from "@alongside/domain/instruments/answers";
import { type KeyboardEvent, useId, useState } from "react";
import { allowedText, type EntryProblem, entryText, readEntry } from "./entry.model";
import type { FlowItem } from "./flow.model";
import type { QuestionnaireLabels } from "./labels.model";
import styles from "./paper-entry.module.css";

const STEPS: Readonly<Record<string, 1 | -1>> = {
  Enter: 1,
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** One numbered box of the paper form. */
export function PaperRow(props: {
  readonly at: FlowItem;
  /** False where a filter question rules it out. */
  readonly asked: boolean;
  readonly answer: Answer | undefined;
  readonly language: string;
  readonly labels: QuestionnaireLabels;
  readonly field: (element: HTMLInputElement | null) => void;
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly onMove: (step: 1 | -1, answer: Answer | undefined) => void;
}): React.JSX.Element {
  const { item } = props.at;
  const { labels } = props;
  /** What stands in the box while it is being typed; null when the box shows the answer. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const id = useId();
  const change = (text: string) => {
    const entry = readEntry(text, item.response);
    setProblem(entry.kind === "refused" ? entry.problem : null);
    switch (entry.kind) {
      case "empty":
        setTyped("");
        props.onAnswer(undefined);
        return;
      case "refused":
        // The digit is not taken: what stood in the box before stays.
        return;
      case "answer":
        setTyped(null);
        props.onAnswer(entry.answer);
        props.onMove(1, entry.answer);
        return;
      case "perhaps":
        setTyped(text);
        props.onAnswer(entry.answer ?? undefined);
    }
  };
  /** Settles what was being typed. False when it is no answer and has to be put right first. */
  const settle = (): boolean => {
    if (typed === null) return true;
    const entry = readEntry(typed, item.response);
    if (entry.kind === "perhaps" && entry.problem !== null) {
      setProblem(entry.problem);
      return false;
    }
    setTyped(null);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (settle()) {
      setProblem(null);
      props.onMove(step, props.answer);
    }
  };
  return (
    <li className={styles.row} data-asked={props.asked}>
      <label htmlFor={id} className={styles.label}>
        <span className={styles.number}>{item.number}</span>
        {item.text === null ? null : (
          <span className={styles.text} lang={props.language}>
            {item.text}
          </span>
        )}
      </label>
      <span className={styles.allowed} id={`${id}-allowed`}>
        {props.asked ? allowedText(item.response) : labels.doesNotApply}
      </span>
      <input
        id={id}
        ref={props.field}
        className={styles.box}
        data-kind={typeof props.answer === "string" ? props.answer : item.response.kind}
        inputMode={item.response.kind === "number" && !item.response.integer ? "decimal" : "numeric"}
        autoComplete="off"
        autoCapitalize="none"
        value={typed ?? entryText(props.answer)}
        disabled={!props.asked}
        aria-describedby={`${id}-problem ${id}-allowed`}
        aria-invalid={problem !== null}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change(newlyTyped(event.currentTarget.value, entryText(props.answer), typed))}
        onKeyDown={onKeyDown}
        onBlur={settle}
      />
      <span className={styles.passes}>
        {(["skipped", "declined"] as const).map((pass) => (
          <button
            key={pass}
            type="button"
            tabIndex={-1}
            disabled={!props.asked}
            className={styles.pass}
            aria-pressed={props.answer === pass}
            aria-label={`${labels.question(item.number)}: ${pass === "skipped" ? labels.skip : labels.decline}`}
            title={pass === "skipped" ? labels.skip : labels.decline}
            onClick={() => {
              setTyped(null);
              setProblem(null);
              props.onAnswer(props.answer === pass ? undefined : pass);
            }}
          >
            {pass === "skipped" ? "S" : "D"}
          </button>
        ))}
      </span>
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem === null ? "" : labels.problem(problem)}
      </p>
    </li>
  );
}

/** A box that already holds a whole answer is written over, so that a slip is put right by typing the right digit. */
function newlyTyped(value: string, before: string, typed: string | null): string {
  if (typed !== null || before === "" || value.length <= before.length) return value;
  return value.startsWith(before) ? value.slice(before.length) : value;
}
