import type { ReactNode } from "react";
import styles from "./page-header.module.css";

/** The one `h1` of a page, what the page is for, and its main actions. */
export function PageHeader(props: {
  readonly title: ReactNode;
  /** Small line above: where this is, e.g. a link back to the list. */
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}): React.JSX.Element {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {props.eyebrow ? <div className={styles.eyebrow}>{props.eyebrow}</div> : null}
        <h1 className={styles.title}>{props.title}</h1>
        {props.lead ? <p className={styles.lead}>{props.lead}</p> : null}
      </div>
      {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
    </header>
  );
}
