import {
  allNeeded,
  itemIds,
  numberedOptions,
  outcomeDomain,
  pickItems,
  plainItems,
  scaleOf,
} from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("phq4", 4);

export const phq4 = defineInstrument({
  code: "phq4",
  edition: "2009",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Four-item distress screener", zh: "四条目患者健康问卷" },
  abbreviation: "PHQ-4",
  purpose: {
    en: "A very short check for anxiety and depression, for contact visits.",
    zh: "用于随访接触的极简焦虑与抑郁筛查。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "Last 2 weeks", zh: "过去两周" },
  responseSets: { frequency: numberedOptions(0, 3) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Distress (PHQ-4)", zh: "心理困扰（PHQ-4）" },
      items: ids,
      formula: { kind: "sum" },
      missing: allNeeded(4),
      range: { minimum: 0, maximum: 12 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("psychological"),
      bands: [
        { code: "none", from: 0, label: { en: "None", zh: "无" }, certainty: "sourced" },
        { code: "mild", from: 3, label: { en: "Mild", zh: "轻度" }, certainty: "sourced" },
        { code: "moderate", from: 6, label: { en: "Moderate", zh: "中度" }, certainty: "sourced" },
        { code: "severe", from: 9, label: { en: "Severe", zh: "重度" }, certainty: "sourced" },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.81,
          high: 0.81,
          population: { en: "Young adults", zh: "年轻成人" },
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "anxiety",
      label: { en: "Anxiety (PHQ-4)", zh: "焦虑（PHQ-4）" },
      items: pickItems("phq4", [1, 2]),
      formula: { kind: "sum" },
      missing: allNeeded(2),
      range: { minimum: 0, maximum: 6 },
      improvement: "decrease",
      serves: outcomeDomain("psychological"),
      cutOffs: [
        { comparison: ">=", value: 3, meaning: { en: "Likely anxiety", zh: "可能有焦虑" }, certainty: "sourced" },
      ],
    }),
    scaleOf({
      code: "depression",
      label: { en: "Depression (PHQ-4)", zh: "抑郁（PHQ-4）" },
      items: pickItems("phq4", [3, 4]),
      formula: { kind: "sum" },
      missing: allNeeded(2),
      range: { minimum: 0, maximum: 6 },
      improvement: "decrease",
      serves: outcomeDomain("psychological"),
      cutOffs: [
        { comparison: ">=", value: 3, meaning: { en: "Likely depression", zh: "可能有抑郁" }, certainty: "sourced" },
      ],
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-no-permission",
    summary: {
      en: "Copyright Pfizer; same family and notice as the PHQ-9: no permission is needed.",
      zh: "版权归辉瑞所有；与 PHQ-9 同系列，同样声明无需许可。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh"],
  terminology: [
    { system: "http://loinc.org", code: "69724-3", of: "panel", certainty: "sourced" },
    { system: "http://loinc.org", code: "70272-0", of: "total", certainty: "sourced" },
  ],
  notes: [
    {
      en: "Do not put its totals together with PHQ-9 or GAD-7 totals in one analysis.",
      zh: "其总分不要与 PHQ-9 或 GAD-7 总分放在同一分析中。",
    },
  ],
  sources: ["Kroenke 2009", "NINDS common data elements"],
});
