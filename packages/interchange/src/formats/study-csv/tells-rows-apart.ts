/** More different labels than rows of one person, times this, and a column is rather a value than an occasion. */
const SPREAD = 2;

/**
 * The column that says which occasion a row is of, where people have several rows and no column is named like one: it is
 * filled everywhere, no person has one of its labels twice, and few labels serve everybody. Undefined where people have
 * one row each, or no column is such.
 * @param taken columns that have another part already
 */
export function tellsRowsApart(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  participant: string,
  taken: readonly (string | undefined)[],
): string | undefined {
  const person = header.indexOf(participant);
  const rowsOf = new Map<string, number>();
  for (const row of rows) rowsOf.set(row[person] ?? "", (rowsOf.get(row[person] ?? "") ?? 0) + 1);
  const most = Math.max(0, ...rowsOf.values());
  if (most < 2) return undefined;
  let best: { readonly name: string; readonly labels: number } | undefined;
  for (const [index, name] of header.entries()) {
    if (taken.includes(name)) continue;
    const cells = rows.map((row) => (row[index] ?? "").trim());
    const labels = new Set(cells);
    const pairs = new Set(rows.map((row, at) => JSON.stringify([row[person], cells[at]])));
    const fits = !labels.has("") && labels.size >= most && labels.size <= SPREAD * most && pairs.size === rows.length;
    if (fits && (best === undefined || labels.size < best.labels)) best = { name, labels: labels.size };
  }
  return best?.name;
}
