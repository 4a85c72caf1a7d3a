import { type AmountOutcome, type AmountReading, readingOf, textsOf } from "./amount-readings";
import type { Assay } from "./assay";
import { log10FromCopies } from "./copies";
import type { Comparator } from "./measurement";
import type { PrintedAmount } from "./printed-facts";

/** Two numbers that are said to be the same result, and the comparison that holds for it. */
export interface PairOutcome {
  readonly comparator: Comparator | null;
  readonly amount: AmountOutcome;
}

/**
 * Copies and their logarithm printed together, in either order: "20000 copies/mL (4.30 log)", "< 20 (1.30)". They check
 * each other, and so decide what a point in one of them means. Null where they are not such a pair.
 */
export function readPair(
  first: PrintedAmount,
  second: PrintedAmount,
  assay: Assay | null,
): PairOutcome | "contradicting-signs" | null {
  const comparator = first.comparator ?? second.comparator;
  // The second may leave the sign out, as in "< 20 (1.30)"; "20 (< 1.30)" and two different signs say two things.
  const agree = second.comparator === null || second.comparator === first.comparator;
  if (!agree) return "contradicting-signs";
  const orders = [
    [first, second],
    [second, first],
  ] as const;
  for (const [copies, log] of orders) {
    if (!mayBe(copies, "copies") || !mayBe(log, "log10")) continue;
    const agreeing = agreeingReadings(copies, log, assay);
    const [only, ...others] = agreeing;
    if (only !== undefined && others.length === 0) return { comparator, amount: { kind: "one", reading: only } };
    if (copies.unit === "copies" && log.unit === "log10") {
      return { comparator, amount: contradiction(copies, log, assay) };
    }
  }
  return null;
}

function mayBe(amount: PrintedAmount, unit: "copies" | "log10"): boolean {
  return amount.unit === null || amount.unit === unit;
}

/** Readings of the copies for which some reading of the logarithm is theirs. */
function agreeingReadings(copies: PrintedAmount, log: PrintedAmount, assay: Assay | null): readonly AmountReading[] {
  return textsOf(copies.number).flatMap((text) => {
    const reading = readingOf(text, "copies-per-ml", assay);
    if (reading === null || reading.copiesPerMl === null) return [];
    const exact = log10FromCopies(reading.copiesPerMl);
    return textsOf(log.number).some((printed) => isItsLogarithm(printed, exact)) ? [reading] : [];
  });
}

/** Sums of decimal fractions are off in the last bit. */
const NOISE = 1e-9;

/** Printed logarithms are rounded, or cut off after their last decimal, of which there is at least one. */
function isItsLogarithm(printed: string, exact: number): boolean {
  const decimals = printed.split(".")[1] ?? "";
  const step = 10 ** -decimals.length;
  const missing = exact - Number(printed);
  return /^\d+$/.test(decimals) && missing > -step / 2 - NOISE && missing < step - NOISE;
}

function contradiction(copies: PrintedAmount, log: PrintedAmount, assay: Assay | null): AmountOutcome {
  const readings = [
    ...textsOf(copies.number).flatMap((text) => readingOf(text, "copies-per-ml", assay) ?? []),
    ...textsOf(log.number).flatMap((text) => readingOf(text, "log10-copies-per-ml", assay) ?? []),
  ];
  return { kind: "several", question: "pair-contradicts", readings };
}
