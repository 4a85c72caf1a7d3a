import type { ReactNode } from "react";
import styles from "./status-badge.module.css";

export type BadgeTone = "good" | "bad" | "caution" | "danger" | "neutral";

/** Shape per tone, so that the badge still reads without colour. */
const MARKS = {
  good: "M6 1 11 11H1z",
  bad: "M6 11 1 1h10z",
  caution: "M6 0 12 6 6 12 0 6z",
  danger: "M1 1h10v10H1z",
  neutral: "M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1z",
} as const satisfies Record<BadgeTone, string>;

/** A status in a word or two. */
export function StatusBadge({
  tone = "neutral",
  children,
}: {
  readonly tone?: BadgeTone;
  readonly children: ReactNode;
}): React.JSX.Element {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
        <path d={MARKS[tone]} fill="currentColor" />
      </svg>
      {children}
    </span>
  );
}
