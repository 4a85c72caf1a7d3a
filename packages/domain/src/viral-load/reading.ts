import type { BilingualText } from "../framework/bilingual-text";
import type { Comparator, ResultState, ResultUnit } from "./measurement";

/** What a print can mean, in the terms a result is stored in. */
export interface Reading {
  readonly state: ResultState;
  readonly comparator: Comparator | null;
  /** The number or limit as decimal text; null where there is none. */
  readonly value: string | null;
  readonly unit: ResultUnit | null;
  /** The same in copies/mL; null where there is no number, or no factor for its unit. */
  readonly copiesPerMl: number | null;
}

/** Everything that is asked, with the words it is asked in. */
export const QUESTIONS = {
  "below-or-not-detected": {
    en: "Some laboratories print this when virus was found but too little to count, others when none was found. Which is it here?",
    zh: "有的实验室以此表示检出病毒但不足以定量，有的表示未检出。此处是哪一种？",
  },
  "above-what": {
    en: "Is this the upper limit of the assay? It is lower than any known one.",
    zh: "这是该检测的定量上限吗？它低于任何已知上限。",
  },
  "thousands-or-decimal": {
    en: "Does the last sign separate thousands or decimals?",
    zh: "最后一个符号是千位分隔还是小数点？",
  },
  "log-or-copies": {
    en: "Is this log10 copies/mL, or copies/mL? No unit is printed, and the number is small.",
    zh: "这是 log10 拷贝/mL 还是拷贝/mL？未印单位，且数值很小。",
  },
  "power-unclear": {
    en: "Which power of ten is meant?",
    zh: "指的是 10 的几次方？",
  },
  "iu-without-factor": {
    en: "This is in IU/mL. Which assay is it, and how many IU is one copy? Without its factor it is not converted.",
    zh: "单位为 IU/mL。是哪种检测，一个拷贝等于多少 IU？没有换算系数则不换算。",
  },
  "pair-contradicts": {
    en: "The number and its logarithm do not belong together. Which of them is right?",
    zh: "数值与其对数不一致。哪一个正确？",
  },
  zero: {
    en: "No assay reports zero copies. Was no virus detected?",
    zh: "没有检测会报告 0 拷贝。是未检出病毒吗？",
  },
  "number-beside-not-detected": {
    en: "“Not detected” has no number. Was virus detected?",
    zh: "“未检出”没有数值。是否检出病毒？",
  },
  "detected-without-number": {
    en: "Virus was detected. What is the number, or was there too little to count?",
    zh: "检出病毒。数值是多少，或是量太少无法定量？",
  },
  negative: {
    en: "Does “negative” mean that no virus was detected?",
    zh: "“阴性”是指未检出病毒吗？",
  },
  "not-detected-or-not-done": {
    en: "Does “ND” mean not detected, or not done?",
    zh: "“ND”是指未检出还是未检测？",
  },
  "no-result": {
    en: "This is no result. Is the specimen pending or rejected, or did the test fail?",
    zh: "这不是结果。标本是待检、被拒收，还是检测失败？",
  },
} as const satisfies Record<string, BilingualText>;
export type QuestionCode = keyof typeof QUESTIONS;

/** Why nothing was understood. */
export const UNPARSED_REASONS = {
  empty: { en: "Nothing is written.", zh: "没有内容。" },
  unknown: { en: "Some of this is not understood.", zh: "有无法理解的内容。" },
  "no-statement": { en: "No result is stated.", zh: "没有说明结果。" },
  negative: { en: "A viral load is not negative.", zh: "病毒载量不能为负数。" },
  "not-positive": { en: "A limit is above zero.", zh: "限值必须大于零。" },
  "other-virus": { en: "This is said of HIV-2, which is another test.", zh: "这说的是 HIV-2，属于另一种检测。" },
  date: { en: "This reads like a date.", zh: "这像是日期。" },
  range: { en: "A range is not a result.", zh: "范围不是结果。" },
  unit: { en: "The units do not fit together.", zh: "单位互相矛盾。" },
  signs: { en: "The signs do not fit together.", zh: "符号不成对或互相矛盾。" },
  "several-numbers": { en: "There is more than one number.", zh: "有多个数字。" },
  "too-large": { en: "The number is too large to be a viral load.", zh: "数值过大，不可能是病毒载量。" },
  contradiction: { en: "The words contradict each other.", zh: "文字互相矛盾。" },
} as const satisfies Record<string, BilingualText>;
export type UnparsedReason = keyof typeof UNPARSED_REASONS;

/** What became of a print. */
export type ParsedResult =
  | ({ readonly kind: "understood"; readonly question: null } & Reading)
  | {
      readonly kind: "question";
      readonly question: QuestionCode;
      /** What stands there word for word, whatever the answer; null where even that is open. */
      readonly literal: Reading | null;
      /** What it may mean, to choose from; empty where something must be added. */
      readonly readings: readonly Reading[];
    }
  | { readonly kind: "unparsed"; readonly reason: UnparsedReason };

/** Nothing but a state, for results without a number. */
export function bareReading(state: ResultState, comparator: Comparator | null = null): Reading {
  return { state, comparator, value: null, unit: null, copiesPerMl: null };
}

/** A reading that leaves nothing to ask. */
export function understood(reading: Reading): ParsedResult {
  return { kind: "understood", question: null, ...reading };
}

/** A reading that somebody has to choose. */
export function asked(
  question: QuestionCode,
  readings: readonly Reading[],
  literal: Reading | null = null,
): ParsedResult {
  return { kind: "question", question, literal, readings };
}

/** No reading at all. */
export function unparsed(reason: UnparsedReason): ParsedResult {
  return { kind: "unparsed", reason };
}
