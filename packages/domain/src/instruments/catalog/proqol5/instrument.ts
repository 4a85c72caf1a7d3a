import {
  itemIds,
  mechanismOnly,
  numberedOptions,
  personMean,
  pickItems,
  plainItems,
  scaleOf,
} from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("proqol5", 30);

export const proqol5 = defineInstrument({
  code: "proqol5",
  edition: "5",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "Professional Quality of Life, version 5", zh: "专业生活质量量表第 5 版" },
  abbreviation: "ProQOL-5",
  purpose: {
    en: "Satisfaction from helping beside burnout and secondary traumatic stress.",
    zh: "助人的满足感，以及倦怠和继发性创伤压力。",
  },
  respondents: ["volunteer"],
  recall: { en: "Last 30 days", zh: "过去 30 天" },
  responseSets: { frequency: numberedOptions(1, 5) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: pickItems("proqol5", [1, 4, 15, 17, 29]),
  scales: [
    scaleOf({
      code: "compassion-satisfaction",
      label: { en: "Compassion satisfaction (ProQOL-5)", zh: "助人满足感（ProQOL-5）" },
      items: pickItems("proqol5", [3, 6, 12, 16, 18, 20, 22, 24, 27, 30]),
      formula: { kind: "sum" },
      missing: personMean(8),
      range: { minimum: 10, maximum: 50 },
      improvement: "increase",
      headline: true,
      serves: mechanismOnly([
        "mechanism.sustainability.volunteer.positive-experience.sense-of-achievement.helping-others",
      ]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.88,
          high: 0.88,
          population: { en: "Manual", zh: "手册" },
          source: "Stamm 2010",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "burnout",
      label: { en: "Burnout (ProQOL-5)", zh: "倦怠（ProQOL-5）" },
      items: pickItems("proqol5", [1, 4, 8, 10, 15, 17, 19, 21, 26, 29]),
      formula: { kind: "sum" },
      missing: personMean(8),
      range: { minimum: 10, maximum: 50 },
      improvement: "decrease",
      headline: true,
      serves: mechanismOnly(["mechanism.sustainability.volunteer.negative-feelings.emotional-burnout"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.75,
          high: 0.75,
          population: { en: "Manual", zh: "手册" },
          source: "Stamm 2010",
          certainty: "unconfirmed",
        },
      ],
    }),
    scaleOf({
      code: "secondary-traumatic-stress",
      label: { en: "Secondary traumatic stress (ProQOL-5)", zh: "继发性创伤压力（ProQOL-5）" },
      items: pickItems("proqol5", [2, 5, 7, 9, 11, 13, 14, 23, 25, 28]),
      formula: { kind: "sum" },
      missing: personMean(8),
      range: { minimum: 10, maximum: 50 },
      improvement: "decrease",
      serves: mechanismOnly(["mechanism.sustainability.volunteer.negative-feelings.emotional-burnout"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.81,
          high: 0.81,
          population: { en: "Manual", zh: "手册" },
          source: "Stamm 2010",
          certainty: "unconfirmed",
        },
      ],
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-unaltered",
    summary: { en: "May be copied if credited, unchanged and not sold.", zh: "注明出处、不改动、不出售即可复制。" },
    certainty: "sourced",
  },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "Raw sums from 10 to 50. The manual's T-scores (low to 43, high from 57) are not computed here.",
      zh: "此处为 10–50 的原始总分。手册中的 T 分（43 及以下为低，57 及以上为高）不在此计算。",
    },
    { en: "The assignment of items to scales is to be checked against the manual.", zh: "条目归属请与手册核对。" },
  ],
  sources: ["Stamm 2010"],
});
