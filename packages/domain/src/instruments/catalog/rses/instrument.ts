import { itemIds, numberedOptions, outcomeDomain, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

// The negative items have different numbers in different printings, so ids say the direction and not the position.
const positive = itemIds("rses", 5, { stem: "positive-" });
const negative = itemIds("rses", 5, { stem: "negative-" });

export const rses = defineInstrument({
  code: "rses",
  edition: "1965",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "Rosenberg Self-Esteem Scale", zh: "罗森伯格自尊量表" },
  abbreviation: "RSES",
  purpose: {
    en: "Global self-esteem: how far a person values and accepts themselves.",
    zh: "总体自尊：一个人在多大程度上看重并接纳自己。",
  },
  respondents: ["plhiv"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { agreement: numberedOptions(0, 3) },
  items: [
    ...plainItems(positive, { kind: "choice", set: "agreement" }, { prefix: "P" }),
    ...plainItems(negative, { kind: "choice", set: "agreement" }, { prefix: "N" }),
  ],
  reverse: negative,
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Self-esteem (RSES)", zh: "自尊（RSES）" },
      items: [...positive, ...negative],
      formula: { kind: "sum" },
      missing: { ...personMean(9), rounding: "nearest-integer" },
      range: { minimum: 0, maximum: 30 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("psychological", ["outcome.psychological.sense-of-worth"]),
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-with-attribution",
    summary: {
      en: "University of Maryland: free for teaching and professional research with citation; elsewhere called public domain.",
      zh: "马里兰大学：注明引用即可免费用于教学和专业研究；另有资料称其属公有领域。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "The numbers of the five negative items differ between printings. P1 to P5 are the positive and N1 to N5 the negative items, each in the order of your form.",
      zh: "五个反向条目的编号因版本而异。P1–P5 为正向条目，N1–N5 为反向条目，均按您所用表格的顺序。",
    },
    {
      en: "The owner states that there are no cut-offs; bands in circulation have no basis.",
      zh: "版权方说明没有界值；流传的分级没有依据。",
    },
  ],
  sources: ["Rosenberg 1989"],
});
