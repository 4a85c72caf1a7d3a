import {
  itemIds,
  numberedOptions,
  outcomeDomain,
  personMean,
  pickItems,
  plainItems,
  scaleOf,
} from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("mos-sss", 19);
const serves = (...supports: string[]) => outcomeDomain("social", [], supports);

export const mosSss = defineInstrument({
  code: "mos-sss",
  edition: "1991",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "MOS Social Support Survey", zh: "医疗结局研究社会支持量表" },
  abbreviation: "MOS-SSS",
  purpose: {
    en: "How much support of each kind a person can count on; change is also a check on the support received.",
    zh: "一个人能依靠的各类支持有多少；其变化也可核对所接受的支持。",
  },
  respondents: ["plhiv"],
  recall: { en: "Now", zh: "目前" },
  responseSets: { availability: numberedOptions(1, 5) },
  items: plainItems(ids, { kind: "choice", set: "availability" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "index",
      label: { en: "Social support (MOS-SSS)", zh: "社会支持（MOS-SSS）" },
      items: ids,
      formula: { kind: "percent-of-range" },
      missing: personMean(15),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      headline: true,
      serves: serves("support.emotional", "support.informational", "support.instrumental", "support.affiliational"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.97,
          high: 0.97,
          population: { en: "200 people with HIV, China", zh: "中国 200 名 HIV 感染者" },
          source: "Yu 2015",
          certainty: "sourced",
        },
        {
          coefficient: "stability",
          low: 0.78,
          high: 0.78,
          intervalDays: 365,
          population: { en: "United States, original study, one year", zh: "美国原始研究，一年" },
          certainty: "unconfirmed",
        },
      ],
      reliableChange: {
        reliability: 0.78,
        reason: {
          en: "One-year stability of the original study: a cautious choice.",
          zh: "原始研究的一年稳定性：较保守的选择。",
        },
      },
    }),
    scaleOf({
      code: "emotional-informational",
      label: { en: "Emotional and informational support", zh: "情感与信息支持" },
      items: pickItems("mos-sss", [2, 3, 7, 8, 12, 15, 16, 18]),
      formula: { kind: "percent-of-range" },
      missing: personMean(4),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      serves: serves("support.emotional", "support.informational"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.82,
          high: 0.91,
          population: {
            en: "200 people with HIV, China (over the subscales)",
            zh: "中国 200 名 HIV 感染者（各分量表）",
          },
          source: "Yu 2015",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "tangible",
      label: { en: "Tangible support", zh: "实际支持" },
      items: pickItems("mos-sss", [1, 4, 11, 14]),
      formula: { kind: "percent-of-range" },
      missing: personMean(2),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      serves: serves("support.instrumental"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.82,
          high: 0.91,
          population: {
            en: "200 people with HIV, China (over the subscales)",
            zh: "中国 200 名 HIV 感染者（各分量表）",
          },
          source: "Yu 2015",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "affectionate",
      label: { en: "Affectionate support", zh: "关爱支持" },
      items: pickItems("mos-sss", [5, 9, 19]),
      formula: { kind: "percent-of-range" },
      missing: personMean(2),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      serves: serves("support.emotional"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.82,
          high: 0.91,
          population: {
            en: "200 people with HIV, China (over the subscales)",
            zh: "中国 200 名 HIV 感染者（各分量表）",
          },
          source: "Yu 2015",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "positive-interaction",
      label: { en: "Positive social interaction", zh: "积极社会互动" },
      items: pickItems("mos-sss", [6, 10, 17]),
      formula: { kind: "percent-of-range" },
      missing: personMean(2),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      serves: serves("support.affiliational"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.82,
          high: 0.91,
          population: {
            en: "200 people with HIV, China (over the subscales)",
            zh: "中国 200 名 HIV 感染者（各分量表）",
          },
          source: "Yu 2015",
          certainty: "sourced",
        },
      ],
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-noncommercial",
    summary: {
      en: "Copyright RAND; offered free of charge for non-commercial use with credit.",
      zh: "版权归 RAND 所有；非商业用途注明出处即可免费使用。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh"],
  terminology: [
    { system: "http://loinc.org", code: "91642-9", of: "panel", certainty: "sourced" },
    { system: "http://loinc.org", code: "91663-5", of: "index", certainty: "sourced" },
    { system: "http://loinc.org", code: "91647-8", of: "emotional-informational", certainty: "sourced" },
  ],
  notes: [
    {
      en: "The index is the mean of all 19 items, not of the subscales. Item 13 counts only in the index.",
      zh: "总指数为 19 个条目的均值，而非分量表均值。第 13 题只计入总指数。",
    },
    {
      en: "Items are numbered from 1 to 19. The form that opens with a question on the number of friends counts that one as 1: its item 2 is item 1 here. The assignment of items to subscales is to be checked against the scoring page.",
      zh: "条目编号为 1–19。若表格以朋友人数问题开头并计为第 1 题，则其第 2 题即此处第 1 题。条目归属请与评分页核对。",
    },
    {
      en: "In people with HIV in China exploratory analyses gave two factors, confirmatory ones kept four: choose before looking at data.",
      zh: "在中国 HIV 感染者中，探索性分析得两因子，验证性分析保留四因子：请在看数据之前选定。",
    },
  ],
  sources: ["Sherbourne and Stewart 1991", "Yu 2015", "PMC5096450"],
});
