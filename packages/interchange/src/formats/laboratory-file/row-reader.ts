import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import type { QuantityKind } from "@alongside/domain/laboratory/kinds";
import type { Assay } from "@alongside/domain/viral-load/assay";
import { type LaboratoryRow, type RowMeasurement, type RowRefusal, refusal } from "./laboratory-row";
import type { LaboratoryMapping } from "./mapping";
import { isUnitOf, readQuantity } from "./quantity-print";
import { cellFinder, type RowCells } from "./row-cells";
import {
  answerIndex,
  isRefusal,
  meaningOr,
  type NoResult,
  type ReadingRules,
  type RowFrame,
  readViralLoad,
} from "./viral-load-row";
import { wordMeanings } from "./word-meanings";

/** Longer than anything printed as a result. */
const LONGEST_PRINT = 200;

export type RowReader =
  | { readonly kind: "ready"; readonly read: (cells: readonly string[]) => LaboratoryRow }
  /** Columns of the mapping that the file does not have. */
  | { readonly kind: "columns-missing"; readonly columns: readonly string[] };

/**
 * Reads the rows of a laboratory's file under its mapping. What a row says is either a measurement, a question about its
 * print, or the first thing that is wrong with it; whether the measurement can be true is checked where it is saved.
 *
 * @param assays the register in force, every edition
 */
export function createRowReader(
  header: readonly string[],
  mapping: LaboratoryMapping,
  assays: readonly Assay[],
): RowReader {
  const { missing, cellsOf } = cellFinder(header, mapping);
  if (missing.length > 0) return { kind: "columns-missing", columns: missing };
  const answers = answerIndex(mapping.answers);
  const rules: ReadingRules = { mapping, words: wordMeanings(mapping, assays), assays, answers };
  return { kind: "ready", read: (cells) => readRow(cellsOf(cells), rules) };
}

function readRow(cells: RowCells, rules: ReadingRules): LaboratoryRow {
  const printed = cells.text("result").slice(0, LONGEST_PRINT);
  const code = readCode(cells.text("participant"));
  const site = meaningOr(cells, "site", rules.words.site, null);
  const siteId = isRefusal(site) ? null : site;
  const found = { code: isRefusal(code) ? null : code, printed: printed === "" ? null : printed, siteId };
  const [fault] = [code, site].filter(isRefusal);
  return { ...found, content: fault ?? readContent(cells, printed, rules) };
}

function readCode(text: string): string | RowRefusal {
  if (text === "") return refusal("participant", "missing");
  const reading = readParticipantCode(text);
  if (reading.ok) return reading.code;
  const at: Readonly<Record<string, number>> = reading.position === undefined ? {} : { position: reading.position };
  return refusal("participant", `code-${reading.problem}`, at);
}

function readContent(cells: RowCells, printed: string, rules: ReadingRules): LaboratoryRow["content"] {
  const kind = meaningOr(cells, "kind", rules.words.kind, rules.mapping.constants.kind);
  if (isRefusal(kind)) return kind;
  const [collectedOn, receivedOn, testedOn, returnedOn] = [
    cells.day("collectedOn"),
    cells.day("receivedOn"),
    cells.day("testedOn"),
    cells.day("returnedOn"),
  ];
  if (isRefusal(collectedOn)) return collectedOn;
  if (isRefusal(receivedOn)) return receivedOn;
  if (isRefusal(testedOn)) return testedOn;
  if (isRefusal(returnedOn)) return returnedOn;
  if (collectedOn === null) return refusal("collectedOn", "missing");
  const noResult = readNoResult(cells, rules);
  if (isRefusal(noResult)) return noResult;
  const frame = { dates: { collectedOn, receivedOn, testedOn, returnedOn }, printed, noResult };
  return kind === "viral-load" ? readViralLoad(cells, frame, rules) : readOther(cells, frame, kind, rules);
}

function readNoResult(cells: RowCells, { words }: ReadingRules): NoResult | null | RowRefusal {
  const rejectionCode = meaningOr(cells, "rejection", words.rejection, null);
  if (isRefusal(rejectionCode)) return rejectionCode;
  const failureCode = meaningOr(cells, "failure", words.failure, null);
  if (isRefusal(failureCode)) return failureCode;
  if (rejectionCode !== null && failureCode !== null) return refusal("failure", "result-and-no-result");
  if (rejectionCode !== null) return { state: "rejected", rejectionCode };
  return failureCode === null ? null : { state: "failed", failureCode };
}

function readOther(
  cells: RowCells,
  { dates, printed, noResult }: RowFrame,
  kind: QuantityKind,
  { mapping }: ReadingRules,
): RowMeasurement | RowRefusal {
  const common = { ...dates, asPrinted: printed === "" ? null : printed };
  const made = (state: Readonly<Record<string, unknown>>): RowMeasurement => ({
    kind: "measurement",
    labKind: kind,
    measurement: { ...common, ...state },
  });
  if (printed === "") return noResult === null ? refusal("result", "missing") : made(noResult);
  const read = readQuantity(printed, kind, mapping.decimalMark);
  if (noResult !== null) return read.kind === "read" ? refusal("result", "result-and-no-result") : made(noResult);
  if (read.kind === "refused") return refusal("result", read.rule, { text: read.text.slice(0, 40) });
  const unit = cells.text("unit");
  if (unit !== "" && !isUnitOf(unit, kind)) return refusal("unit", "other-unit", { text: unit.slice(0, 40) });
  const { comparator, value } = read;
  if (comparator === null) return made({ state: "quantified", value, comparator });
  return made({ state: comparator.startsWith("<") ? "below-quantification" : "above-upper", value, comparator });
}
