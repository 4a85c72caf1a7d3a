import type { Assay } from "@alongside/domain/viral-load/assay";
import type { ResultUnit } from "@alongside/domain/viral-load/measurement";
import { normalisePrint } from "@alongside/domain/viral-load/normalise-print";
import { parseResult } from "@alongside/domain/viral-load/parse-result";
import type { ParsedResult } from "@alongside/domain/viral-load/reading";

/** Nothing but a number, perhaps behind a sign of comparison: what a unit and a decimal mark can be added to. */
const BARE_NUMBER = /^(?:[<>≤≥＜＞]=?\s*)?\d[\d.,'’\s]*$/u;
/** A point before three digits at the end could group thousands. */
const COULD_GROUP = /^[^.]*\.\d{3}$/;

const UNIT_WORDS: Readonly<Record<ResultUnit, string>> = {
  "copies-per-ml": "copies/mL",
  "log10-copies-per-ml": "log10 copies/mL",
  "iu-per-ml": "IU/mL",
};

/** What a file says about its bare numbers elsewhere than in the cell. */
export interface PrintSettings {
  readonly decimalMark: "auto" | "." | ",";
  readonly unit: ResultUnit | null;
  readonly assay: Assay | null;
}

export interface AdaptedPrint {
  /** In one form; under this the answer to a question is kept. */
  readonly key: string;
  readonly parsed: ParsedResult;
}

/** Reads a result's cell with what the file says about decimal mark and unit. Never throws, never guesses. */
export function readPrint(printed: string, { decimalMark, unit, assay }: PrintSettings): AdaptedPrint {
  const bare = BARE_NUMBER.test(printed.trim());
  if (!bare) return { key: normalisePrint(printed).slice(0, 200), parsed: parseResult(printed, { assay }) };
  let text = printed.trim();
  if (decimalMark === ",") text = text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
  const isSaid = decimalMark !== "auto" && COULD_GROUP.test(text);
  // Four digits behind a point cannot be a group: the file has said that the point is its decimal mark.
  if (isSaid) text = `${text}0`;
  if (unit !== null) text = `${text} ${UNIT_WORDS[unit]}`;
  const parsed = parseResult(text, { assay });
  return { key: normalisePrint(text).slice(0, 200), parsed: isSaid ? withoutAddedZero(parsed) : parsed };
}

function withoutAddedZero(parsed: ParsedResult): ParsedResult {
  switch (parsed.kind) {
    case "understood":
      return { ...parsed, value: shorter(parsed.value) };
    case "question":
      return { ...parsed, readings: parsed.readings.map((reading) => ({ ...reading, value: shorter(reading.value) })) };
    case "unparsed":
      return parsed;
  }
}

function shorter(value: string | null): string | null {
  return value !== null && /\.\d{3}0$/.test(value) ? value.slice(0, -1) : value;
}
