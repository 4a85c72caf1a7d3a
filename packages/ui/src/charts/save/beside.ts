import type { TableTexts } from "./table-csv.model";

/** Marks the element that holds the table of the chart before it. */
const BESIDE = "[data-beside]";

/** The tables that stand beside a chart: the first that follow it, before any other chart. */
export function tablesBeside(figure: Element): readonly TableTexts[] {
  for (let next = figure.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (next.matches("figure")) break;
    const beside = next.matches(BESIDE) ? next : next.querySelector(BESIDE);
    if (beside !== null) return Array.from(beside.querySelectorAll("table"), textsOf);
  }
  return [];
}

/** Also of what is read out only: why there is no number is part of the table. */
function textsOf(table: HTMLTableElement): TableTexts {
  return {
    caption: shown(table.caption),
    rows: Array.from(table.rows, (row) => Array.from(row.cells, shown)),
  };
}

function shown(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
}
