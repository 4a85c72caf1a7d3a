import styles from "./loading-state.module.css";

/**
 * The shape of a page that is on its way. The words are read out once; the shapes are for the eye only.
 *
 * @param label e.g. "Loading participants"
 * @param blocks how many content blocks to draw
 */
export function LoadingState({
  label,
  blocks = 3,
}: {
  readonly label: string;
  readonly blocks?: number;
}): React.JSX.Element {
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{label}</span>
      <div className={`${styles.bar} ${styles.title}`} />
      <div className={`${styles.bar} ${styles.line}`} />
      {Array.from({ length: blocks }, (_, place) => place).map((place) => (
        <div key={place} className={styles.block} />
      ))}
    </div>
  );
}
