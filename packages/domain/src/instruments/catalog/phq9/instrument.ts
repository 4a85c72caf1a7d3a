import { itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("phq9", 9);

export const phq9 = defineInstrument({
  code: "phq9",
  edition: "1999",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Patient Health Questionnaire, depression module", zh: "患者健康问卷抑郁量表" },
  abbreviation: "PHQ-9",
  purpose: {
    en: "How often nine signs of depression were present, for screening and for following change.",
    zh: "评估九种抑郁表现出现的频率，用于筛查和追踪变化。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "Last 2 weeks", zh: "过去两周" },
  responseSets: { frequency: numberedOptions(0, 3) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Depression (PHQ-9)", zh: "抑郁（PHQ-9）" },
      items: ids,
      formula: { kind: "sum" },
      missing: {
        minimumAnswered: 7,
        substitute: "person-mean",
        rounding: "nearest-integer",
        certainty: "unconfirmed",
      },
      range: { minimum: 0, maximum: 27 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("psychological"),
      bands: [
        { code: "none-minimal", from: 0, label: { en: "None or minimal", zh: "无或极轻" }, certainty: "sourced" },
        { code: "mild", from: 5, label: { en: "Mild", zh: "轻度" }, certainty: "sourced" },
        { code: "moderate", from: 10, label: { en: "Moderate", zh: "中度" }, certainty: "sourced" },
        { code: "moderately-severe", from: 15, label: { en: "Moderately severe", zh: "中重度" }, certainty: "sourced" },
        { code: "severe", from: 20, label: { en: "Severe", zh: "重度" }, certainty: "sourced" },
      ],
      cutOffs: [
        {
          comparison: ">=",
          value: 10,
          meaning: {
            en: "Usual screening point (sensitivity and specificity 88% in the original study)",
            zh: "常用筛查界值（原始研究中灵敏度与特异度均为 88%）",
          },
          source: "Kroenke 2001",
          certainty: "sourced",
        },
      ],
      importantDifferences: [
        { value: 5, unit: "points", basis: { en: "Convention", zh: "惯例" }, certainty: "sourced" },
        {
          value: 20,
          unit: "percent-of-baseline",
          basis: {
            en: "Anchor-based, at moderate severity, primary care in the United Kingdom, n = 400",
            zh: "锚定法，中度患者，英国基层医疗，n = 400",
          },
          source: "PMC9340848",
          certainty: "sourced",
        },
        {
          value: 6,
          unit: "points",
          basis: {
            en: "Reliable-change rule of English talking-therapy services",
            zh: "英格兰心理治疗服务的可靠变化规则",
          },
          certainty: "sourced",
        },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.89,
          high: 0.89,
          population: { en: "Primary care, United States", zh: "美国基层医疗" },
          source: "Kroenke 2001",
          certainty: "sourced",
        },
        {
          coefficient: "alpha",
          low: 0.78,
          high: 0.78,
          population: {
            en: "People with HIV in support groups, western Kenya, n = 347",
            zh: "肯尼亚西部支持小组中的 HIV 感染者，n = 347",
          },
          source: "Monahan 2009",
          certainty: "sourced",
        },
        {
          coefficient: "alpha",
          low: 0.892,
          high: 0.892,
          population: { en: "Patients with major depression, China", zh: "中国重度抑郁症患者" },
          source: "PMC7525967",
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.59,
          high: 0.59,
          intervalDays: 7,
          population: { en: "People with HIV, western Kenya", zh: "肯尼亚西部 HIV 感染者" },
          source: "Monahan 2009",
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.64,
          high: 0.64,
          intervalDays: 14,
          population: { en: "People with HIV, Kilifi, Swahili, n = 450", zh: "基利菲 HIV 感染者，斯瓦希里语，n = 450" },
          source: "Mwangi 2020",
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.737,
          high: 0.737,
          intervalDays: 14,
          population: { en: "Patients with major depression, China", zh: "中国重度抑郁症患者" },
          source: "PMC7525967",
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.84,
          high: 0.84,
          population: { en: "Primary care, United States", zh: "美国基层医疗" },
          certainty: "unconfirmed",
        },
      ],
      reliableChange: {
        reliability: 0.64,
        reason: {
          en: "Longest interval measured in people with HIV; use with the programme's own baseline spread.",
          zh: "在 HIV 感染者中测得的最长间隔；须配合本项目基线离散程度使用。",
        },
      },
    }),
  ],
  risks: [
    {
      item: "phq9.i9",
      when: { operator: ">", answer: 0 },
      meaning: {
        en: "Thoughts of self-harm or of being better off dead: follow the programme's response path today.",
        zh: "有自伤或轻生念头：请当日按项目的应对流程处理。",
      },
    },
  ],
  wording: "pack",
  licence: {
    status: "free-no-permission",
    summary: {
      en: "Copyright Pfizer; its notice says no permission is needed to reproduce, translate, display or distribute it.",
      zh: "版权归辉瑞所有；其声明称复制、翻译、展示或分发均无需许可。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh", "sw", "es", "fr", "pt", "vi", "id"],
  terminology: [
    { system: "http://loinc.org", code: "44249-1", of: "panel", certainty: "sourced" },
    { system: "http://loinc.org", code: "44261-6", of: "total", certainty: "sourced" },
  ],
  notes: [
    {
      en: "Tiredness, sleep and appetite items overlap with effects of HIV and its treatment; look at items as well as the total.",
      zh: "疲乏、睡眠和食欲条目与 HIV 及其治疗的影响重叠；除总分外还应查看各条目。",
    },
    {
      en: "With retest reliability near 0.6 in people with HIV, change in one person must exceed about 1.7 standard deviations to be reliable, more than the habitual 5 or 6 points when the spread is 4 or more.",
      zh: "HIV 感染者的重测信度约 0.6，个人变化须超过约 1.7 个标准差才算可靠；当标准差不小于 4 时，这超过惯用的 5 或 6 分。",
    },
  ],
  sources: [
    "Kroenke 2001",
    "Monahan 2009, doi 10.1007/s11606-008-0846-z",
    "Mwangi 2020, doi 10.1016/j.jadr.2020.100013",
    "PMC9340848",
    "PMC7525967",
  ],
});
