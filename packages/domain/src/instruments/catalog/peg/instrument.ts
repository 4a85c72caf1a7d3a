import { allNeeded, itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("peg", 3);

export const peg = defineInstrument({
  code: "peg",
  edition: "2009",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "PEG pain scale", zh: "PEG 疼痛量表" },
  abbreviation: "PEG",
  purpose: { en: "Strength of pain and how far it gets in the way, as one mean.", zh: "疼痛强度及其妨碍程度的均值。" },
  respondents: ["plhiv"],
  recall: { en: "Last week", zh: "过去一周" },
  responseSets: { intensity: numberedOptions(0, 10) },
  items: plainItems(ids, { kind: "choice", set: "intensity" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Pain (PEG)", zh: "疼痛（PEG）" },
      items: ids,
      formula: { kind: "mean" },
      missing: allNeeded(3),
      range: { minimum: 0, maximum: 10 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("physiological", ["outcome.physiological.pain"]),
      importantDifferences: [
        {
          value: 1,
          unit: "points",
          basis: {
            en: "One standard error .78 to 1.22, anchors mostly 1.0 to 1.75; six trials, n = 1,710",
            zh: "一个标准误 .78–1.22，锚定多为 1.0–1.75；六项试验，n = 1,710",
          },
          source: "Reed 2023",
          certainty: "sourced",
        },
        { value: 30, unit: "percent-of-baseline", basis: { en: "Convention", zh: "惯例" }, certainty: "unconfirmed" },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.73,
          high: 0.73,
          population: { en: "500 people in primary care", zh: "500 名基层医疗患者" },
          source: "Krebs 2009",
          certainty: "sourced",
        },
        {
          coefficient: "alpha",
          low: 0.89,
          high: 0.89,
          population: { en: "646 veterans", zh: "646 名退伍军人" },
          source: "Krebs 2009",
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: null,
        reason: {
          en: "Use the published standard error of .78 to 1.22: about 2.2 to 3.4 points for one person.",
          zh: "请用已发表的标准误 .78–1.22：个人约需 2.2–3.4 分。",
        },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-with-attribution",
    summary: {
      en: "Open-access article and widely free, but derived from a parent whose owner licenses it.",
      zh: "开放获取论文，普遍免费，但源自一份需授权的母量表。",
    },
    certainty: "sourced",
    toConfirm: { en: "Check the licence of the article.", zh: "请核对论文的许可条款。" },
  },
  languages: ["en", "zh", "es"],
  terminology: [],
  notes: [],
  sources: ["Krebs 2009, doi 10.1007/s11606-009-0981-1", "Reed 2023"],
});
