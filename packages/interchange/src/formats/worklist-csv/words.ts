import type { LocalText } from "@alongside/domain/instruments/local-text";
import type { Specimen } from "@alongside/domain/viral-load/measurement";
import type { WorklistColumn, WorklistState } from "./write-worklist";

/** Languages the file is written in. */
export const WORKLIST_CSV_LANGUAGES = ["en", "zh"] as const;
export type WorklistCsvLanguage = (typeof WORKLIST_CSV_LANGUAGES)[number];

/** Headings of the file. */
export const WORKLIST_HEADINGS = {
  code: { en: "Code", zh: "编号" },
  site: { en: "Site", zh: "站点" },
  on: { en: "Day", zh: "日期" },
  days: { en: "Days since", zh: "已过天数" },
  kind: { en: "Measured", zh: "检测项目" },
  collectedOn: { en: "Collected", zh: "采集日期" },
  state: { en: "State", zh: "状态" },
  comparator: { en: "Sign", zh: "符号" },
  value: { en: "Number", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  specimen: { en: "Specimen", zh: "标本" },
  treatmentStartedOn: { en: "Treatment since", zh: "开始治疗日期" },
  counsellingSince: { en: "Counselling since", zh: "辅导开始日期" },
  sessions: { en: "Sessions", zh: "辅导次数" },
  repeatedOn: { en: "Repeat collected", zh: "复查采集日期" },
  ground: { en: "Result that opened it", zh: "触发辅导的结果" },
  pendingSince: { en: "Specimen without result yet", zh: "尚无结果的标本" },
} as const satisfies Record<WorklistColumn, LocalText>;

/** The states of a result in words. */
export const WORKLIST_STATES = {
  quantified: { en: "number", zh: "有数值" },
  "below-quantification": { en: "detected, below the limit", zh: "检出，低于定量下限" },
  "not-detected": { en: "not detected", zh: "未检出" },
  "above-upper": { en: "above the limit", zh: "高于定量上限" },
  rejected: { en: "specimen rejected", zh: "标本被拒收" },
  failed: { en: "test failed", zh: "检测失败" },
  pending: { en: "result pending", zh: "待出结果" },
} as const satisfies Record<WorklistState, LocalText>;

/** What became of the result that opened counselling, in words. */
export const WORKLIST_GROUNDS = {
  corrected: { en: "corrected since", zh: "之后已更正" },
  withdrawn: { en: "taken back since", zh: "之后已撤回" },
} as const satisfies Record<string, LocalText>;

/** The specimens in words. */
export const WORKLIST_SPECIMENS = {
  plasma: { en: "plasma", zh: "血浆" },
  "dried-blood-spot": { en: "dried blood spot", zh: "干血斑" },
  "dried-plasma-spot": { en: "dried plasma spot", zh: "干血浆斑" },
  "whole-blood": { en: "whole blood", zh: "全血" },
} as const satisfies Record<Specimen, LocalText>;
