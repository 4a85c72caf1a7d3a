import type { ReactNode } from "react";
import styles from "./plain-page.module.css";
import { Wordmark } from "./wordmark";

/** A page outside a programme: the wordmark, a heading, a few lines. */
export function PlainPage(props: {
  readonly title: string;
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}): React.JSX.Element {
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <title>{`${props.title} · Alongside`}</title>
        <div className={styles.wordmark}>
          <Wordmark />
          {props.corner}
        </div>
        <h1>{props.title}</h1>
        {props.children}
      </main>
    </div>
  );
}
