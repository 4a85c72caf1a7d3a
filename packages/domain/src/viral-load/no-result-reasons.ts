import type { BilingualText } from "../framework/bilingual-text";

/** Which specimens a reason can be about; "any" is all of them. */
type ReasonScope = "any" | "plasma" | "whole-blood" | "dried-spot";

interface RejectionReason {
  readonly code: string;
  readonly of: ReasonScope;
  readonly text: BilingualText;
}

/** Why a laboratory did not test a specimen: the groups that national laboratory systems share. */
export const REJECTION_REASONS = [
  { code: "no-request", of: "any", text: { en: "No request form", zh: "无申请单" } },
  { code: "poorly-labelled", of: "any", text: { en: "Label missing or unreadable", zh: "标签缺失或无法辨认" } },
  { code: "mismatched", of: "any", text: { en: "Label and form do not match", zh: "标签与申请单不符" } },
  { code: "details-missing", of: "any", text: { en: "Details missing on the form", zh: "申请单信息不全" } },
  { code: "wrong-container", of: "any", text: { en: "Wrong tube or card", zh: "容器或卡片错误" } },
  { code: "leaked", of: "any", text: { en: "Leaked or broken", zh: "渗漏或破损" } },
  { code: "too-old", of: "any", text: { en: "Too old on arrival", zh: "送达时超过时限" } },
  { code: "duplicate", of: "any", text: { en: "Sent twice", zh: "重复送检" } },
  { code: "haemolysed", of: "whole-blood", text: { en: "Haemolysed", zh: "溶血" } },
  { code: "over-24-hours", of: "whole-blood", text: { en: "Whole blood older than 24 hours", zh: "全血超过 24 小时" } },
  { code: "too-warm", of: "plasma", text: { en: "Above 8 °C on arrival", zh: "送达时温度高于 8 °C" } },
  { code: "too-little", of: "plasma", text: { en: "Less than 1.5 mL", zh: "不足 1.5 mL" } },
  { code: "too-few-spots", of: "dried-spot", text: { en: "Too few or too small spots", zh: "血斑数量不足或过小" } },
  { code: "clotted-spots", of: "dried-spot", text: { en: "Clots in the spots", zh: "血斑有凝块" } },
  { code: "serum-rings", of: "dried-spot", text: { en: "Serum rings around the spots", zh: "血斑有血清环" } },
  { code: "other", of: "any", text: { en: "Another reason", zh: "其他原因" } },
] as const satisfies readonly RejectionReason[];
export type RejectionCode = (typeof REJECTION_REASONS)[number]["code"];

/** Why a test that was run gave no valid result. */
export const FAILURE_REASONS = [
  { code: "control-failed", text: { en: "A control of the run failed", zh: "质控失败" } },
  { code: "internal-control-failed", text: { en: "The specimen’s internal control failed", zh: "标本内标失败" } },
  { code: "machine-flag", text: { en: "Flagged or stopped by the machine", zh: "仪器报警或中止" } },
  { code: "too-little-left", text: { en: "Too little left for a second run", zh: "剩余量不足以复测" } },
  { code: "indeterminate", text: { en: "Reported as indeterminate", zh: "报告为不确定" } },
  { code: "other", text: { en: "Another reason", zh: "其他原因" } },
] as const satisfies readonly { readonly code: string; readonly text: BilingualText }[];
export type TestFailureCode = (typeof FAILURE_REASONS)[number]["code"];

/** The codes alone, for schemas and database checks. */
export const REJECTION_CODES = REJECTION_REASONS.map(({ code }) => code);
export const TEST_FAILURE_CODES = FAILURE_REASONS.map(({ code }) => code);
