import type { Instrument } from "./instrument";
import type { MissingRule, Scale } from "./scale";

/**
 * How many answers a scale needs from a person to whom only some of its items apply: the declared share of them, rounded
 * up, and at least one.
 */
export function answersNeeded(minimumAnswered: number, itemsInScale: number, itemsApplicable: number): number {
  if (itemsApplicable === itemsInScale) return minimumAnswered;
  return Math.max(1, Math.ceil((minimumAnswered * itemsApplicable) / itemsInScale));
}

/**
 * The rule as one identifier, stored with every score: "7-of-9/person-mean/nearest-integer". An instrument with a rule
 * for the whole sheet puts it first: "25-of-31-on-sheet/2-of-4/person-mean".
 */
export function missingRuleId(instrument: Instrument, scale: Scale): string {
  if (scale.formula.kind === "composite") return `all-${scale.formula.scales.length}-parts`;
  const { minimumAnswered, substitute, rounding }: MissingRule = scale.missing;
  const { sheetMinimumAnswered, items } = instrument;
  const sheet = sheetMinimumAnswered === undefined ? [] : [`${sheetMinimumAnswered}-of-${items.length}-on-sheet`];
  const parts = [...sheet, `${minimumAnswered}-of-${scale.items.length}`];
  if (scale.formula.kind === "criteria") parts.push("any-criterion");
  if (substitute !== "none") parts.push(substitute);
  if (rounding !== "none") parts.push(rounding);
  return parts.join("/");
}

/** Half up, as paper scoring sheets do: 4.5 becomes 5 and -4.5 becomes -4. */
export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5);
}
