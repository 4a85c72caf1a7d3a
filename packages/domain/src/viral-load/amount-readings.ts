import type { Assay } from "./assay";
import { amountInCopies } from "./copies";
import type { ResultUnit } from "./measurement";
import type { PrintedAmount } from "./printed-facts";
import type { PrintedNumber } from "./printed-number";
import type { QuestionCode } from "./reading";

/** One way of reading a number: its text, unit and copies/mL. */
export interface AmountReading {
  readonly value: string;
  readonly unit: ResultUnit;
  /** Null only in IU/mL without a factor. */
  readonly copiesPerMl: number | null;
}

export type AmountOutcome =
  | { readonly kind: "one"; readonly reading: AmountReading }
  | { readonly kind: "several"; readonly question: QuestionCode; readonly readings: readonly AmountReading[] }
  | { readonly kind: "zero" }
  | { readonly kind: "too-large" };

/** No result has ten digits or a logarithm of nine: those are telephone numbers and codes. */
const TOO_MANY_COPIES = 1e9;
const TOO_LARGE_LOG = 9;
/** Under this, a number without a unit is as likely a logarithm. */
const LIKELY_LOG = 8;

/** Every text a number can stand for. */
export function textsOf(number: PrintedNumber): readonly string[] {
  switch (number.kind) {
    case "plain":
      return [number.text];
    case "grouped-or-decimal":
      return [number.grouped, number.decimal];
    case "power-unclear":
      return number.texts;
  }
}

/** A text in a unit, or null where it cannot be a result: zero or too large. */
export function readingOf(value: string, unit: ResultUnit, assay: Assay | null): AmountReading | null {
  const number = Number(value);
  if (number === 0 || number >= (unit === "log10-copies-per-ml" ? TOO_LARGE_LOG : TOO_MANY_COPIES)) return null;
  return { value, unit, copiesPerMl: amountInCopies(value, unit, assay) };
}

/** What an amount that stands alone can mean. */
export function readAmount({ number, unit }: PrintedAmount, assay: Assay | null): AmountOutcome {
  const texts = textsOf(number);
  if (texts.some((text) => Number(text) === 0)) return { kind: "zero" };
  switch (unit) {
    case "log10":
      return choose(number, readingsIn(texts, "log10-copies-per-ml", assay));
    case "copies":
      return choose(number, readingsIn(texts, "copies-per-ml", assay));
    case "iu":
      return inInternationalUnits(number, readingsIn(texts, "iu-per-ml", assay));
    case null:
      return withoutUnit(number, texts, assay);
  }
}

function readingsIn(texts: readonly string[], unit: ResultUnit, assay: Assay | null): readonly AmountReading[] {
  return texts.flatMap((text) => readingOf(text, unit, assay) ?? []);
}

function choose(number: PrintedNumber, readings: readonly AmountReading[]): AmountOutcome {
  const [first, ...others] = readings;
  if (first === undefined) return { kind: "too-large" };
  switch (number.kind) {
    case "plain":
      return { kind: "one", reading: first };
    case "power-unclear":
      return { kind: "several", question: "power-unclear", readings };
    case "grouped-or-decimal":
      // Of a logarithm only the decimal reading is left. Copies are never printed with three decimals after a comma.
      if (others.length === 0 || (number.sign === "," && !number.isIrregular)) return { kind: "one", reading: first };
      return { kind: "several", question: "thousands-or-decimal", readings };
  }
}

function inInternationalUnits(number: PrintedNumber, readings: readonly AmountReading[]): AmountOutcome {
  const outcome = choose(number, readings);
  if (outcome.kind !== "one" || outcome.reading.copiesPerMl !== null) return outcome;
  return { kind: "several", question: "iu-without-factor", readings: [outcome.reading] };
}

function withoutUnit(number: PrintedNumber, texts: readonly string[], assay: Assay | null): AmountOutcome {
  if (assay?.unit === "iu-per-ml") return inInternationalUnits(number, readingsIn(texts, "iu-per-ml", assay));
  const asCopies = readingsIn(texts, "copies-per-ml", assay);
  switch (number.kind) {
    case "power-unclear":
      return choose(number, asCopies);
    case "plain": {
      const isSmall = Number(number.text) < LIKELY_LOG && !number.text.includes("E");
      if (!isSmall) return choose(number, asCopies);
      const asLog = readingsIn(texts, "log10-copies-per-ml", assay);
      if (assay?.unit === "log10-copies-per-ml") return choose(number, asLog);
      return { kind: "several", question: "log-or-copies", readings: [...asLog, ...asCopies] };
    }
    case "grouped-or-decimal": {
      const asLog = readingsIn(texts, "log10-copies-per-ml", assay);
      const reportsLogs = assay?.unit === "log10-copies-per-ml" && asLog.length > 0;
      if (reportsLogs && number.sign === ".") return choose(number, asLog);
      if (number.isIrregular || (!reportsLogs && number.sign === ",")) return choose(number, asCopies);
      return { kind: "several", question: "thousands-or-decimal", readings: [...asCopies, ...asLog] };
    }
  }
}
