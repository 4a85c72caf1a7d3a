/** One cell: quoted, with doubled quotes inside, or plain. Then what ends it. */
const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;

/** A CSV file as records by heading, in the form the product writes. */
export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of text.replace(/^\uFEFF/, "").matchAll(CELL)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") rows.push([]);
  }
  const [head = [], ...lines] = rows.filter((row) => row.some((cell) => cell !== ""));
  return lines.map((line) => Object.fromEntries(head.map((name, place) => [name, line[place] ?? ""])));
}
