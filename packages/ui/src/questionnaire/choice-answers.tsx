"use client";

import type { Answer } from "@alongside/domain/instruments/answers";
import type { ItemView, OptionView } from "@alongside/domain/instruments/questionnaire-view";
import { useRef } from "react";
import { KeyHint } from "../primitives/key-hint";
import styles from "./choice-answers.module.css";
import type { QuestionnaireLabels } from "./labels.model";

interface Props {
  readonly item: ItemView;
  readonly options: readonly OptionView[];
  readonly answer: Answer | undefined;
  readonly language: string;
  readonly labels: QuestionnaireLabels;
  /** Id of the element that holds the question. */
  readonly labelledBy: string;
  /** `tapped`: chosen with a finger or the mouse, so the person looks at the screen and may be taken on. */
  readonly onAnswer: (answer: Answer, how: "tapped" | "keyed") => void;
}

/**
 * One question's possible answers as a radio group. Passing over the question and not wanting to answer are choices of
 * their own, set apart.
 */
export function ChoiceAnswers(props: Props): React.JSX.Element {
  const { item, options, labels } = props;
  const bare = options.every(({ label }) => label === null);
  return (
    <div role="radiogroup" aria-labelledby={props.labelledBy} className={styles.group}>
      <div className={bare ? styles.codes : styles.options}>
        {options.map(({ code, label }) => (
          <Choice key={code} props={props} value={code} name={item.id} hint={String(code)} bare={bare}>
            {label === null ? code : <span lang={props.language}>{label}</span>}
          </Choice>
        ))}
      </div>
      <div className={styles.otherwise}>
        <Choice props={props} value="skipped" name={item.id} hint="S" quiet>
          {labels.skip}
        </Choice>
        <Choice props={props} value="declined" name={item.id} hint="D" quiet>
          {labels.decline}
        </Choice>
      </div>
    </div>
  );
}

function Choice(given: {
  readonly props: Props;
  readonly value: Answer;
  readonly name: string;
  readonly hint: string;
  readonly bare?: boolean;
  readonly quiet?: boolean;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const { props, value } = given;
  const pressed = useRef(false);
  const look = [styles.choice, given.quiet && styles.quiet, given.bare && styles.bare].filter(Boolean).join(" ");
  return (
    <label
      className={look}
      onPointerDown={() => {
        pressed.current = true;
      }}
      onKeyDown={() => {
        pressed.current = false;
      }}
    >
      <input
        type="radio"
        name={given.name}
        value={String(value)}
        checked={props.answer === value}
        className={styles.radio}
        // Arrow keys and assistive technology click too, so `onClick` hears everything, a second press included.
        onChange={() => undefined}
        onClick={() => {
          const how = pressed.current ? "tapped" : "keyed";
          pressed.current = false;
          props.onAnswer(value, how);
        }}
      />
      <span className={styles.words}>{given.children}</span>
      {given.bare ? null : (
        <span aria-hidden="true">
          <KeyHint>{given.hint}</KeyHint>
        </span>
      )}
    </label>
  );
}
