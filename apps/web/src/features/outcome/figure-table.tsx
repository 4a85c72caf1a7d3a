import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import type { ReactNode } from "react";
import styles from "./outcome.module.css";

/** A table of figures that scrolls sideways by itself where the window is narrow. The first column names the row. */
export function FigureTable(props: {
  readonly caption: string;
  readonly head: readonly ReactNode[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  /** The cells hold sentences, which may break into lines. */
  readonly wordy?: boolean;
}): React.JSX.Element {
  const [corner, ...columns] = props.head;
  return (
    <ScrollRegion label={props.caption}>
      <table className={`${styles.table} ${props.wordy ? styles.wordy : ""}`}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ id, cells: [name, ...cells] }) => (
            <tr key={id} data-row={id}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Tables of the chart before them that stand in sight. */
export function TablesInSight({ children }: { readonly children: ReactNode }): React.JSX.Element {
  return (
    <div className={styles.part} data-beside="">
      {children}
    </div>
  );
}

/** The table beside a chart, one press away. Works without script. */
export function TableBeside(props: { readonly label: string; readonly children: ReactNode }): React.JSX.Element {
  return (
    <details className={styles.beside} data-beside="">
      <summary>{props.label}</summary>
      {props.children}
    </details>
  );
}
