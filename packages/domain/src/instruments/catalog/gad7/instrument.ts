import { itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("gad7", 7);

export const gad7 = defineInstrument({
  code: "gad7",
  edition: "2006",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Generalised Anxiety Disorder scale", zh: "广泛性焦虑障碍量表" },
  abbreviation: "GAD-7",
  purpose: {
    en: "How often seven signs of anxiety were present, for screening and for following change.",
    zh: "评估七种焦虑表现出现的频率，用于筛查和追踪变化。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "Last 2 weeks", zh: "过去两周" },
  responseSets: { frequency: numberedOptions(0, 3) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Anxiety (GAD-7)", zh: "焦虑（GAD-7）" },
      items: ids,
      formula: { kind: "sum" },
      missing: { minimumAnswered: 6, substitute: "person-mean", rounding: "nearest-integer", certainty: "house" },
      range: { minimum: 0, maximum: 21 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("psychological"),
      bands: [
        { code: "minimal", from: 0, label: { en: "Minimal", zh: "极轻" }, certainty: "sourced" },
        { code: "mild", from: 5, label: { en: "Mild", zh: "轻度" }, certainty: "sourced" },
        { code: "moderate", from: 10, label: { en: "Moderate", zh: "中度" }, certainty: "sourced" },
        { code: "severe", from: 15, label: { en: "Severe", zh: "重度" }, certainty: "sourced" },
      ],
      cutOffs: [
        {
          comparison: ">=",
          value: 8,
          meaning: { en: "Case threshold of English talking-therapy services", zh: "英格兰心理治疗服务的病例界值" },
          certainty: "sourced",
        },
      ],
      importantDifferences: [
        {
          value: 4,
          unit: "points",
          basis: { en: "Trial in chronic depression, n = 261", zh: "慢性抑郁试验，n = 261" },
          source: "Toussaint 2020",
          certainty: "sourced",
        },
        {
          value: 26.8,
          unit: "percent-of-baseline",
          basis: { en: "Anchor-based, primary care in the United Kingdom", zh: "锚定法，英国基层医疗" },
          certainty: "sourced",
        },
        {
          value: 6,
          unit: "points",
          basis: { en: "Published reliable-change size", zh: "已发表的可靠变化幅度" },
          source: "Bischoff 2020",
          certainty: "sourced",
        },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.92,
          high: 0.92,
          population: { en: "Primary care, United States", zh: "美国基层医疗" },
          certainty: "unconfirmed",
        },
        {
          coefficient: "test-retest",
          low: 0.83,
          high: 0.83,
          population: { en: "Primary care, United States", zh: "美国基层医疗" },
          certainty: "unconfirmed",
        },
      ],
      reliableChange: {
        reliability: 0.83,
        reason: {
          en: "The only retest figure at hand, and not from people with HIV.",
          zh: "目前唯一的重测数据，且并非来自 HIV 感染者。",
        },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-no-permission",
    summary: {
      en: "Copyright Pfizer; its notice says no permission is needed to reproduce, translate, display or distribute it.",
      zh: "版权归辉瑞所有；其声明称复制、翻译、展示或分发均无需许可。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh", "sw", "es"],
  terminology: [
    { system: "http://loinc.org", code: "69737-5", of: "panel", certainty: "sourced" },
    { system: "http://loinc.org", code: "70274-6", of: "total", certainty: "sourced" },
  ],
  notes: [],
  sources: ["Toussaint 2020, doi 10.1016/j.jad.2020.01.032", "Bischoff 2020, doi 10.5964/pch.v8i1.309"],
});
