export type SortDirection = "ascending" | "descending";

export interface SortState {
  readonly columnId: string;
  readonly direction: SortDirection;
}

/** What a column sorts by. Null is "nothing recorded" and comes last in either direction: missing is not small. */
export type SortKey = string | number | null;

/**
 * Rows in the order a person asked for. Stable: rows that compare equal keep the order they came in.
 *
 * @param language BCP 47 tag whose alphabet orders text
 */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  direction: SortDirection,
  language: string,
): readonly Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === "ascending" ? 1 : -1;
  return rows.toSorted((left, right) => {
    const a = keyOf(left);
    const b = keyOf(right);
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}

/** The next state of a column header that was pressed: ascending first, then descending, and so on. */
export function nextSort(current: SortState | null, columnId: string): SortState {
  const ascending = current?.columnId === columnId && current.direction === "ascending";
  return { columnId, direction: ascending ? "descending" : "ascending" };
}
