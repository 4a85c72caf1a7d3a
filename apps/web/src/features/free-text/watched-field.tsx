"use client";

import { type ReactNode, type Ref, useId, useState } from "react";
import { IdentityWarning } from "./identity-warning";
import { useWatchedText } from "./use-watched-text";
import styles from "./watched-field.module.css";

/**
 * A field for words about a person: it warns of names and numbers while they are typed, and the form around it is not sent
 * before somebody has said that they may stay. Every such field is one of these, or uses `useWatchedText` itself.
 */
export function WatchedField(props: {
  readonly label: ReactNode;
  /** Class names of the label over the field. */
  readonly place: string | undefined;
  readonly hint?: ReactNode;
  /** More than one line of text. */
  readonly rows?: number;
  readonly name?: string;
  /** Left out: the field keeps its own text, for a form that reads it when sent. */
  readonly value?: string;
  readonly onText?: (text: string) => void;
  readonly required?: boolean | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength: number;
  /** A function that is called when the field appears, such as to put the cursor there. */
  readonly onField?: Ref<HTMLInputElement>;
}): React.JSX.Element {
  const [typed, setTyped] = useState("");
  const text = props.value ?? typed;
  const watched = useWatchedText(text);
  const id = useId();
  const warning = `${id}-warning`;
  const change = (next: string) => {
    setTyped(next);
    props.onText?.(next);
  };
  const { name, required, minLength, maxLength } = props;
  const field = {
    ...{ id, name, required, minLength, maxLength, value: text },
    autoComplete: "off",
    "aria-describedby": watched.found.length > 0 ? warning : undefined,
  };
  return (
    <div className={styles.watched}>
      <label className={props.place} htmlFor={id}>
        <span>{props.label}</span>
        {props.rows === undefined ? (
          <input {...field} ref={props.onField} onChange={(event) => change(event.target.value)} />
        ) : (
          <textarea {...field} rows={props.rows} onChange={(event) => change(event.target.value)} />
        )}
        {props.hint === undefined ? null : <small>{props.hint}</small>}
      </label>
      <IdentityWarning watched={watched} id={warning} />
    </div>
  );
}
