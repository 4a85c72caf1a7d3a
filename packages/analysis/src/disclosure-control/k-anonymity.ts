/** What a table of people has of each of them that somebody else may know. */
export interface QuasiIdentifiers {
  /** Names of the columns, as the report calls them. */
  readonly columns: readonly string[];
  /** One row a person, one text a column; "" where nothing is said. */
  readonly rows: readonly (readonly string[])[];
}

/** How alike the people of a table are in what others may know of them. */
export interface AnonymityReport {
  /** Columns in which people differ at all. */
  readonly columns: readonly string[];
  readonly people: number;
  /** People in the smallest group of those who are alike in all columns; 0 for no people. */
  readonly smallestClass: number;
  /** Share of people who are alone in their group; null for no people. */
  readonly uniqueShare: number | null;
}

/**
 * k-anonymity of a table of people: groups of those who are the same in every column that others may know.
 * @throws RangeError when a row has another number of columns
 * @source Sweeney L. k-anonymity: a model for protecting privacy. Int J Uncertain Fuzziness 2002;10:557-570
 */
export function anonymityReport({ columns, rows }: QuasiIdentifiers): AnonymityReport {
  if (rows.some((row) => row.length !== columns.length)) throw new RangeError("Every row needs every column");
  const classes = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    classes.set(key, (classes.get(key) ?? 0) + 1);
  }
  const sizes = [...classes.values()];
  const unique = sizes.filter((size) => size === 1).length;
  return {
    columns: columns.filter((_, at) => new Set(rows.map((row) => row[at])).size > 1),
    people: rows.length,
    smallestClass: rows.length === 0 ? 0 : Math.min(...sizes),
    uniqueShare: rows.length === 0 ? null : unique / rows.length,
  };
}
