import { allNeeded, outcomeDomain, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const comparator = "hiv-vl.comparator";
const quantity = "hiv-vl.quantity";
const asNumber = {
  behaviour: "any",
  conditions: [1, 2, 3].map((answer) => ({ item: comparator, operator: "=" as const, answer })),
} as const;
const suppressed = (threshold: number, headline: boolean) =>
  scaleOf({
    code: `at-or-under-${threshold}`,
    label: { en: `Suppressed (${threshold} copies/mL or less)`, zh: `病毒抑制（≤${threshold} 拷贝/mL）` },
    items: [comparator, quantity],
    formula: { kind: "at-or-under", threshold, comparator, quantity },
    missing: { ...allNeeded(2), certainty: "sourced" },
    range: { minimum: 0, maximum: 1 },
    improvement: "increase",
    headline,
    serves: outcomeDomain("physiological", ["outcome.physiological.viral-load-suppression"]),
    bands: [
      { code: "unsuppressed", from: 0, label: { en: "Not suppressed", zh: "未抑制" }, certainty: "sourced" },
      { code: "suppressed", from: 1, label: { en: "Suppressed", zh: "已抑制" }, certainty: "sourced" },
    ],
    importantDifferences: [
      {
        value: 0.5,
        unit: "log10",
        basis: { en: "Assay and biology: about threefold", zh: "检测与生物学变异：约三倍" },
        certainty: "sourced",
      },
    ],
  });

export const hivVl = defineInstrument({
  code: "hiv-vl",
  edition: "1.0",
  kind: "record",
  tier: "record",
  validation: "not-applicable",
  name: { en: "HIV-1 RNA viral load", zh: "HIV-1 病毒载量" },
  abbreviation: "VL",
  purpose: {
    en: "A laboratory result as it was reported, below-limit results included.",
    zh: "按报告原样记录的化验结果，包括低于检测限的结果。",
  },
  respondents: ["laboratory"],
  recall: { en: "Sample date", zh: "采样日期" },
  responseSets: {
    comparator: {
      options: [
        { code: 1, value: 1, label: { en: "A number", zh: "具体数值" } },
        { code: 2, value: 2, label: { en: "Below a limit", zh: "低于检测限" } },
        { code: 3, value: 3, label: { en: "Above a limit", zh: "高于上限" } },
        { code: 4, value: 4, label: { en: "Not detected", zh: "未检出" } },
      ],
    },
  },
  items: [
    {
      id: comparator,
      number: "1",
      response: { kind: "choice", set: "comparator" },
      text: { en: "How is the result reported?", zh: "结果如何报告？" },
    },
    {
      id: quantity,
      number: "2",
      response: { kind: "number", minimum: 0, maximum: 100_000_000, integer: false, unit: "copies/mL" },
      text: { en: "The number, or the limit", zh: "数值或限值" },
      enableWhen: asNumber,
    },
  ],
  reverse: [],
  scales: [suppressed(1000, true), suppressed(200, false), suppressed(50, false)],
  risks: [],
  wording: "own",
  licence: { status: "fact", summary: { en: "A laboratory value.", zh: "实验室数值。" }, certainty: "sourced" },
  languages: ["en", "zh"],
  terminology: [
    { system: "http://loinc.org", code: "20447-9", of: "observation", certainty: "sourced" },
    { system: "http://loinc.org", code: "29541-0", of: "observation-log10", certainty: "sourced" },
  ],
  notes: [
    {
      en: "Suppression is worked out from the stored result against a named threshold, never typed in. A result below a limit decides only thresholds at or above that limit; others stay undecided.",
      zh: "抑制与否由所存结果按指定界值计算，从不手工填写。低于检测限的结果只能判定不低于该限的界值；其余为未定。",
    },
    {
      en: "Always name the threshold: going from 1,000 to 50 moved suppression from 86% to 76% in one cohort.",
      zh: "务必注明界值：某队列中界值由 1,000 改为 50，抑制率由 86% 变为 76%。",
    },
    {
      en: "Show both “suppressed among tested” and “suppressed among all enrolled”: a missing test is not a suppressed one.",
      zh: "请同时给出“受检者中的抑制率”和“全部入组者中的抑制率”：未检测不等于已抑制。",
    },
    {
      en: "Results over 10 million are unusual: check them. Change under 0.5 log10 is noise.",
      zh: "超过 1000 万的结果少见：请核对。低于 0.5 log10 的变化属于波动。",
    },
  ],
  sources: ["WHO 2023 policy brief", "ARUP", "DHHS guidelines"],
});
