import { outcomeDomain, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const count = recordedNumber("cd4", {
  code: "count",
  number: "1",
  label: { en: "CD4 count", zh: "CD4 计数" },
  text: { en: "CD4 cells per microlitre", zh: "每微升 CD4 细胞数" },
  minimum: 0,
  maximum: 5000,
  integer: true,
  unit: "cells/uL",
  improvement: "increase",
  headline: true,
  serves: outcomeDomain("physiological"),
});

export const cd4 = defineInstrument({
  code: "cd4",
  edition: "1.0",
  kind: "record",
  tier: "record",
  validation: "not-applicable",
  name: { en: "CD4+ T cell count", zh: "CD4+ T 细胞计数" },
  abbreviation: "CD4",
  purpose: { en: "A laboratory count; never pooled with the CD4 percentage.", zh: "实验室计数；不与 CD4 百分比合并。" },
  respondents: ["laboratory"],
  recall: { en: "Sample date", zh: "采样日期" },
  responseSets: {},
  items: [count.item],
  reverse: [],
  scales: [
    {
      ...count.scale,
      bands: [
        {
          code: "under-200",
          from: 0,
          label: { en: "Under 200: advanced disease", zh: "低于 200：疾病进展期" },
          certainty: "sourced",
        },
        { code: "200-349", from: 200, label: { en: "200 to 349", zh: "200–349" }, certainty: "unconfirmed" },
        { code: "350-499", from: 350, label: { en: "350 to 499", zh: "350–499" }, certainty: "unconfirmed" },
        { code: "500-up", from: 500, label: { en: "500 or more", zh: "500 及以上" }, certainty: "unconfirmed" },
      ],
      importantDifferences: [
        {
          value: 30,
          unit: "percent-of-baseline",
          basis: { en: "Twice the standard deviation between two tests", zh: "两次检测间标准差的两倍" },
          certainty: "sourced",
        },
      ],
    },
  ],
  risks: [],
  wording: "own",
  licence: { status: "fact", summary: { en: "A laboratory value.", zh: "实验室数值。" }, certainty: "sourced" },
  languages: ["en", "zh"],
  terminology: [
    { system: "http://loinc.org", code: "24467-3", of: "observation", certainty: "sourced" },
    { system: "http://loinc.org", code: "8123-2", of: "observation-percent", certainty: "unconfirmed" },
  ],
  notes: [
    { en: "Counts over 3,000 are unusual: check them.", zh: "超过 3,000 的计数少见：请核对。" },
    { en: "17% of people under 200 on one test were over it on repeats.", zh: "首次低于 200 者中 17% 复测高于 200。" },
    {
      en: "When entry to a programme depends on a low count, counts rise later on their own (regression to the mean).",
      zh: "若以低计数作为入组条件，其后会自行回升（向均值回归）。",
    },
    {
      en: "Limits of agreement in 553 untreated adults: -88 to +103 in the same laboratory, -107 to +113 between two.",
      zh: "553 名未治疗成人的一致性界限：同一实验室 -88 至 +103，两实验室间 -107 至 +113。",
    },
  ],
  sources: ["Int J STD AIDS 2018;29:1048"],
});
