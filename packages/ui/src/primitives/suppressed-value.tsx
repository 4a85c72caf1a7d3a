import styles from "./suppressed-value.module.css";

/**
 * Stands where a number is withheld to protect people. Shows a short sign ("under 5") and carries the reason for screen
 * readers and as a tool tip; it is never a zero and never a blank.
 */
export function SuppressedValue({
  sign,
  reason,
}: {
  readonly sign: string;
  readonly reason: string;
}): React.JSX.Element {
  return (
    <span className={styles.suppressed} title={reason}>
      {sign}
      <span className="visually-hidden"> ({reason})</span>
    </span>
  );
}
