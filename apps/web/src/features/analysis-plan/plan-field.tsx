"use client";

import { type ReactNode, useId } from "react";
import styles from "./plan.module.css";

/** What ties an input to its label, its hint and what is wrong with it. */
interface Ties {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

/** One field of the form. */
export function PlanField(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem: string | null;
  readonly children: (ties: Ties) => ReactNode;
}): React.JSX.Element {
  const id = useId();
  const described = [props.problem === null ? [] : `${id}-problem`, props.hint ? `${id}-hint` : []].flat().join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(props.problem === null ? {} : { "aria-invalid": true }),
      })}
      {props.problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {props.problem}
        </p>
      )}
      {props.hint ? <small id={`${id}-hint`}>{props.hint}</small> : null}
    </div>
  );
}
