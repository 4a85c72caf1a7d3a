import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import styles from "./sample-table.module.css";

/** A column of a file, and in words what it is used for at the moment. */
export interface SampleColumn {
  readonly name: string;
  readonly use: string;
  readonly used: boolean;
}

/** The first rows of a file as they stand, each column under what it is used for at the moment. */
export function SampleTable(props: {
  readonly caption: string;
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly (readonly string[])[];
}): React.JSX.Element {
  const { columns, caption } = props;
  return (
    <ScrollRegion place={styles.scroller} label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, use, used }) => (
              <th key={name} scope="col" className={used ? styles.used : styles.unused}>
                <span className={styles.name}>{name}</span>
                <span className={styles.role}>{use}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, place) => (
            <tr key={place}>
              {columns.map(({ name, used }, index) => (
                <td key={name} className={used ? undefined : styles.unused}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
