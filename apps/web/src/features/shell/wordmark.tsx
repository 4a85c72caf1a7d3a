import styles from "./wordmark.module.css";

/** Two paths that run side by side: the name and its mark. `small` keeps only the mark on narrow screens. */
export function Wordmark({ small = false }: { readonly small?: boolean }): React.JSX.Element {
  return (
    <span className={`${styles.wordmark} ${small ? styles.small : ""}`}>
      <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M8 28c0-9 2-13 5-16.500S17.500 6 17.500 3M17 28c0-7 1.500-10.500 4-13.500S25 9 25 6"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
        />
      </svg>
      <span className={styles.word}>Alongside</span>
    </span>
  );
}
