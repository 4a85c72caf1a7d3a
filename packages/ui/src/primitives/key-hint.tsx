import styles from "./key-hint.module.css";

/** A key a person can press. Hidden on touch screens, where there is none. */
export function KeyHint({ children }: { readonly children: string }): React.JSX.Element {
  return <kbd className={styles.key}>{children}</kbd>;
}
