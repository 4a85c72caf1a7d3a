import { z } from "zod";
import type { BilingualText } from "../framework/bilingual-text";
import { isCalendarDate } from "../schedule/calendar-date";
import { REJECTION_CODES, TEST_FAILURE_CODES } from "./no-result-reasons";

/** What a laboratory can say about a specimen. Stored as reported; every category is derived from it by a named rule. */
export const RESULT_STATES = [
  /** A number inside the range of the assay. */
  "quantified",
  /** Virus was found, too little of it to count. */
  "below-quantification",
  /** No virus was found. */
  "not-detected",
  /** More than the assay can count. */
  "above-upper",
  /** The laboratory did not test the specimen. */
  "rejected",
  /** It was tested, and the test gave no valid result. */
  "failed",
  /** Collected, and no result yet. */
  "pending",
] as const;
export type ResultState = (typeof RESULT_STATES)[number];

export const COMPARATORS = ["<", "<=", ">=", ">"] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const RESULT_UNITS = ["copies-per-ml", "log10-copies-per-ml", "iu-per-ml"] as const;
export type ResultUnit = (typeof RESULT_UNITS)[number];

export const SPECIMENS = ["plasma", "dried-blood-spot", "dried-plasma-spot", "whole-blood"] as const;
export type Specimen = (typeof SPECIMENS)[number];

/** Why a test was asked for: WHO SMART data element DE391, with what national forms add to it. */
export const TEST_REASONS = [
  "initial",
  "routine",
  "targeted",
  "after-counselling",
  "confirmatory",
  "pregnancy-or-breastfeeding",
  "not-stated",
] as const;
export type TestReason = (typeof TEST_REASONS)[number];

export const TEST_REASON_TEXTS = {
  initial: { en: "First test, before or at the start of treatment", zh: "首次检测（治疗前或开始治疗时）" },
  routine: { en: "Routine monitoring", zh: "常规监测" },
  targeted: { en: "Suspected treatment failure", zh: "疑似治疗失败" },
  "after-counselling": { en: "Repeat after adherence counselling", zh: "依从性咨询后复测" },
  confirmatory: { en: "Confirmation of an earlier result", zh: "确认先前结果" },
  "pregnancy-or-breastfeeding": { en: "Pregnancy or breastfeeding", zh: "妊娠或哺乳期" },
  "not-stated": { en: "Not stated", zh: "未注明" },
} as const satisfies Record<TestReason, BilingualText>;

const calendarDate = z.string().refine(isCalendarDate, { error: "date" });
const dateOrNull = calendarDate.nullable();
const limitOrNull = z.number().positive().max(1e12).nullable();
/**
 * A number as decimal text: sign and point in ASCII, no grouping, the digits that were reported. Text, because 2.0E4 and
 * 20000 say different things about precision. Signs and zero are allowed here and refused, with a reason, by the checks.
 */
const amount = z.string().regex(/^-?\d{1,15}(\.\d{1,15})?(E\d{1,2})?$/);

const common = {
  specimen: z.enum(SPECIMENS),
  assay: z.object({ key: z.string().min(1).max(80), edition: z.string().min(1).max(20) }).nullable(),
  reason: z.enum(TEST_REASONS),
  collectedOn: calendarDate,
  receivedOn: dateOrNull,
  testedOn: dateOrNull,
  returnedOn: dateOrNull,
  /** What stood on the paper or in the file, character by character; null where it was never text. */
  asPrinted: z.string().max(200).nullable(),
  lowerLimitCopiesPerMl: limitOrNull,
  upperLimitCopiesPerMl: limitOrNull,
  detectionLimitCopiesPerMl: limitOrNull,
};
const limitPrinted = { value: amount.nullable(), unit: z.enum(RESULT_UNITS).nullable() };

/**
 * One viral load as it was reported. `value` beside a comparator is the limit printed; null means the assay's own. A
 * number beside a state that has none is refused, not dropped.
 */
export const viralLoadSchema = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("quantified"),
    ...common,
    value: amount,
    unit: z.enum(RESULT_UNITS),
    comparator: z.null(),
  }),
  z.strictObject({
    state: z.literal("below-quantification"),
    ...common,
    ...limitPrinted,
    comparator: z.enum(["<", "<="]),
  }),
  z.strictObject({ state: z.literal("above-upper"), ...common, ...limitPrinted, comparator: z.enum([">", ">="]) }),
  z.strictObject({ state: z.literal("not-detected"), ...common }),
  z.strictObject({ state: z.literal("rejected"), ...common, rejectionCode: z.enum(REJECTION_CODES) }),
  z.strictObject({ state: z.literal("failed"), ...common, failureCode: z.enum(TEST_FAILURE_CODES) }),
  z.strictObject({ state: z.literal("pending"), ...common }),
]);
export type ViralLoad = z.infer<typeof viralLoadSchema>;
