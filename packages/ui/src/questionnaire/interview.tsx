"use client";

import type { Answer, Answers } from "@alongside/domain/instruments/answers";
import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../primitives/button";
import { ChoiceAnswers } from "./choice-answers";
import { type FlowItem, neighbour, type Place, tally } from "./flow.model";
import styles from "./interview.module.css";
import type { QuestionnaireLabels } from "./labels.model";
import { NumberAnswer } from "./number-answer";
import { ProgressLine } from "./progress-line";
import { useTypedAnswer } from "./use-typed-answer";

/**
 * A questionnaire one question at a time, large, for reading out or handing over. A tapped answer moves on by itself (it
 * can be switched off); with the keyboard, the number of an answer does the same.
 */
export function Interview(props: {
  readonly view: QuestionnaireView;
  readonly answers: Answers;
  /** The question shown; `itemAt` finds it from a place. */
  readonly at: FlowItem;
  readonly labels: QuestionnaireLabels;
  readonly onAnswer: (item: string, answer: Answer | undefined) => void;
  readonly onMove: (place: Place) => void;
}): React.JSX.Element {
  const { view, answers, at, labels } = props;
  const { item, section } = at;
  const [movesOn, setMovesOn] = useState(true);
  const questionId = useId();
  const heading = useFocusOnChange(item.id);
  const typing = useTypedAnswer(item);
  const counts = tally(view, answers);
  const move = (step: 1 | -1, after: Answers = answers) => props.onMove(neighbour(view, after, item.id, step));
  const give = (answer: Answer | undefined, on: boolean) => {
    props.onAnswer(item.id, answer);
    if (on) move(1, { ...answers, [item.id]: answer });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Enter" && !target?.closest("button, a")) {
      event.preventDefault();
      if (!target?.matches("[aria-invalid=true]")) move(1);
      return;
    }
    if (item.response.kind !== "choice" || target?.matches("input:not([type=radio])")) return;
    const given = event.key.length === 1 ? typing.type(event.key) : null;
    if (given === null) return;
    event.preventDefault();
    give(given.answer, movesOn && given.whole);
  };
  return (
    <section className={styles.interview} aria-labelledby={questionId} onKeyDown={onKeyDown}>
      <ProgressLine
        done={counts.asked - counts.open.length}
        asked={counts.asked}
        label={labels.progress(counts.asked - counts.open.length, counts.asked)}
      />
      {section.title || section.instructions ? (
        <div className={styles.section} lang={view.language}>
          {section.title ? <p className={styles.sectionTitle}>{section.title}</p> : null}
          {section.instructions ? <p>{section.instructions}</p> : null}
        </div>
      ) : null}
      <div className={styles.question} key={item.id}>
        <h2 id={questionId} ref={heading} tabIndex={-1} className={styles.text}>
          <span className={styles.number}>{labels.question(item.number)}</span>
          {item.text === null ? (
            <span className={styles.copy}>{labels.askFromCopy}</span>
          ) : (
            <span lang={view.language}>{item.text}</span>
          )}
        </h2>
        <p role="status" className={styles.problem}>
          {typing.problem === null ? null : <span key={typing.refusals}>{labels.problem(typing.problem)}</span>}
        </p>
        {item.response.kind === "choice" ? (
          <ChoiceAnswers
            item={item}
            options={item.response.options}
            answer={answers[item.id]}
            language={view.language}
            labels={labels}
            labelledBy={questionId}
            onAnswer={(answer, how) => {
              typing.clear();
              give(answer, movesOn && how === "tapped");
            }}
          />
        ) : (
          <NumberAnswer
            item={item}
            response={item.response}
            answer={answers[item.id]}
            labels={labels}
            labelledBy={questionId}
            onAnswer={(answer, how) => give(answer, movesOn && how === "tapped")}
          />
        )}
      </div>
      <div className={styles.moves}>
        <Button size="large" onClick={() => move(-1)} disabled={neighbour(view, answers, item.id, -1) === item.id}>
          {labels.back}
        </Button>
        <Button size="large" kind="primary" onClick={() => move(1)}>
          {labels.next}
        </Button>
      </div>
      <label className={styles.setting}>
        <input type="checkbox" checked={movesOn} onChange={(event) => setMovesOn(event.currentTarget.checked)} />
        {labels.moveOn}
      </label>
    </section>
  );
}

/** Takes the focus, and the eye, to the question that has just appeared: it is read out, and keys go to it. */
function useFocusOnChange(itemId: string): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === itemId) return;
    shown.current = itemId;
    heading.current?.focus({ preventScroll: true });
    const card = heading.current?.parentElement;
    const tall = card !== null && card !== undefined && card.offsetHeight > window.innerHeight;
    card?.scrollIntoView({ block: tall ? "start" : "nearest" });
  }, [itemId]);
  return heading;
}
