import {
  itemIds,
  numberedOptions,
  outcomeDomain,
  personMean,
  pickItems,
  plainItems,
  scaleOf,
} from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("mspss", 12);

export const mspss = defineInstrument({
  code: "mspss",
  edition: "1988",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "Multidimensional Scale of Perceived Social Support", zh: "多维社会支持感知量表" },
  abbreviation: "MSPSS",
  purpose: {
    en: "Perceived support from a significant other, family and friends.",
    zh: "来自重要他人、家人和朋友的感知支持。",
  },
  respondents: ["plhiv"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { agreement: numberedOptions(1, 7) },
  items: plainItems(ids, { kind: "choice", set: "agreement" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Perceived support (MSPSS)", zh: "感知社会支持（MSPSS）" },
      items: ids,
      formula: { kind: "composite", scales: ["significant-other", "family", "friends"], combine: "mean" },
      missing: personMean(9),
      range: { minimum: 1, maximum: 7 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("social"),
      reliability: [
        {
          coefficient: "test-retest",
          low: 0.85,
          high: 0.85,
          population: { en: "Students, 1988", zh: "学生，1988 年" },
          source: "Zimet 1988",
          certainty: "unconfirmed",
        },
      ],
    }),
    scaleOf({
      code: "significant-other",
      label: { en: "Significant other (MSPSS)", zh: "重要他人（MSPSS）" },
      items: pickItems("mspss", [1, 2, 5, 10]),
      formula: { kind: "mean" },
      missing: personMean(3),
      range: { minimum: 1, maximum: 7 },
      improvement: "increase",
      serves: outcomeDomain("social"),
    }),
    scaleOf({
      code: "family",
      label: { en: "Family (MSPSS)", zh: "家人（MSPSS）" },
      items: pickItems("mspss", [3, 4, 8, 11]),
      formula: { kind: "mean" },
      missing: personMean(3),
      range: { minimum: 1, maximum: 7 },
      improvement: "increase",
      serves: outcomeDomain("social"),
    }),
    scaleOf({
      code: "friends",
      label: { en: "Friends (MSPSS)", zh: "朋友（MSPSS）" },
      items: pickItems("mspss", [6, 7, 9, 12]),
      formula: { kind: "mean" },
      missing: personMean(3),
      range: { minimum: 1, maximum: 7 },
      improvement: "increase",
      serves: outcomeDomain("social"),
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-with-permission",
    summary: {
      en: "The author lets it be used free of charge on request and with credit.",
      zh: "经作者同意并注明出处可免费使用。",
    },
    certainty: "unconfirmed",
  },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "There is no “peer” source, so it is insensitive to peer support by design.",
      zh: "没有“同伴”来源，因此按设计对同伴支持不敏感。",
    },
    {
      en: "Two sets of sum bands circulate (12–48, 49–68, 69–84 and up to 36, 37–60, over 60); neither is used here.",
      zh: "流传两套总分分级（12–48、49–68、69–84 及 ≤36、37–60、>60）；此处均不采用。",
    },
    {
      en: ".72, .85 and .75 are quoted as alpha in places; in the 1988 paper they are test-retest values.",
      zh: "有资料把 .72、.85、.75 引作 alpha；在 1988 年论文中它们是重测值。",
    },
  ],
  sources: ["Zimet 1988"],
});
