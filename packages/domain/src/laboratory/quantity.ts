import { z } from "zod";
import { type CalendarDate, isCalendarDate } from "../schedule/calendar-date";
import type { TimepointWindow } from "../schedule/timepoint-window";
import { REJECTION_CODES, TEST_FAILURE_CODES } from "../viral-load/no-result-reasons";
import type { EntryProblem, EntryWarning } from "./entry-problem";
import { LAB_KIND_FACTS, type LabKindFacts, QUANTITY_KINDS } from "./kinds";
import { dateProblems } from "./result-dates";

const calendarDate = z.string().refine(isCalendarDate, { error: "date" });
const dateOrNull = calendarDate.nullable();
const amount = z.string().regex(/^-?\d{1,15}(\.\d{1,15})?$/);
const common = {
  kind: z.enum(QUANTITY_KINDS),
  collectedOn: calendarDate,
  receivedOn: dateOrNull,
  testedOn: dateOrNull,
  returnedOn: dateOrNull,
  /** What stood on the paper or in the file; null where it was never text. */
  asPrinted: z.string().max(200).nullable(),
};

/** A laboratory quantity other than viral load, as it was reported, in the unit of its kind. */
export const quantitySchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("quantified"), ...common, value: amount, comparator: z.null() }),
  z.strictObject({
    state: z.literal("below-quantification"),
    ...common,
    value: amount,
    comparator: z.enum(["<", "<="]),
  }),
  z.strictObject({ state: z.literal("above-upper"), ...common, value: amount, comparator: z.enum([">", ">="]) }),
  z.strictObject({ state: z.literal("rejected"), ...common, rejectionCode: z.enum(REJECTION_CODES) }),
  z.strictObject({ state: z.literal("failed"), ...common, failureCode: z.enum(TEST_FAILURE_CODES) }),
  z.strictObject({ state: z.literal("pending"), ...common }),
]);
export type LabQuantity = z.infer<typeof quantitySchema>;

/** An earlier result of the same person. */
export interface EarlierQuantity {
  readonly id: string;
  readonly quantity: LabQuantity;
}

/** Why a quantity cannot be saved; empty when it can. `replacesId` is the result that a correction replaces. */
export function quantityProblems(
  quantity: LabQuantity,
  {
    today,
    earlier,
    replacesId,
  }: { readonly today: CalendarDate; readonly earlier: readonly EarlierQuantity[]; readonly replacesId: string | null },
): readonly EntryProblem[] {
  const { kind, collectedOn } = quantity;
  const isTwice = earlier.some(
    (one) => one.id !== replacesId && one.quantity.kind === kind && one.quantity.collectedOn === collectedOn,
  );
  return [
    ...dateProblems(quantity, today),
    ...("value" in quantity ? valueProblems(quantity.value, LAB_KIND_FACTS[kind]) : []),
    ...(isTwice ? [{ field: "collectedOn", rule: "duplicate", values: { date: collectedOn } }] : []),
  ];
}

function valueProblems(value: string, { possible, decimals }: LabKindFacts): readonly EntryProblem[] {
  const number = Number(value);
  const problems: EntryProblem[] = [];
  if (number < possible.low || number > possible.high) {
    problems.push({ field: "value", rule: "impossible", values: { low: possible.low, high: possible.high } });
  }
  if ((value.split(".")[1] ?? "").length > decimals) {
    problems.push({ field: "value", rule: "too-many-decimals", values: { decimals } });
  }
  return problems;
}

/** Everything that needs a reason, for quantities. */
export const QUANTITY_CHECKS = ["implausible", "outside-window"] as const;
export type QuantityCheck = (typeof QUANTITY_CHECKS)[number];

/** What is possible and unlikely about a quantity. The window is the timepoint's it is entered for; null for none. */
export function quantityWarnings(
  quantity: LabQuantity,
  { window }: { readonly window: TimepointWindow | null },
): readonly EntryWarning<QuantityCheck>[] {
  const warnings: EntryWarning<QuantityCheck>[] = [];
  if ("value" in quantity) {
    const { low, high } = LAB_KIND_FACTS[quantity.kind].plausible;
    const number = Number(quantity.value);
    if (number < low || number > high) warnings.push({ check: "implausible", values: { low, high } });
  }
  if (window !== null && (quantity.collectedOn < window.opensOn || quantity.collectedOn > window.closesOn)) {
    const { opensOn, closesOn } = window;
    warnings.push({ check: "outside-window", values: { opensOn, closesOn } });
  }
  return warnings;
}
