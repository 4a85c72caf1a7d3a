import type { EntryProblem } from "../laboratory/entry-problem";
import { LAB_KIND_FACTS } from "../laboratory/kinds";
import { dateProblems } from "../laboratory/result-dates";
import type { CalendarDate } from "../schedule/calendar-date";
import { type Assay, assayLimits } from "./assay";
import { amountInCopies, log10FromCopies } from "./copies";
import type { ResultUnit, ViralLoad } from "./measurement";
import { parseResult } from "./parse-result";
import type { Reading } from "./reading";

/** An earlier result of the same person. */
export interface EarlierViralLoad {
  readonly id: string;
  readonly measurement: ViralLoad;
}

export interface ViralLoadChecking {
  /** The date in the programme's time zone. */
  readonly today: CalendarDate;
  /** The assay the result names, in the edition it names; null where it names none. */
  readonly assay: Assay | null;
  /** Current results of the person, in any order. */
  readonly earlier: readonly EarlierViralLoad[];
  /** The result that a correction replaces; null for a new one. */
  readonly replacesId: string | null;
  /** Its print was read with what a file says of units and decimals, and cannot be read again without. */
  readonly isReadByFile?: boolean;
}

/** Why a viral load cannot be saved; empty when it can. Rules are stable names, values are what their messages need. */
export function viralLoadProblems(measurement: ViralLoad, checking: ViralLoadChecking): readonly EntryProblem[] {
  return [
    ...dateProblems(measurement, checking.today),
    ...numberProblems(measurement, checking.assay),
    ...assayProblems(measurement, checking.assay),
    ...(checking.isReadByFile === true ? [] : printProblems(measurement, checking.assay)),
    ...duplicateProblems(measurement, checking),
  ];
}

function numberProblems(measurement: ViralLoad, assay: Assay | null): readonly EntryProblem[] {
  if (!("value" in measurement)) return [];
  const { value, unit } = measurement;
  if (value === null || unit === null) {
    return value === unit ? [] : [{ field: value === null ? "value" : "unit", rule: "number-and-unit", values: {} }];
  }
  if (!(Number(value) > 0)) return [{ field: "value", rule: "not-positive", values: { value } }];
  const copies = amountInCopies(value, unit, unit === "iu-per-ml" ? { iuPerCopy: assay?.iuPerCopy ?? 1 } : null);
  const { high } = LAB_KIND_FACTS["viral-load"].possible;
  if (copies === null || copies > high) return [{ field: "value", rule: "too-large", values: { high } }];
  return measurement.state === "quantified" && assay !== null ? rangeProblems(value, unit, assay) : [];
}

/** A number outside what the assay can count was read wrongly, or has lost its "<" or ">". */
function rangeProblems(value: string, unit: ResultUnit, assay: Assay): readonly EntryProblem[] {
  const { lower, upper } = limitsIn(unit, assay);
  const step = 10 ** -(value.split(".")[1] ?? "").length;
  const number = Number(value);
  // 1.60 log10 is 39.8 copies/mL and still at a limit of 40: half a step of the last printed decimal is rounding.
  const rounding = unit === "log10-copies-per-ml" ? step / 2 : 0;
  if (lower !== null && number < lower - rounding) {
    return [{ field: "value", rule: "below-range", values: { limit: lower, unit } }];
  }
  if (upper !== null && number > upper + rounding) {
    return [{ field: "value", rule: "above-range", values: { limit: upper, unit } }];
  }
  return [];
}

/** The assay's range in the unit of a result; unknown where that would take a factor nobody has given. */
function limitsIn(unit: ResultUnit, assay: Assay): { readonly lower: number | null; readonly upper: number | null } {
  if (unit === assay.unit) return { lower: assay.lowerLimit, upper: assay.upperLimit };
  const { lower, upper } = assayLimits(assay);
  const converted = (copies: number | null): number | null => {
    if (copies === null || unit === "copies-per-ml") return copies;
    if (unit === "log10-copies-per-ml") return log10FromCopies(copies);
    return assay.iuPerCopy === null ? null : copies * assay.iuPerCopy;
  };
  return { lower: converted(lower), upper: converted(upper) };
}

function assayProblems(measurement: ViralLoad, assay: Assay | null): readonly EntryProblem[] {
  if (assay === null || assay.specimen === measurement.specimen) return [];
  return [{ field: "specimen", rule: "specimen-of-assay", values: { specimen: assay.specimen } }];
}

/**
 * What is said of a result has to be one way of reading its print, whoever read it: a number where the state says that none
 * was found, another number, a print that says nothing anybody understands. A bare number may be the limit that the state
 * says it is; a specimen without a result may carry any words.
 */
function printProblems(measurement: ViralLoad, assay: Assay | null): readonly EntryProblem[] {
  const { state, asPrinted } = measurement;
  if (asPrinted === null || state === "rejected" || state === "failed" || state === "pending") return [];
  const parsed = parseResult(asPrinted, { assay });
  if (parsed.kind === "unparsed") return [{ field: "value", rule: "print-not-read", values: { print: asPrinted } }];
  const readings = parsed.kind === "understood" ? [parsed] : parsed.readings;
  const [first] = readings;
  if (readings.some((reading) => isReadAs(reading, measurement))) return [];
  const isFoundNot = state === "not-detected" && first !== undefined && first.state !== "not-detected";
  if (isFoundNot) return [{ field: "state", rule: "number-in-not-detected", values: { printed: first.state } }];
  return [{ field: "value", rule: "print-differs", values: { print: asPrinted } }];
}

function isReadAs(reading: Reading, measurement: ViralLoad): boolean {
  const { state } = measurement;
  const isLimit = state === "below-quantification" || state === "above-upper";
  if (reading.state !== state && !(isLimit && reading.state === "quantified")) return false;
  const value = "value" in measurement ? measurement.value : null;
  if (reading.value === null) return true;
  // A limit that nobody stated is no reading of a bare number.
  if (value === null) return reading.state === state;
  return Number(reading.value) === Number(value) && "unit" in measurement && reading.unit === measurement.unit;
}

function duplicateProblems(
  { collectedOn, assay }: ViralLoad,
  { earlier, replacesId }: ViralLoadChecking,
): readonly EntryProblem[] {
  const isTwice = earlier.some(
    ({ id, measurement }) =>
      id !== replacesId && measurement.collectedOn === collectedOn && measurement.assay?.key === assay?.key,
  );
  return isTwice ? [{ field: "collectedOn", rule: "duplicate", values: { date: collectedOn } }] : [];
}
