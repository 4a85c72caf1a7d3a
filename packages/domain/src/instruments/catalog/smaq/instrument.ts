import { allNeeded, itemIds, outcomeDomain, pickItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const yesNo = { kind: "choice", set: "yesNo" } as const;
const lapses = pickItems("smaq", [1, 2, 3, 5]);

export const smaq = defineInstrument({
  code: "smaq",
  edition: "2002",
  kind: "questionnaire",
  tier: "listed",
  validation: "published",
  name: { en: "Simplified Medication Adherence Questionnaire", zh: "简化服药依从性问卷" },
  abbreviation: "SMAQ",
  purpose: {
    en: "A yes-or-no verdict on adherence from four lapses and two counts.",
    zh: "根据四种疏漏和两个计数判断是否依从。",
  },
  respondents: ["plhiv"],
  recall: { en: "A week to 3 months, by item", zh: "一周至三个月，视条目而定" },
  responseSets: {
    yesNo: {
      options: [
        { code: 1, value: 1 },
        { code: 0, value: 0 },
      ],
    },
  },
  items: [1, 2, 3, 4, 5, 6].map((number) => ({
    id: `smaq.i${number}`,
    number: String(number),
    response:
      number === 4
        ? { kind: "number", minimum: 0, maximum: 99, integer: true, unit: "{dose}" }
        : number === 6
          ? { kind: "number", minimum: 0, maximum: 92, integer: true, unit: "d" }
          : yesNo,
  })),
  reverse: [],
  scales: [
    scaleOf({
      code: "adherent",
      label: { en: "Adherent (SMAQ)", zh: "依从（SMAQ）" },
      items: itemIds("smaq", 6),
      formula: {
        kind: "criteria",
        conditions: [
          ...lapses.map((item) => ({ item, operator: "=" as const, answer: 1 })),
          { item: "smaq.i4", operator: ">", answer: 2 },
          { item: "smaq.i6", operator: ">", answer: 2 },
        ],
        whenMet: 0,
        whenNot: 1,
      },
      missing: allNeeded(6),
      range: { minimum: 0, maximum: 1 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("behavioural", ["outcome.behavioural.medication-adherence"]),
      bands: [
        { code: "not-adherent", from: 0, label: { en: "Not adherent", zh: "不依从" }, certainty: "sourced" },
        { code: "adherent", from: 1, label: { en: "Adherent", zh: "依从" }, certainty: "sourced" },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.75,
          high: 0.75,
          population: { en: "3,004 people with HIV, Spain", zh: "西班牙 3,004 名 HIV 感染者" },
          source: "Knobel 2002",
          certainty: "sourced",
        },
      ],
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "unclear",
    summary: { en: "Published article; no licence found.", zh: "已发表论文；未见许可。" },
    certainty: "unconfirmed",
  },
  languages: ["en", "es"],
  terminology: [],
  notes: [
    {
      en: "Items 1, 2, 3 and 5 are lapses: enter 1 when the answer shows a lapse, 0 when it does not. Item 4 is doses missed in a week, item 6 full days without medicine in 3 months.",
      zh: "第 1、2、3、5 题为疏漏：有疏漏填 1，无则填 0。第 4 题为一周漏服次数，第 6 题为三个月内整日未服药的天数。",
    },
    {
      en: "One criterion met is enough for “not adherent”, even when other items are missing.",
      zh: "只要满足一项即判为“不依从”，即使其他条目缺失。",
    },
    {
      en: "Against electronic monitors: sensitivity 72%, specificity 91% (40 people).",
      zh: "与电子监测相比：灵敏度 72%，特异度 91%（40 人）。",
    },
  ],
  sources: ["Knobel 2002"],
});
