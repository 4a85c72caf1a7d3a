import { type Figure, isMet } from "./figure";

const SIGNS = { "at-most": "≤", "at-least": "≥" } as const;

/** Three significant digits, but no digit before the point is lost: 0.0513, 51.3, 5130. */
export function showNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const decimals = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(4, decimals));
}

function cells(figure: Figure): readonly string[] {
  const { bench, what, value, unit, aim } = figure;
  const met = isMet(figure);
  const target = aim === undefined ? "" : `${SIGNS[aim.comparison]} ${showNumber(aim.value)}`;
  return [bench, what, showNumber(value), unit, target, met === undefined ? "" : met ? "met" : "NOT MET"];
}

const HEAD = ["bench", "what", "figure", "unit", "aim", ""] as const;
const NUMBERS = new Set([2, 4]);

/** The figures as a Markdown table with aligned columns, so that it reads alike in a terminal and in a document. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(cells);
  const widths = HEAD.map((title, column) => Math.max(title.length, 3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => pad(row[column] ?? "", width, NUMBERS.has(column))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => `${"-".repeat(width + 1)}${NUMBERS.has(column) ? ":" : "-"}`).join("|")}|`;
  return [line(HEAD), rule, ...rows.map(line)].join("\n");
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
