import type { Answers } from "./answers";
import { conditionHolds } from "./applicability";
import type { Instrument } from "./instrument";
import type { Item } from "./item";
import { valueRange } from "./item-value";
import type { Formula } from "./scale";
import type { NotApplicableReason } from "./score-outcome";

/** The formulae that work on the answered items of one scale. */
export type ItemFormula = Exclude<Formula, { kind: "composite" }>;

/** What a formula is given: the answered items with their values after reversing, and how many items apply. */
export interface FormulaInput {
  readonly instrument: Instrument;
  readonly answered: readonly { readonly item: Item; readonly value: number }[];
  readonly itemsApplicable: number;
  /** Missing items count as zero rather than as the person's mean. */
  readonly missingAsZero: boolean;
  /** As entered, to the items that apply. */
  readonly answers: Answers;
}

export type FormulaResult =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "none"; readonly why: NotApplicableReason };

function number(value: number): FormulaResult {
  return { kind: "number", value };
}

/**
 * A sum over all applicable items. With missing items it is prorated, `items x sum / answered`, in this order of
 * operations: sums of whole numbers stay exact, so that a half is a half when it is rounded.
 */
function total(input: FormulaInput, of: (value: number, item: Item) => number): number {
  let sum = 0;
  for (const { item, value } of input.answered) sum += of(value, item);
  if (input.missingAsZero || input.answered.length === input.itemsApplicable) return sum;
  return (input.itemsApplicable * sum) / input.answered.length;
}

function sumOf(input: FormulaInput, ids: readonly string[]): number {
  let sum = 0;
  for (const { item, value } of input.answered) if (ids.includes(item.id)) sum += value;
  return sum;
}

function atOrUnder(formula: Extract<Formula, { kind: "at-or-under" }>, answers: Answers): FormulaResult {
  const comparator = answers[formula.comparator];
  const quantity = answers[formula.quantity];
  // 4 = not detected: under every threshold, whatever the quantity field says.
  if (comparator === 4) return number(1);
  if (typeof quantity !== "number") return { kind: "none", why: "undecided-by-limit" };
  if (comparator === 1) return number(quantity <= formula.threshold ? 1 : 0);
  // 2 = below a limit, which decides only thresholds at or over that limit.
  if (comparator === 2 && quantity <= formula.threshold) return number(1);
  // 3 = above a limit, which decides only thresholds at or under that limit.
  if (comparator === 3 && quantity >= formula.threshold) return number(0);
  return { kind: "none", why: "undecided-by-limit" };
}

/** Applies one formula. The caller has checked that enough items are answered. */
export function applyFormula(formula: ItemFormula, input: FormulaInput): FormulaResult {
  const identity = (value: number) => value;
  switch (formula.kind) {
    case "value":
      return number(total(input, identity));
    case "sum":
      return number(total(input, identity) * (formula.multiply ?? 1));
    case "mean":
      return number((total(input, identity) * (formula.multiply ?? 1)) / input.itemsApplicable);
    case "percent-of-range": {
      const stretched = total(input, (value, item) => {
        const { minimum, maximum } = valueRange(input.instrument, item);
        return (100 * (value - minimum)) / (maximum - minimum);
      });
      return number(stretched / input.itemsApplicable);
    }
    case "weighted":
      return number(formula.constant + total(input, (value, item) => value * (formula.weights[item.id] ?? 0)));
    case "count":
      return number(total(input, (value) => (value >= formula.atLeast ? 1 : 0)));
    case "lookup": {
      const raw = total(input, identity);
      const row = formula.table.find((candidate) => candidate.raw === raw);
      return row === undefined ? { kind: "none", why: "not-in-table" } : number(row.score);
    }
    case "categories": {
      const raw = total(input, identity);
      const row = formula.rows.findLast((candidate) => candidate.from <= raw);
      return row === undefined ? { kind: "none", why: "not-in-table" } : number(row.value);
    }
    case "criteria": {
      const met = formula.conditions.some((condition) => conditionHolds(condition, input.answers));
      return number(met ? formula.whenMet : formula.whenNot);
    }
    case "ratio": {
      const denominator = sumOf(input, formula.denominator);
      if (denominator === 0) return { kind: "none", why: "denominator-zero" };
      return number((100 * sumOf(input, formula.numerator)) / denominator);
    }
    case "at-or-under":
      return atOrUnder(formula, input.answers);
  }
}
