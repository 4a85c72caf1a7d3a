import type { LabKind } from "@alongside/domain/laboratory/kinds";
import type { Assay } from "@alongside/domain/viral-load/assay";
import type { Comparator, ResultState } from "@alongside/domain/viral-load/measurement";
import { parseResult } from "@alongside/domain/viral-load/parse-result";
import {
  bareReading,
  type ParsedResult,
  type QuestionCode,
  type Reading,
  type UnparsedReason,
} from "@alongside/domain/viral-load/reading";
import { parseQuantity } from "./parse-quantity";

/** What the state and the print of a row say together. */
export type RowReading =
  /** Nothing stands there yet. */
  | { readonly kind: "nothing" }
  | { readonly kind: "read"; readonly reading: Reading }
  /** The print can mean more than one thing: somebody chooses. */
  | { readonly kind: "question"; readonly question: QuestionCode | "grouping"; readonly choices: readonly Reading[] }
  | { readonly kind: "unparsed"; readonly reason: UnparsedReason | "quantity" }
  /** The state says one thing and the print another. */
  | { readonly kind: "differs"; readonly printed: ResultState }
  /** The state needs a number. */
  | { readonly kind: "number-needed" };

export interface ToRead {
  readonly kind: LabKind;
  /** One of RESULT_STATES; empty while nobody has said. */
  readonly state: ResultState | "";
  readonly print: string;
  readonly chosen: number | null;
  readonly assay: Assay | null;
}

const WITHOUT_RESULT: readonly string[] = ["rejected", "failed", "pending"];

/**
 * Reads a row. The state comes first: it answers a question about the print where only one of the readings has it, and
 * turns a bare number into the limit it stands for. It never overrules what is printed.
 */
export function readRow(given: ToRead): RowReading {
  const { kind, state, print, chosen } = given;
  if (print.trim() === "") return state === "" ? { kind: "nothing" } : stateAlone(state, kind);
  const parsed = kind === "viral-load" ? parseResult(print, { assay: given.assay }) : quantityPrint(print, kind);
  const reading = ofState(parsed, state);
  if (reading.kind !== "question" || chosen === null) return reading;
  const choice = reading.choices[chosen];
  return choice === undefined ? reading : { kind: "read", reading: choice };
}

function stateAlone(state: ResultState, kind: LabKind): RowReading {
  if (state === "quantified") return { kind: "number-needed" };
  const isLimit = state === "below-quantification" || state === "above-upper";
  if (isLimit && kind !== "viral-load") return { kind: "number-needed" };
  return { kind: "read", reading: bareReading(state, isLimit ? signOf(state) : null) };
}

type Print = ParsedResult | { readonly kind: "quantity"; readonly readings: readonly Reading[] };

function quantityPrint(print: string, kind: Exclude<LabKind, "viral-load">): Print {
  const parsed = parseQuantity(print, kind);
  if (parsed.kind === "unparsed") return { kind: "quantity", readings: [] };
  const comparator = parsed.kind === "understood" ? parsed.comparator : null;
  const values = parsed.kind === "understood" ? [parsed.value] : parsed.values;
  const state =
    comparator === null ? "quantified" : comparator.startsWith("<") ? "below-quantification" : "above-upper";
  const readings = values.map((value): Reading => ({ state, comparator, value, unit: null, copiesPerMl: null }));
  return { kind: "quantity", readings };
}

function ofState(parsed: Print, state: ResultState | ""): RowReading {
  switch (parsed.kind) {
    case "unparsed":
      // The words beside a specimen that gave no result are kept as they stand.
      return WITHOUT_RESULT.includes(state) ? said(bareReading(state as ResultState)) : parsed;
    case "understood":
      return agreeing([parsed], state) ?? { kind: "differs", printed: parsed.state };
    case "question": {
      const choices = state === "" ? parsed.readings : (agreeingReadings(parsed.readings, state) ?? []);
      const [only, ...others] = choices;
      if (state !== "" && only !== undefined && others.length === 0) return said(only);
      if (state !== "" && only === undefined) return withoutChoice(parsed, state);
      return { kind: "question", question: parsed.question, choices };
    }
    case "quantity": {
      const [first, ...others] = parsed.readings;
      if (first === undefined) return { kind: "unparsed", reason: "quantity" };
      const reading = agreeing(parsed.readings, state);
      if (reading === null) return { kind: "differs", printed: first.state };
      return others.length === 0
        ? reading
        : { kind: "question", question: "grouping", choices: agreeingReadings(parsed.readings, state) ?? [] };
    }
  }
}

/** A print that means nothing by itself ("invalid", "sample received") beside a state that says what it is. */
function withoutChoice(parsed: Extract<ParsedResult, { readonly kind: "question" }>, state: ResultState): RowReading {
  if (parsed.readings.length === 0) return { kind: "question", question: parsed.question, choices: [] };
  const [first] = parsed.readings;
  return { kind: "differs", printed: first?.state ?? state };
}

function said(reading: Reading): RowReading {
  return { kind: "read", reading };
}

function agreeing(readings: readonly Reading[], state: ResultState | ""): RowReading | null {
  const [first] = agreeingReadings(readings, state) ?? [];
  return first === undefined ? null : said(first);
}

/** The readings in the state that was said; a bare number beside "below" or "above" is the limit. */
function agreeingReadings(readings: readonly Reading[], state: ResultState | ""): readonly Reading[] | null {
  if (state === "") return readings;
  const found = readings.flatMap((reading): Reading[] => {
    if (reading.state === state) return [reading];
    const isLimit = state === "below-quantification" || state === "above-upper";
    return isLimit && reading.state === "quantified" ? [{ ...reading, state, comparator: signOf(state) }] : [];
  });
  return found.length === 0 ? null : found;
}

function signOf(state: ResultState): Comparator {
  return state === "below-quantification" ? "<" : ">";
}
