"use client";

import type { Answer, Answers } from "@alongside/domain/instruments/answers";
import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { useEffect, useRef } from "react";
import { Button } from "../primitives/button";
import { KeyHint } from "../primitives/key-hint";
import { allItems, askedItems, neighbour, type Place, REVIEW, tally } from "./flow.model";
import type { QuestionnaireLabels } from "./labels.model";
import styles from "./paper-entry.module.css";
import { PaperRow } from "./paper-row";
import { ProgressLine } from "./progress-line";

/**
 * A filled-in paper form, typed in by item number from the keyboard alone: a digit answers and moves on, arrows and
 * Enter move, S skips, D says that the person would rather not answer.
 */
export function PaperEntry(props: {
  readonly view: QuestionnaireView;
  readonly answers: Answers;
  /** Where to begin: an item's id; null for the first. */
  readonly place: Place | null;
  readonly labels: QuestionnaireLabels;
  readonly onAnswer: (item: string, answer: Answer | undefined) => void;
  readonly onMove: (place: Place) => void;
}): React.JSX.Element {
  const { view, answers, labels } = props;
  const boxes = useRef(new Map<string, HTMLInputElement>());
  const begin = useRef(props.place);
  const asked = new Set(askedItems(view, answers).map(({ item }) => item.id));
  const counts = tally(view, answers);
  const wide = allItems(view).some(({ item }) => item.text !== null);
  // Where to go after the next drawing: a box that a filter question has just opened cannot take the focus before.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const target = wanted.current;
    wanted.current = null;
    if (target !== null) boxes.current.get(target)?.focus();
  });
  useEffect(() => {
    const first = begin.current ?? [...boxes.current.keys()][0];
    if (first !== undefined) boxes.current.get(first)?.focus({ preventScroll: begin.current === null });
  }, []);
  const go = (from: string, step: 1 | -1, after: Answers) => {
    const next = neighbour(view, after, from, step);
    if (next !== REVIEW) {
      wanted.current = next;
      boxes.current.get(next)?.focus();
    }
    props.onMove(next);
  };
  return (
    <div className={styles.paper}>
      <ProgressLine
        done={counts.asked - counts.open.length}
        asked={counts.asked}
        label={labels.progress(counts.asked - counts.open.length, counts.asked)}
      />
      <KeyLegend labels={labels} />
      {view.sections.map((section) => (
        <section key={section.id}>
          {section.title ? (
            <h2 className={styles.sectionTitle} lang={view.language}>
              {section.title}
            </h2>
          ) : null}
          <ol className={wide ? styles.lines : styles.columns}>
            {section.items.map((item) => (
              <PaperRow
                key={item.id}
                at={{ item, section }}
                asked={asked.has(item.id)}
                answer={answers[item.id]}
                language={view.language}
                labels={labels}
                field={(element) => {
                  if (element) boxes.current.set(item.id, element);
                  else boxes.current.delete(item.id);
                }}
                onAnswer={(answer) => props.onAnswer(item.id, answer)}
                onMove={(step, answer) => go(item.id, step, { ...answers, [item.id]: answer })}
              />
            ))}
          </ol>
        </section>
      ))}
      <div>
        <Button kind="primary" size="large" onClick={() => props.onMove(REVIEW)}>
          {labels.toReview}
        </Button>
      </div>
    </div>
  );
}

function KeyLegend({ labels }: { readonly labels: QuestionnaireLabels }): React.JSX.Element {
  const { keys } = labels;
  return (
    <dl className={styles.legend} aria-label={keys.title}>
      <Keys keys={["0", "…", "9"]} words={keys.answer} />
      <Keys keys={["S", "-"]} words={keys.skip} />
      <Keys keys={["D"]} words={keys.decline} />
      <Keys keys={["↑", "↓", "↵"]} words={keys.move} />
      <Keys keys={["⌫"]} words={keys.clear} />
    </dl>
  );
}

function Keys(props: { readonly keys: readonly string[]; readonly words: string }): React.JSX.Element {
  return (
    <div>
      <dt>
        {props.keys.map((key) => (
          <KeyHint key={key}>{key}</KeyHint>
        ))}
      </dt>
      <dd>{props.words}</dd>
    </div>
  );
}
