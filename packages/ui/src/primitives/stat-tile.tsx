import type { ReactNode } from "react";
import styles from "./stat-tile.module.css";

/** One number with its name. Belongs inside a StatGrid. A hidden count goes in as a SuppressedValue. */
export function StatTile(props: {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}): React.JSX.Element {
  return (
    <div className={styles.tile}>
      <dt className={styles.label}>{props.label}</dt>
      <dd className={styles.value}>{props.value}</dd>
      {props.note ? <dd className={styles.note}>{props.note}</dd> : null}
    </div>
  );
}

/** Lays StatTiles side by side as one description list. */
export function StatGrid({ children }: { readonly children: ReactNode }): React.JSX.Element {
  return <dl className={styles.grid}>{children}</dl>;
}
