import styles from "./card-rows.module.css";

/**
 * Class names of a table whose rows become cards where the screen is narrow; each row begins with a `th`. What `place` says of
 * rows and cells outranks these styles by naming `tbody` as well.
 */
export function cardRowsClass(place?: string): string {
  return [styles.table, place].filter(Boolean).join(" ");
}
