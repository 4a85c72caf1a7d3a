import type { ReactNode } from "react";
import styles from "./outcome.module.css";

/** Figures with their names, one a line; each value is found again by its id. */
export function FactList(props: {
  readonly facts: readonly { readonly id: string; readonly name: string; readonly value: ReactNode }[];
}): React.JSX.Element {
  return (
    <dl className={styles.facts}>
      {props.facts.map(({ id, name, value }) => (
        <div key={id} className={styles.fact}>
          <dt>{name}</dt>
          <dd data-fact={id}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
