import { type Assay, assayLimits } from "@alongside/domain/viral-load/assay";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import type { ResultUnit } from "@alongside/domain/viral-load/measurement";
import type { Reading } from "@alongside/domain/viral-load/reading";
import { readPrint } from "./adapt-print";
import { type RowMeasurement, type RowQuestion, type RowRefusal, refusal } from "./laboratory-row";
import type { LaboratoryMapping, PrintAnswer } from "./mapping";
import type { RowCells } from "./row-cells";
import type { WordMeanings } from "./word-meanings";

/** What holds for every row of a file. */
export interface ReadingRules {
  readonly mapping: LaboratoryMapping;
  readonly words: WordMeanings;
  readonly assays: readonly Assay[];
  /** Answers by print and assay: `answerIndex`. */
  readonly answers: ReadonlyMap<string, PrintAnswer>;
}

/** What a row says besides its result. */
export interface RowFrame {
  readonly dates: Readonly<Record<"collectedOn" | "receivedOn" | "testedOn" | "returnedOn", string | null>>;
  readonly printed: string;
  /** What stands in the columns of rejection and failure. */
  readonly noResult: NoResult | null;
}

export type NoResult =
  | { readonly state: "rejected"; readonly rejectionCode: string }
  | { readonly state: "failed"; readonly failureCode: string };

/** Answers as they are looked up. */
export function answerIndex(answers: readonly PrintAnswer[]): ReadonlyMap<string, PrintAnswer> {
  return new Map(answers.map((answer) => [answerKey(answer.text, answer.assay), answer]));
}

function answerKey(text: string, assay: string | null): string {
  return JSON.stringify([text, assay]);
}

/** The viral load of a row. */
export function readViralLoad(
  cells: RowCells,
  frame: RowFrame,
  rules: ReadingRules,
): RowMeasurement | RowQuestion | RowRefusal {
  const { constants } = rules.mapping;
  const named = meaningOr(cells, "assay", rules.words.assay, constants.assay);
  if (isRefusal(named)) return named;
  const assay = named === null ? null : (findAssay(rules.assays, named.key, named.edition) ?? null);
  const specimen = meaningOr(cells, "specimen", rules.words.specimen, constants.specimen ?? assay?.specimen ?? null);
  if (isRefusal(specimen)) return specimen;
  if (specimen === null) return refusal("specimen", "missing");
  const reason = meaningOr(cells, "reason", rules.words.reason, constants.reason);
  if (isRefusal(reason)) return reason;
  const unit = meaningOr(cells, "unit", rules.words.unit, constants.unit);
  if (isRefusal(unit)) return unit;

  const limits = assay === null ? null : assayLimits(assay);
  const common = {
    ...{ specimen, assay: named, reason, ...frame.dates, asPrinted: frame.printed === "" ? null : frame.printed },
    lowerLimitCopiesPerMl: limits?.lower ?? null,
    upperLimitCopiesPerMl: limits?.upper ?? null,
    detectionLimitCopiesPerMl: limits?.detection ?? null,
  };
  const made = (state: Readonly<Record<string, unknown>>): RowMeasurement => ({
    kind: "measurement",
    labKind: "viral-load",
    measurement: { ...common, ...state },
  });
  const { decimalMark } = rules.mapping;
  if (frame.printed === "") return frame.noResult === null ? refusal("result", "missing") : made(frame.noResult);
  const { key, parsed } = readPrint(frame.printed, { decimalMark, unit, assay });
  if (frame.noResult !== null) {
    const isResult = parsed.kind === "understood" || (parsed.kind === "question" && parsed.question !== "no-result");
    return isResult ? refusal("result", "result-and-no-result") : made(frame.noResult);
  }
  switch (parsed.kind) {
    case "unparsed":
      return refusal("result", "unparsed", { reason: parsed.reason });
    case "understood": {
      // Only a column can contradict its row: what holds for the whole file is for numbers that say no unit.
      if (contradicts(cells.text("unit") === "" ? null : unit, parsed.unit)) return refusal("unit", "two-units");
      const state = stateFields(parsed, null);
      return state === null ? refusal("result", "unparsed", { reason: "no-statement" }) : made(state);
    }
    case "question":
      break;
  }
  const { question, readings } = parsed;
  const asked: RowQuestion = { kind: "question", text: key, assay: named?.key ?? null, question, readings };
  const answer = rules.answers.get(answerKey(asked.text, asked.assay));
  if (answer === undefined) return asked;
  if (answer.reading === null) return refusal("result", "left-out");
  // Only what the print can still mean counts: an answer to a question that is put otherwise today is none.
  const chosen = readings.find((reading) => isSameReading(reading, answer));
  if (chosen === undefined) return asked;
  const state = stateFields(chosen, answer.code);
  return state === null ? asked : made(state);
}

function contradicts(column: ResultUnit | null, cell: ResultUnit | null): boolean {
  return column !== null && cell !== null && column !== cell;
}

/** Whether an answer names this reading. */
export function isSameReading(reading: Reading, { reading: chosen }: PrintAnswer): boolean {
  return (
    chosen !== null &&
    reading.state === chosen.state &&
    reading.comparator === chosen.comparator &&
    reading.value === chosen.value &&
    reading.unit === chosen.unit
  );
}

/** A reading as the fields of a measurement; null for one that needs a code and has none. */
function stateFields(
  { state, comparator, value, unit }: Reading,
  code: string | null,
): Readonly<Record<string, unknown>> | null {
  switch (state) {
    case "quantified":
    case "below-quantification":
    case "above-upper":
      return { state, comparator, value, unit };
    case "not-detected":
    case "pending":
      return { state };
    case "rejected":
      return code === null ? null : { state, rejectionCode: code };
    case "failed":
      return code === null ? null : { state, failureCode: code };
  }
}

type Worded = "kind" | "unit" | "specimen" | "assay" | "reason" | "rejection" | "failure" | "site";

/** What the word of a cell means; what holds for the file where the cell is empty. */
export function meaningOr<T, E>(
  cells: RowCells,
  field: Worded,
  meaning: (word: string) => T | undefined,
  otherwise: E,
): T | E | RowRefusal {
  const text = cells.text(field);
  if (text === "") return otherwise;
  return meaning(text) ?? refusal(field, "unknown-word", { text: text.slice(0, 200) });
}

/** Whether a meaning was refused. */
export function isRefusal(value: unknown): value is RowRefusal {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "refused";
}
