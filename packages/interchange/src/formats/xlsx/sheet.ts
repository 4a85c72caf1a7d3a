import { daySerial, numberText } from "./number-format";
import { type Package, readXmlPart } from "./parts";
import { XlsxRefusal } from "./refusal";
import { XLSX_LIMITS } from "./rules";
import { plainText, type Workbook } from "./workbook";

/** A row that holds something. `signs`: columns, from 0, whose number is shown with a sign that is not in it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly signs: readonly number[];
}

export interface SheetOptions {
  /** How numbers are written out: as the rest of the file writes them. */
  readonly decimalMark: "." | ",";
}

/** The rows of a sheet, one after the other; those that hold nothing are passed over. Throws XlsxRefusal. */
export async function* readSheet(
  parts: Package,
  path: string,
  workbook: Workbook,
  { decimalMark }: SheetOptions,
): AsyncGenerator<SheetRow, void, void> {
  let ready: SheetRow[] = [];
  let [row, cells, signs]: [number, string[], number[]] = [0, [], []];
  let [column, type, style, held, isValue] = [-1, "n", 0, "", false];

  function endCell(): void {
    if (held === "") return;
    if (held.length > XLSX_LIMITS.cellCharacters) throw new XlsxRefusal("workbook-damaged");
    while (cells.length < column) cells.push("");
    const cell = cellText();
    if (cell === null) signs.push(column);
    cells[column] = cell ?? held;
  }

  /** The text of a cell; null for a number that is shown with a sign. */
  function cellText(): string | null {
    switch (type) {
      case "s":
        return workbook.sharedTexts[Number(held)] ?? "";
      case "inlineStr":
      case "str":
      case "e":
        return plainText(held);
      case "b":
        return held === "1" ? "TRUE" : "FALSE";
      case "d":
        return held.slice(0, 10);
      default:
        return numberCell();
    }
  }

  function numberCell(): string | null {
    const meaning = workbook.meanings[style] ?? "number";
    const number = Number(held);
    if (meaning === "sign") return null;
    if (meaning === "percent") return written(`${numberText(String(number * 100))}%`);
    if (meaning !== "day" && meaning !== "day-and-time") return written(numberText(held));
    const day = daySerial(number, workbook.from1904);
    return day ?? written(numberText(held));
  }

  function written(number: string): string {
    return decimalMark === "." ? number : number.replace(".", ",");
  }

  const handler = {
    open: (name: string, attribute: (name: string) => string | undefined) => {
      if (name === "row") {
        const given = Number(attribute("r"));
        row = Number.isInteger(given) && given > row ? given : row + 1;
        [cells, signs, column] = [[], [], -1];
      } else if (name === "c") {
        const given = columnOf(attribute("r") ?? "");
        column = given > column ? given : column + 1;
        if (column >= XLSX_LIMITS.columns)
          throw new XlsxRefusal("workbook-too-large", { params: { limit: XLSX_LIMITS.columns } });
        type = attribute("t") ?? "n";
        style = Number(attribute("s") ?? 0);
        held = "";
      }
      isValue = name === "v" || (name === "t" && type === "inlineStr");
    },
    close: (name: string) => {
      isValue = false;
      if (name === "c") endCell();
      if (name === "row" && cells.some((cell) => cell.trim() !== "")) ready.push({ row, cells, signs });
    },
    text: (text: string) => {
      if (isValue) held += text;
    },
  };
  for await (const _turn of readXmlPart(parts, path, handler, XLSX_LIMITS.sheetBytes)) {
    const rows = ready;
    ready = [];
    yield* rows;
  }
}

/** "AB12" names column 27, counted from 0; -1 where nothing is named. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** The letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}
