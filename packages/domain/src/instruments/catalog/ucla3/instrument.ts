import { allNeeded, itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("ucla3", 3);

export const ucla3 = defineInstrument({
  code: "ucla3",
  edition: "2004",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Three-item loneliness scale", zh: "三条目孤独量表" },
  abbreviation: "UCLA-3",
  purpose: {
    en: "A very short measure of loneliness, comparable with many surveys.",
    zh: "极简孤独感测量，可与众多调查比较。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { frequency: numberedOptions(1, 3) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Loneliness (UCLA-3)", zh: "孤独感（UCLA-3）" },
      items: ids,
      formula: { kind: "sum" },
      missing: allNeeded(3),
      range: { minimum: 3, maximum: 9 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("psychological", ["outcome.psychological.loneliness"]),
      cutOffs: [
        {
          comparison: ">=",
          value: 6,
          meaning: { en: "Counted as lonely, by convention", zh: "按惯例视为孤独" },
          certainty: "unconfirmed",
        },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.72,
          high: 0.72,
          population: { en: "Older adults, United States", zh: "美国老年人" },
          certainty: "unconfirmed",
        },
        {
          coefficient: "test-retest",
          low: 0.8,
          high: 0.9,
          intervalDays: 14,
          population: { en: "People with HIV, Greece, 20-item parent scale", zh: "希腊 HIV 感染者，20 条目母量表" },
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: null,
        reason: { en: "Seven possible values: read group change only.", zh: "仅有七个可能取值：只看群体变化。" },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-with-attribution",
    summary: {
      en: "Printed in the harmonised standard of the United Kingdom government (Open Government Licence); the items themselves belong to the original authors.",
      zh: "刊于英国政府统一标准（开放政府许可）；条目本身归原作者所有。",
    },
    certainty: "sourced",
    toConfirm: { en: "Quote the standard as the source.", zh: "请注明该标准为来源。" },
  },
  languages: ["en", "zh"],
  terminology: [{ system: "http://loinc.org", code: "106418-7", of: "panel", certainty: "sourced" }],
  notes: [],
  sources: ["Hughes 2004, PMC2394670"],
});
