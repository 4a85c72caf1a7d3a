"use client";

import { type ReactNode, useMemo, useState } from "react";
import { nextSort, type SortKey, type SortState, sortRows } from "./data-table.model";
import styles from "./data-table.module.css";
import { ScrollRegion } from "./scroll-region";

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortKey?: (row: Row) => SortKey;
  /** Numbers are set to the end of the cell. */
  readonly numeric?: boolean;
}

/**
 * A table people can sort, scroll and read on a phone. The first column names the row. Below 40em each row turns into a
 * card unless `wide` keeps the grid (for tables whose point is comparing down a column).
 *
 * @param caption what the table shows; always there, hidden from the eye with `captionHidden`
 * @param language BCP 47 tag that orders text
 */
export function DataTable<Row>(props: {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly language: string;
  readonly initialSort?: SortState;
  readonly wide?: boolean;
  readonly empty?: ReactNode;
}): React.JSX.Element {
  const [sort, setSort] = useState<SortState | null>(props.initialSort ?? null);
  const { rows, columns, language } = props;
  const sorted = useMemo(() => {
    const keyOf = columns.find((column) => column.id === sort?.columnId)?.sortKey;
    return sort && keyOf ? sortRows(rows, keyOf, sort.direction, language) : rows;
  }, [rows, columns, sort, language]);
  if (rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <ScrollRegion place={`${styles.scroller} ${props.wide ? "" : styles.cards}`}>
      <table className={styles.table}>
        <caption className={props.captionHidden ? "visually-hidden" : styles.caption}>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={sort}
                onSort={() => setSort(nextSort(sort, column.id))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={props.rowKey(row)}>
              {columns.map((column, place) => (
                <BodyCell key={column.id} column={column} first={place === 0} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function HeaderCell<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: SortState | null;
  readonly onSort: () => void;
}): React.JSX.Element {
  const { column, sort } = props;
  const className = column.numeric ? styles.end : undefined;
  if (!column.sortKey)
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  return (
    <th scope="col" className={className} aria-sort={sort?.columnId === column.id ? sort.direction : "none"}>
      <button type="button" className={styles.sort} onClick={props.onSort}>
        {column.header}
        <svg className={styles.arrow} viewBox="0 0 10 10" aria-hidden="true">
          <path d="M5 1 9 8H1z" fill="currentColor" />
        </svg>
      </button>
    </th>
  );
}

function BodyCell<Row>(props: {
  readonly column: Column<Row>;
  readonly first: boolean;
  readonly row: Row;
}): React.JSX.Element {
  const { column, row } = props;
  const shared = { "data-column": column.header, className: column.numeric ? styles.end : undefined };
  return props.first ? (
    <th scope="row" {...shared}>
      {column.cell(row)}
    </th>
  ) : (
    <td {...shared}>{column.cell(row)}</td>
  );
}
