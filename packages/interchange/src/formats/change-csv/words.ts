import type { LocalText } from "@alongside/domain/instruments/local-text";
import type { ChangeColumn } from "./write-change";

/** Languages the file is written in. */
export const CHANGE_CSV_LANGUAGES = ["en", "zh"] as const;
export type ChangeCsvLanguage = (typeof CHANGE_CSV_LANGUAGES)[number];

/** Headings of the file. */
export const CHANGE_HEADINGS = {
  domain: { en: "Domain", zh: "领域" },
  measure: { en: "Measure", zh: "指标" },
  instrument: { en: "Instrument", zh: "工具" },
  cohort: { en: "Cohort", zh: "队列" },
  timepoint: { en: "Time", zh: "时间点" },
  nEnrolled: { en: "Enrolled", zh: "入组人数" },
  nBaseline: { en: "With baseline", zh: "有基线人数" },
  nPaired: { en: "With both", zh: "前后均有人数" },
  unit: { en: "Unit", zh: "单位" },
  meanBefore: { en: "Mean before", zh: "之前均值" },
  meanAfter: { en: "Mean after", zh: "之后均值" },
  meanChange: { en: "Mean change", zh: "平均变化" },
  intervalLow: { en: "95% interval from", zh: "95% 区间下限" },
  intervalHigh: { en: "95% interval to", zh: "95% 区间上限" },
  standardised: { en: "Standardised change (g_pre)", zh: "标准化变化（g_pre）" },
  standardisedLow: { en: "g_pre from", zh: "g_pre 下限" },
  standardisedHigh: { en: "g_pre to", zh: "g_pre 上限" },
  direction: { en: "Reading", zh: "解读" },
  withoutBaseline: { en: "No baseline score", zh: "无基线得分" },
  lost: { en: "Baseline but no later score", zh: "有基线但之后无得分" },
  unscored: { en: "Answered but not scorable", zh: "已作答但不完整，无法计分" },
  method: { en: "Method", zh: "方法" },
  threshold: { en: "Hidden below", zh: "低于此人数隐去" },
  claim: { en: "Claim level", zh: "结论级别" },
  standing: { en: "Standing", zh: "地位" },
  pValue: { en: "p of the change", zh: "变化的 p 值" },
  adjusted: { en: "p among its family", zh: "族内校正后的 p 值" },
  family: { en: "Family of tests", zh: "检验族" },
  familyTests: { en: "Tests in the family (m)", zh: "族内检验数（m）" },
  computedAt: { en: "Computed at", zh: "计算时间" },
  snapshot: { en: "Snapshot", zh: "快照" },
  site: { en: "Sites", zh: "站点" },
  dataLabel: { en: "Data", zh: "数据" },
} as const satisfies Record<ChangeColumn, LocalText>;

/** What stands where no number does, and the words for a finding. The page says the same. */
export const CHANGE_WORDS = {
  hidden: { en: "under {below}", zh: "少于 {below}" },
  range: { en: "{low} to {high}", zh: "{low} 至 {high}" },
  suppressed: { en: "hidden", zh: "已隐去" },
  "too-few": { en: "too few people", zh: "人数太少" },
  "not-finite": { en: "a value is not a number", zh: "有数值无效" },
  "no-spread": { en: "no spread", zh: "无差异" },
  "out-of-range": { en: "not computable", zh: "无法计算" },
  "not-identifiable": { en: "not determined by these data", zh: "这些数据无法确定" },
  "no-convergence": { en: "no stable answer found", zh: "未得到稳定结果" },
  "no-events": { en: "nothing happened yet", zh: "尚未发生" },
  better: { en: "better", zh: "改善" },
  worse: { en: "worse", zh: "变差" },
  unclear: { en: "unclear", zh: "不明确" },
  "no-direction": { en: "no better end", zh: "无优劣方向" },
  "not-available": { en: "", zh: "" },
  allSites: { en: "all sites of the programme", zh: "项目的全部站点" },
  shares: { en: "% who say yes; change in percentage points", zh: "回答“是”者的百分比；变化为百分点" },
  "share-changed": { en: "1: the share changed; not why", zh: "1：比例有变化；不说明原因" },
  "share-unsettled": { en: "1: not settled whether the share changed", zh: "1：不足以判断比例是否有变化" },
  changed: { en: "1: scores changed; not why", zh: "1：得分有变化；不说明原因" },
  unsettled: { en: "1: not settled whether scores changed", zh: "1：不足以判断得分是否有变化" },
  primary: { en: "primary", zh: "主要" },
  secondary: { en: "secondary", zh: "次要" },
  "family-primary": { en: "primary (Holm)", zh: "主要（Holm）" },
  "family-secondary": { en: "secondary (Holm)", zh: "次要（Holm）" },
  "family-exploratory": { en: "exploratory (Benjamini-Hochberg)", zh: "探索性（Benjamini-Hochberg）" },
  "no-plan": { en: "exploratory: no analysis plan was saved", zh: "探索性：未保存分析计划" },
  "not-in-plan": { en: "exploratory: not in the analysis plan", zh: "探索性：不在分析计划中" },
  "seen-before-plan": { en: "exploratory: seen before a plan named it", zh: "探索性：写进计划之前已被看到" },
  "window-changed": {
    en: "exploratory: the window was changed after the plan",
    zh: "探索性：时间窗在计划之后被更改",
  },
  "comparison-cohort": { en: "exploratory: the comparison cohort itself", zh: "探索性：对照队列本身" },
  "other-cohort": { en: "exploratory: the plan asks about other cohorts", zh: "探索性：计划针对其他队列" },
  "other-comparison": {
    en: "exploratory: the plan compares with {other}; this is the change alone",
    zh: "探索性：计划与 {other} 比较；此处仅为变化",
  },
  "one-site": { en: "exploratory: some sites only", zh: "探索性：仅部分站点" },
  "other-model": {
    en: "exploratory: the plan's model is another; not a further test",
    zh: "探索性：计划采用另一模型；不算另外的检验",
  },
  "outside-domains": { en: "Outside the five domains", zh: "五个领域之外" },
} as const satisfies Record<string, LocalText>;
export type ChangeWord = keyof typeof CHANGE_WORDS;

/** One of the words above, with its numbers put in. */
export function changeWord(
  word: ChangeWord,
  language: ChangeCsvLanguage,
  values: Readonly<Record<string, string>> = {},
): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, value),
    CHANGE_WORDS[word][language] as string,
  );
}
