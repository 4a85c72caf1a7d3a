import type { ReactNode } from "react";
import styles from "./notice.module.css";

/**
 * Something a person should know now. `danger` and `caution` are announced at once; `information` is read in its place.
 */
export function Notice(props: {
  readonly tone: "information" | "caution" | "danger";
  /** False: read in its place whatever its tone, such as while somebody types. */
  readonly announced?: boolean;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}): React.JSX.Element {
  const announced = props.tone === "information" || props.announced === false ? {} : ({ role: "alert" } as const);
  return (
    <div className={`${styles.notice} ${styles[props.tone]}`} {...announced}>
      {props.title ? <p className={styles.title}>{props.title}</p> : null}
      {props.children}
    </div>
  );
}
