import type { ResultUnit, ViralLoad } from "./measurement";

/** Why a measurement has neither a number nor a limit in copies/mL. */
export type NoCopiesReason = "not-detected" | "rejected" | "failed" | "pending" | "limit-unknown" | "factor-unknown";

/** What a measurement says in copies/mL. A limit is where the value lies below or above; it is never the value. */
export type CopiesReading =
  | { readonly kind: "copies"; readonly value: number }
  | {
      readonly kind: "censored";
      readonly side: "below" | "above";
      readonly limit: number;
      /** Whether the value may equal the limit. */
      readonly inclusive: boolean;
    }
  | { readonly kind: "none"; readonly reason: NoCopiesReason };

/** What conversion needs of an assay. */
export interface AssayFactor {
  /** International units in one copy; null where nobody has said. */
  readonly iuPerCopy: number | null;
}

/** Results are printed with two or three decimals of a logarithm; twelve are past any of them and inside a double. */
const LOG_STEPS = 1e12;
/** Past this a power of ten is no number of a double any more. */
const LARGEST_LOG10 = 300;
/** Significant digits of copies that are kept: 13, so 12 after the first. */
const DIGITS_AFTER_FIRST = 12;

/** The nearest number of few digits: what was meant where the last bit of a double is off. Nothing is shown from it. */
function nearestShort(number: number, steps: number): number {
  return Math.round(number * steps) / steps;
}

/**
 * log10 of copies/mL. Exact inverse of `copiesFromLog10`: there and back is the same number for copies of up to 13
 * significant digits (from a millionth of one on), and for logarithms of up to 12 decimals.
 * @throws RangeError unless the copies are positive and finite.
 */
export function log10FromCopies(copies: number): number {
  if (!(copies > 0 && copies < Number.POSITIVE_INFINITY)) throw new RangeError(`No logarithm of ${copies}`);
  const exact = Math.log10(copies);
  const short = nearestShort(exact, LOG_STEPS);
  return 10 ** short === copies ? short : exact;
}

/**
 * Copies/mL of a log10. See `log10FromCopies`.
 * @throws RangeError unless the result is positive and finite.
 */
export function copiesFromLog10(log10: number): number {
  const exact = 10 ** log10;
  if (!(exact > 0 && exact < Number.POSITIVE_INFINITY)) throw new RangeError(`No copies of 10^${log10}`);
  const short = nearestShort(exact, 10 ** Math.max(0, DIGITS_AFTER_FIRST - Math.floor(log10)));
  return Math.log10(short) === log10 ? short : exact;
}

/**
 * Copies/mL of a number in a unit; null where the unit is IU/mL and the assay gives no factor, or where it has no
 * finite positive number of copies.
 */
export function amountInCopies(value: string, unit: ResultUnit, assay?: AssayFactor | null): number | null {
  const number = Number(value);
  if (unit === "log10-copies-per-ml") return Math.abs(number) <= LARGEST_LOG10 ? copiesFromLog10(number) : null;
  if (!(number > 0)) return null;
  if (unit === "copies-per-ml") return number;
  const factor = assay?.iuPerCopy ?? null;
  return factor === null ? null : number / factor;
}

/**
 * What a measurement says in copies/mL: the number, the limit it lies beyond, or why there is neither. A limit that was
 * not printed is the one recorded with the result. IU/mL without the assay's factor is refused, never taken for copies.
 */
export function copiesPerMl(measurement: ViralLoad, assay?: AssayFactor | null): CopiesReading {
  switch (measurement.state) {
    case "quantified": {
      const value = amountInCopies(measurement.value, measurement.unit, assay);
      return value === null ? { kind: "none", reason: "factor-unknown" } : { kind: "copies", value };
    }
    case "below-quantification":
      return censored(measurement, "below", measurement.lowerLimitCopiesPerMl, assay);
    case "above-upper":
      return censored(measurement, "above", measurement.upperLimitCopiesPerMl, assay);
    case "not-detected":
    case "rejected":
    case "failed":
    case "pending":
      return { kind: "none", reason: measurement.state };
  }
}

function censored(
  { comparator, value, unit }: Extract<ViralLoad, { readonly state: "below-quantification" | "above-upper" }>,
  side: "below" | "above",
  recordedLimit: number | null,
  assay: AssayFactor | null | undefined,
): CopiesReading {
  const inclusive = comparator === "<=" || comparator === ">=";
  if (value === null || unit === null) {
    if (recordedLimit === null) return { kind: "none", reason: "limit-unknown" };
    return { kind: "censored", side, limit: recordedLimit, inclusive };
  }
  const limit = amountInCopies(value, unit, assay);
  if (limit === null) return { kind: "none", reason: "factor-unknown" };
  return { kind: "censored", side, limit, inclusive };
}
