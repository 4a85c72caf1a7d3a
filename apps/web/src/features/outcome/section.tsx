import type { ReactNode } from "react";
import styles from "./outcome.module.css";

/** One part of the page: its heading, what it found in a sentence, and what stands behind that. */
export function Section(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly finding: ReactNode;
  readonly children?: ReactNode;
}): React.JSX.Element {
  return (
    <section id={props.id} className={styles.section} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <p className={styles.finding} data-finding={props.id}>
        {props.finding}
      </p>
      {props.children}
    </section>
  );
}
