import { neutraliseFormula } from "@alongside/domain/display/spreadsheet-formula";

/** A table as it stands on the page, in texts. */
export interface TableTexts {
  readonly caption: string;
  /** The first row is the heading. */
  readonly rows: readonly (readonly string[])[];
}

/** Makes spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The tables beside a chart as one CSV file (RFC 4180), with a last column that says in every row where it comes from. Several
 * tables stand below each other, each under its caption, with an empty line between. What a spreadsheet program would run as a
 * formula is made harmless.
 *
 * @param source heading of the last column, and what stands in it
 */
export function tablesCsv(
  tables: readonly TableTexts[],
  source: { readonly heading: string; readonly text: string },
): string {
  const blocks = tables.map(({ caption, rows }) => [
    ...(tables.length > 1 ? [[caption]] : []),
    ...rows.map((cells, at) => [...cells, at === 0 ? source.heading : source.text]),
  ]);
  const lines = blocks.map((block) => block.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join(""));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}`;
}

function cellText(cell: string): string {
  const text = neutraliseFormula(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
