import { itemIds, numberedOptions, outcomeDomain, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("hiv-ases", 12);

export const hivAses = defineInstrument({
  code: "hiv-ases",
  edition: "2007",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "HIV Treatment Adherence Self-Efficacy Scale", zh: "HIV 治疗依从性自我效能量表" },
  abbreviation: "HIV-ASES",
  purpose: { en: "Confidence in keeping to treatment, also when it is hard.", zh: "坚持治疗的信心，包括在困难时。" },
  respondents: ["plhiv"],
  recall: { en: "Last month", zh: "过去一个月" },
  responseSets: { confidence: numberedOptions(0, 10) },
  items: plainItems(ids, { kind: "choice", set: "confidence" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Adherence self-efficacy (HIV-ASES)", zh: "依从性自我效能（HIV-ASES）" },
      items: ids,
      formula: { kind: "mean" },
      missing: personMean(10),
      range: { minimum: 0, maximum: 10 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("psychological", [
        "outcome.psychological.confidence",
        "outcome.behavioural.medication-adherence",
      ]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.9,
          high: 0.9,
          population: {
            en: "People with HIV, United States (reported as over .90)",
            zh: "美国 HIV 感染者（报告为高于 .90）",
          },
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.7,
          high: 0.7,
          intervalDays: 91,
          population: {
            en: "People with HIV, United States (reported as over .70)",
            zh: "美国 HIV 感染者（报告为高于 .70）",
          },
          source: "Johnson 2007",
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.4,
          high: 0.4,
          intervalDays: 456,
          population: {
            en: "People with HIV, United States (reported as over .40)",
            zh: "美国 HIV 感染者（报告为高于 .40）",
          },
          source: "Johnson 2007",
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: 0.7,
        reason: { en: "Three-month figure, close to a programme's interval.", zh: "三个月数据，接近项目间隔。" },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "unclear",
    summary: {
      en: "Items are printed in a public author manuscript; contact the authors.",
      zh: "条目刊于公开的作者稿；请联系作者。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "The article also has an integration and a perseverance subscale; they are left out until their item numbers are confirmed.",
      zh: "论文另有“整合”和“坚持”两个分量表；条目编号确认前暂不计分。",
    },
  ],
  sources: ["Johnson 2007, PMC2423379"],
});
