"use client";

import type { Answer } from "@alongside/domain/instruments/answers";
import type { ItemView, ResponseView } from "@alongside/domain/instruments/questionnaire-view";
import { useId, useState } from "react";
import { ChoiceAnswers } from "./choice-answers";
import { type EntryProblem, entryText, readEntry } from "./entry.model";
import type { QuestionnaireLabels } from "./labels.model";
import styles from "./number-answer.module.css";

/** One question that is answered with a quantity. What is typed becomes the answer as soon as it is a possible one. */
export function NumberAnswer(props: {
  readonly item: ItemView;
  readonly response: Extract<ResponseView, { kind: "number" }>;
  readonly answer: Answer | undefined;
  readonly labels: QuestionnaireLabels;
  readonly labelledBy: string;
  readonly onAnswer: (answer: Answer | undefined, how: "tapped" | "keyed") => void;
}): React.JSX.Element {
  const { item, response, answer, labels } = props;
  const [typed, setTyped] = useState(typeof answer === "number" ? entryText(answer) : "");
  const [problem, setProblem] = useState<EntryProblem | null>(null);
  const hintId = useId();
  const problemId = useId();
  const change = (text: string) => {
    setTyped(text);
    setProblem(null);
    const entry = readEntry(text, response);
    const number = (entry.kind === "answer" || entry.kind === "perhaps") && entry.answer;
    props.onAnswer(typeof number === "number" ? number : undefined, "keyed");
  };
  const check = () => {
    const entry = readEntry(typed, response);
    setProblem(entry.kind === "refused" || entry.kind === "perhaps" ? entry.problem : null);
  };
  return (
    <div className={styles.answer}>
      <div className={styles.field}>
        <input
          className={styles.input}
          inputMode={response.integer ? "numeric" : "decimal"}
          autoComplete="off"
          value={typed}
          aria-labelledby={props.labelledBy}
          aria-describedby={problem === null ? hintId : `${problemId} ${hintId}`}
          aria-invalid={problem !== null}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={check}
        />
        {response.unit === null ? null : <span className={styles.unit}>{response.unit}</span>}
      </div>
      <p id={hintId} className={styles.hint}>
        {labels.range(response.minimum, response.maximum, response.unit)}
      </p>
      <p id={problemId} className={styles.problem} role="alert">
        {problem === null ? "" : labels.problem(problem)}
      </p>
      <ChoiceAnswers
        item={item}
        options={[]}
        answer={answer}
        language=""
        labels={labels}
        labelledBy={props.labelledBy}
        onAnswer={(given, how) => {
          setTyped("");
          setProblem(null);
          props.onAnswer(given, how);
        }}
      />
    </div>
  );
}
