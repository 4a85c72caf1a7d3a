import { itemIds, numberedOptions, outcomeDomain, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("iarss", 6);

export const iarss = defineInstrument({
  code: "iarss",
  edition: "2009",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "Internalized AIDS-Related Stigma Scale", zh: "内化艾滋病相关污名量表" },
  abbreviation: "IARSS-6",
  purpose: {
    en: "Internalised stigma in six yes-or-no statements, for groups.",
    zh: "以六个是非陈述测量内化污名，用于群体。",
  },
  respondents: ["plhiv"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { agreement: numberedOptions(0, 1) },
  items: plainItems(ids, { kind: "choice", set: "agreement" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Internalised stigma (IARSS-6)", zh: "内化污名（IARSS-6）" },
      items: ids,
      formula: { kind: "count", atLeast: 1 },
      missing: { ...personMean(5), rounding: "nearest-integer" },
      range: { minimum: 0, maximum: 6 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("cognitive", ["outcome.cognitive.internalised-stigma"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.75,
          high: 0.75,
          population: {
            en: "2,397 people with HIV; South Africa, Eswatini, United States",
            zh: "2,397 名 HIV 感染者；南非、斯威士兰、美国",
          },
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.53,
          high: 0.53,
          population: {
            en: "2,397 people with HIV; South Africa, Eswatini, United States",
            zh: "2,397 名 HIV 感染者；南非、斯威士兰、美国",
          },
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: 0.53,
        reason: {
          en: "Reliable change is 1.9 standard deviations: unfit for one person.",
          zh: "可靠变化需 1.9 个标准差：不适用于个人。",
        },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "unclear",
    summary: {
      en: "No licence statement found; used freely with citation.",
      zh: "未见许可声明；通常注明引用即可使用。",
    },
    certainty: "unconfirmed",
  },
  languages: ["en", "vi", "xh", "ss"],
  terminology: [],
  notes: [],
  sources: ["Kalichman 2009"],
});
