import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Says why there is nothing here and what would change that. Never a bare "no data". */
export function EmptyState(props: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Level of the heading, so that the page's outline stays in order. */
  readonly level?: 2 | 3 | 4;
}): React.JSX.Element {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section className={styles.empty}>
      <Heading>{props.title}</Heading>
      {props.children ? <div className={styles.text}>{props.children}</div> : null}
      {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
    </section>
  );
}
