import { allNeeded, outcomeDomain, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const kept = "retention.kept";
const missed = "retention.missed";
const count = { kind: "number", minimum: 0, maximum: 400, integer: true, unit: "{visit}" } as const;
const compliance = outcomeDomain("behavioural", ["outcome.behavioural.medical-care-compliance"]);
const yesNo = (code: string, number: string, text: { en: string; zh: string }) => ({
  id: `retention.${code}`,
  number,
  response: { kind: "choice", set: "yesNo" } as const,
  text,
});
const flag = (code: string, label: { en: string; zh: string }, improvement: "increase" | "decrease") =>
  scaleOf({
    code,
    label,
    items: [`retention.${code}`],
    formula: { kind: "value" },
    missing: allNeeded(1),
    range: { minimum: 0, maximum: 1 },
    improvement,
    serves: compliance,
  });

export const retention = defineInstrument({
  code: "retention",
  edition: "1.0",
  kind: "record",
  tier: "record",
  validation: "not-applicable",
  name: { en: "Retention and visit measures", zh: "留存与就诊记录" },
  abbreviation: "RET",
  purpose: {
    en: "Staying in care, from visit records: several definitions, never averaged.",
    zh: "根据就诊记录衡量留存：多种定义，绝不平均。",
  },
  respondents: ["record"],
  recall: { en: "12 months", zh: "12 个月" },
  responseSets: {
    yesNo: {
      options: [
        { code: 1, value: 1, label: { en: "Yes", zh: "是" } },
        { code: 0, value: 0, label: { en: "No", zh: "否" } },
      ],
    },
  },
  items: [
    { id: kept, number: "1", response: count, text: { en: "Visits kept", zh: "已就诊次数" } },
    {
      id: missed,
      number: "2",
      response: count,
      text: { en: "Visits missed without cancelling", zh: "未取消而缺席的次数" },
    },
    {
      id: "retention.constancy-4m",
      number: "3",
      response: { kind: "number", minimum: 0, maximum: 100, integer: false, unit: "%" },
      text: { en: "Share of 4-month periods with a kept visit", zh: "有就诊的四个月周期占比" },
    },
    yesNo("gap-6m", "4", { en: "No gap over 6 months between kept visits", zh: "两次就诊间隔均不超过 6 个月" }),
    yesNo("hrsa-hab", "5", {
      en: "Two or more kept visits at least 90 days apart",
      zh: "至少两次就诊且相隔不少于 90 天",
    }),
    yesNo("iit-28d", "6", {
      en: "No contact for more than 28 days after the expected date",
      zh: "超过应到日期 28 天无接触",
    }),
  ],
  reverse: [],
  scales: [
    scaleOf({
      code: "visit-adherence",
      label: { en: "Share of visits kept", zh: "就诊率" },
      items: [kept, missed],
      formula: { kind: "ratio", numerator: [kept], denominator: [kept, missed] },
      missing: allNeeded(2),
      range: { minimum: 0, maximum: 100 },
      unit: "%",
      improvement: "increase",
      headline: true,
      serves: compliance,
    }),
    scaleOf({
      code: "missed-visits-count",
      label: { en: "Visits missed", zh: "缺席次数" },
      items: [missed],
      formula: { kind: "value" },
      missing: allNeeded(1),
      range: { minimum: 0, maximum: 400 },
      improvement: "decrease",
      serves: compliance,
    }),
    scaleOf({
      code: "missed-any",
      label: { en: "Any visit missed", zh: "有缺席" },
      items: [missed],
      formula: {
        kind: "categories",
        rows: [
          { from: 0, value: 0 },
          { from: 1, value: 1 },
        ],
      },
      missing: allNeeded(1),
      range: { minimum: 0, maximum: 1 },
      improvement: "decrease",
      serves: compliance,
    }),
    scaleOf({
      code: "constancy-4m",
      label: { en: "Visit constancy (4-month periods)", zh: "就诊连续性（四个月周期）" },
      items: ["retention.constancy-4m"],
      formula: { kind: "value" },
      missing: allNeeded(1),
      range: { minimum: 0, maximum: 100 },
      unit: "%",
      improvement: "increase",
      serves: compliance,
    }),
    flag("gap-6m", { en: "No gap over 6 months", zh: "无超过 6 个月的间断" }, "increase"),
    flag("hrsa-hab", { en: "Two visits 90 days apart", zh: "相隔 90 天的两次就诊" }, "increase"),
    flag("iit-28d", { en: "Interruption over 28 days", zh: "中断超过 28 天" }, "decrease"),
  ],
  risks: [],
  wording: "own",
  licence: { status: "method", summary: { en: "Definitions are facts.", zh: "定义属于事实。" }, certainty: "sourced" },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "Cancelled and rescheduled visits count as neither kept nor missed. People who transfer or die leave the denominator on that day; report how many.",
      zh: "取消或改期不计为就诊或缺席。转诊或死亡者自该日起退出分母；请报告人数。",
    },
    {
      en: "Missed-visit and kept-visit measures are different things (between-family correlation .16 to .57).",
      zh: "缺席类与就诊类指标性质不同（两类间相关 .16–.57）。",
    },
    {
      en: "For suppression the c-statistic ran from .59 to .69 in 10,053 people at six clinics.",
      zh: "在六家诊所 10,053 人中，对病毒抑制的 c 统计量为 .59–.69。",
    },
  ],
  sources: ["Mugavero 2012, PMC3508092", "Lesko 2022, PMC9273016"],
});
