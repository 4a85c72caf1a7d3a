import { type AmountOutcome, type AmountReading, readAmount } from "./amount-readings";
import { type Assay, assayLimits } from "./assay";
import { log10FromCopies } from "./copies";
import type { Comparator, ResultState } from "./measurement";
import { normalisePrint } from "./normalise-print";
import { readPair } from "./pair-readings";
import { gatherFacts, type PrintedAmount, type PrintedFacts } from "./printed-facts";
import { asked, bareReading, type ParsedResult, type Reading, understood, unparsed } from "./reading";
import { scanPrint } from "./scan-print";

export interface ParseOptions {
  /** The assay the result came from: its unit, its limits, and what its laboratory means by "<". */
  readonly assay?: Assay | null;
}

/** Longer than anything a result field holds; what is longer is not one. */
const LONGEST = 200;
/** Prints of a limit are rounded to two decimals of a logarithm. */
const SAME_LIMIT_LOG10 = 0.01;
/** No published assay stops counting below this; a smaller number after ">" is a threshold, not an upper limit. */
const LEAST_UPPER_LIMIT = 100_000;
const DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * Reads what a laboratory printed or a person typed as a viral load. What can be read in more than one way is returned
 * as a question with the readings to choose from; what is not understood to the last character is not understood at
 * all. Never throws, and never gives a number that is not in the text.
 */
export function parseResult(text: string, { assay = null }: ParseOptions = {}): ParsedResult {
  if (text.length > LONGEST) return unparsed("unknown");
  const print = normalisePrint(text);
  if (print === "") return unparsed("empty");
  const pieces = scanPrint(print);
  if (pieces === null) return unparsed("unknown");
  const facts = gatherFacts(pieces);
  if (typeof facts === "string") return unparsed(facts);
  return decide(facts, assay);
}

function decide(facts: PrintedFacts, assay: Assay | null): ParsedResult {
  const { amounts, says } = facts;
  for (const state of ["pending", "failed", "rejected"] as const) {
    if (!says.has(state)) continue;
    return says.size > 1 || amounts.length > 0 ? unparsed("contradiction") : asked("no-result", [bareReading(state)]);
  }
  if (says.has("not-detected-or-not-done")) {
    if (says.size > 1 || amounts.length > 0) return unparsed("contradiction");
    return asked("not-detected-or-not-done", [bareReading("not-detected")]);
  }
  const [first, second, ...others] = amounts;
  if (first === undefined) return decideWords(facts, assay);
  if (isDate(first)) return unparsed("date");
  if (others.length > 0) return unparsed("several-numbers");
  const isLimit = first.isLimit || (second?.isLimit ?? false);
  if (second === undefined) return decideAmount(first.comparator, readAmount(first, assay), isLimit, facts, assay);
  const pair = readPair(first, second, assay);
  if (pair === "contradicting-signs") return unparsed("signs");
  if (pair === null) return unparsed("several-numbers");
  return decideAmount(pair.comparator, pair.amount, isLimit, facts, assay);
}

type Says = PrintedFacts["says"];

/** Eight digits that are a day of these centuries, with no unit to say that they are something else. */
function isDate({ number, unit }: PrintedAmount): boolean {
  return unit === null && number.kind === "plain" && DATE.test(number.text);
}

function decideWords({ says, isEitherOr }: PrintedFacts, assay: Assay | null): ParsedResult {
  if (contradicts(says)) return unparsed("contradiction");
  const limits = assay === null ? null : assayLimits(assay);
  const below: Reading = { ...bareReading("below-quantification", "<"), copiesPerMl: limits?.lower ?? null };
  if (says.has("not-detected")) {
    const orBelow = isEitherOr && (says.has("below-quantification") || says.has("below-detection"));
    const readings = [below, bareReading("not-detected")];
    return orBelow ? asked("below-or-not-detected", readings) : understood(bareReading("not-detected"));
  }
  if (says.has("negative")) return asked("negative", [bareReading("not-detected")]);
  if (says.has("above-upper")) {
    return understood({ ...bareReading("above-upper", ">"), copiesPerMl: limits?.upper ?? null });
  }
  const isBelow = says.has("below-quantification") || says.has("below-detection");
  if (says.has("not-quantified") || (says.has("detected") && isBelow)) return understood(below);
  if (isBelow) return belowOrNot(below, says.has("below-detection") ? bareReading("not-detected") : below, assay);
  if (says.has("detected")) return asked("detected-without-number", [below]);
  return unparsed("no-statement");
}

/** Found and not found at once: an unticked form, or two results in one cell. */
function contradicts(says: Says): boolean {
  const found = says.has("detected") || says.has("not-quantified") || says.has("above-upper");
  const notFound = says.has("not-detected") || says.has("negative");
  const tooLittle = says.has("not-quantified") || says.has("below-quantification") || says.has("below-detection");
  return (found && notFound) || (says.has("above-upper") && tooLittle);
}

function decideAmount(
  comparator: Comparator | null,
  amount: AmountOutcome,
  isLimit: boolean,
  facts: PrintedFacts,
  assay: Assay | null,
): ParsedResult {
  const { says } = facts;
  if (contradicts(says)) return unparsed("contradiction");
  if (amount.kind === "too-large") return unparsed("too-large");
  const saysBelow = says.has("not-quantified") || says.has("below-quantification") || says.has("below-detection");
  const isUnder = comparator === "<" || comparator === "<=";
  if (amount.kind === "zero") {
    if (comparator !== null || isLimit || says.size > 0) return unparsed("not-positive");
    return asked("zero", [bareReading("not-detected")]);
  }
  if (says.has("not-detected") || says.has("negative")) {
    return besideNotDetected(comparator, amount, isUnder || (isLimit && comparator === null), facts, assay);
  }
  if (saysBelow && !isUnder && !(isLimit && comparator === null)) return unparsed("contradiction");
  if (says.has("above-upper") && (isUnder || (comparator === null && !isLimit))) return unparsed("contradiction");
  // A limit with its name, and nothing said about the result.
  if (isLimit && !saysBelow && !says.has("above-upper")) return unparsed("no-statement");
  const side = saysBelow || isUnder ? "<" : ">";
  const sign = comparator ?? (isLimit ? side : null);
  return decideReadings(sign, amount, says, assay);
}

function besideNotDetected(
  comparator: Comparator | null,
  amount: Exclude<AmountOutcome, { readonly kind: "zero" | "too-large" }>,
  isOnlyLimit: boolean,
  { says, isEitherOr, isUndetectable }: PrintedFacts,
  assay: Assay | null,
): ParsedResult {
  const notDetected = bareReading("not-detected");
  if (says.has("negative")) return asked("negative", [notDetected]);
  const asWritten = (sign: Comparator | null) => readingsOf(amount).map((reading) => withSign(sign, reading));
  if (isOnlyLimit) {
    const isClear = !(isEitherOr || isUndetectable) || assay?.meansOfBelow === "not-detected";
    if (isClear) return understood(notDetected);
    const readings = [...asWritten(comparator ?? "<"), notDetected];
    return asked("below-or-not-detected", readings, isEitherOr ? null : notDetected);
  }
  return asked("number-beside-not-detected", [notDetected, ...asWritten(comparator)]);
}

function decideReadings(
  sign: Comparator | null,
  amount: Exclude<AmountOutcome, { readonly kind: "zero" | "too-large" }>,
  says: Says,
  assay: Assay | null,
): ParsedResult {
  const readings = readingsOf(amount).map((reading) => withSign(sign, reading));
  const isUnder = sign === "<" || sign === "<=";
  const isFound = says.has("detected") || says.has("not-quantified");
  if (amount.kind === "several") {
    return asked(amount.question, isUnder && !isFound ? [...readings, bareReading("not-detected")] : readings);
  }
  const reading = withSign(sign, amount.reading);
  if (sign === null || (isUnder && isFound)) return understood(reading);
  if (isUnder) return belowOrNot(reading, reading, assay);
  return says.has("above-upper") ? understood(reading) : aboveOrWhat(reading, assay);
}

function readingsOf(amount: Exclude<AmountOutcome, { readonly kind: "zero" | "too-large" }>): readonly AmountReading[] {
  return amount.kind === "one" ? [amount.reading] : amount.readings;
}

const STATE_OF: Readonly<Record<Comparator, ResultState>> = {
  "<": "below-quantification",
  "<=": "below-quantification",
  ">=": "above-upper",
  ">": "above-upper",
};

function withSign(comparator: Comparator | null, { value, unit, copiesPerMl }: AmountReading): Reading {
  return { state: comparator === null ? "quantified" : STATE_OF[comparator], comparator, value, unit, copiesPerMl };
}

/** "<" and a limit: the laboratory of the assay has said what it means by that, or somebody is asked. */
function belowOrNot(below: Reading, literal: Reading, assay: Assay | null): ParsedResult {
  const notDetected = bareReading("not-detected");
  const question = asked("below-or-not-detected", [below, notDetected], literal);
  if (assay === null || !isLimitOf(below.copiesPerMl, assayLimits(assay).lower)) return question;
  switch (assay.meansOfBelow) {
    case "detected-below":
      return understood(below);
    case "not-detected":
      return understood(notDetected);
    case "ask":
      return question;
  }
}

function aboveOrWhat(above: Reading, assay: Assay | null): ParsedResult {
  const question = asked("above-what", [above], above);
  if (above.copiesPerMl === null) return question;
  const upper = assay === null ? null : assayLimits(assay).upper;
  const isUpperLimit = upper === null ? above.copiesPerMl >= LEAST_UPPER_LIMIT : isLimitOf(above.copiesPerMl, upper);
  return isUpperLimit ? understood(above) : question;
}

/** Whether a printed limit is the assay's. Where the print or the assay names none, nothing speaks against it. */
function isLimitOf(printed: number | null, limit: number | null): boolean {
  if (printed === null || limit === null) return true;
  return Math.abs(log10FromCopies(printed) - log10FromCopies(limit)) < SAME_LIMIT_LOG10;
}
