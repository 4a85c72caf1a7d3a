import type { ResultUnit } from "./measurement";
import type { Reading } from "./reading";

const UNIT_TEXTS: Readonly<Record<ResultUnit, string>> = {
  "copies-per-ml": "copies/mL",
  "log10-copies-per-ml": "log10 copies/mL",
  "iu-per-ml": "IU/mL",
};

/** A reading as text that says everything, so that `parseResult` asks nothing about it and gives the same reading. */
export function printResult(reading: Reading): string {
  const amount = amountText(reading);
  switch (reading.state) {
    case "quantified":
      return amount ?? "detected";
    case "below-quantification":
      if (amount === null) return "detected, below the limit of quantification";
      return `detected, ${reading.comparator ?? "<"} ${amount}`;
    case "above-upper":
      if (amount === null) return "above the upper limit of quantification";
      return `above the upper limit of quantification: ${reading.comparator ?? ">"} ${amount}`;
    case "not-detected":
      return "not detected";
    case "rejected":
    case "failed":
    case "pending":
      return reading.state;
  }
}

function amountText({ value, unit }: Reading): string | null {
  if (value === null || unit === null) return null;
  // A point before three digits could group thousands; a power of ten, even of zero, leaves only decimals.
  const number = unit !== "log10-copies-per-ml" && /^\d{1,3}\.\d{3}$/.test(value) ? `${value}E0` : value;
  return `${number} ${UNIT_TEXTS[unit]}`;
}
