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

const ids = itemIds("whoqol-hiv-bref", 31);
const domain = (
  code: string,
  label: { en: string; zh: string },
  numbers: readonly number[],
  { allowed = 2, headline = false } = {},
) =>
  scaleOf({
    code,
    label,
    items: pickItems("whoqol-hiv-bref", numbers),
    formula: { kind: "mean", multiply: 4 },
    missing: { ...personMean(numbers.length - allowed), certainty: "sourced" },
    range: { minimum: 4, maximum: 20 },
    improvement: "increase",
    headline,
    serves: outcomeDomain("psychological", ["outcome.psychological.quality-of-life"]),
    reliability: [
      {
        coefficient: "test-retest",
        low: 0.72,
        high: 0.82,
        intervalDays: 14,
        population: { en: "57 people with HIV, China (over the domains)", zh: "中国 57 名 HIV 感染者（各领域）" },
        source: "Zhu 2017",
        certainty: "sourced",
      },
    ],
    reliableChange: {
      reliability: 0.77,
      reason: { en: "Middle of the two-week figures from China.", zh: "中国两周重测数据的中间值。" },
    },
  });

export const whoqolHivBref = defineInstrument({
  code: "whoqol-hiv-bref",
  edition: "2002",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "WHO quality of life, HIV short form", zh: "世界卫生组织 HIV 生存质量简表" },
  abbreviation: "WHOQOL-HIV BREF",
  purpose: {
    en: "Quality of life in six domains; the form used by several trials of peer support, so best for comparing with them.",
    zh: "六个领域的生活质量；多项同伴支持试验采用此表，便于比较。",
  },
  respondents: ["plhiv"],
  recall: { en: "Last 2 weeks", zh: "过去两周" },
  responseSets: { rating: numberedOptions(1, 5) },
  items: plainItems(ids, { kind: "choice", set: "rating" }),
  reverse: pickItems("whoqol-hiv-bref", [3, 4, 5, 8, 9, 10, 31]),
  sheetMinimumAnswered: 25,
  scales: [
    domain("general", { en: "General (WHOQOL-HIV)", zh: "总体（WHOQOL-HIV）" }, [1, 2], { allowed: 1, headline: true }),
    domain("physical", { en: "Physical (WHOQOL-HIV)", zh: "生理（WHOQOL-HIV）" }, [3, 4, 14, 21]),
    domain("psychological", { en: "Psychological (WHOQOL-HIV)", zh: "心理（WHOQOL-HIV）" }, [6, 11, 15, 24, 31], {
      headline: true,
    }),
    domain("independence", { en: "Independence (WHOQOL-HIV)", zh: "独立性（WHOQOL-HIV）" }, [5, 20, 22, 23]),
    domain("social", { en: "Social (WHOQOL-HIV)", zh: "社会关系（WHOQOL-HIV）" }, [17, 25, 26, 27]),
    domain(
      "environment",
      { en: "Environment (WHOQOL-HIV)", zh: "环境（WHOQOL-HIV）" },
      [12, 13, 16, 18, 19, 28, 29, 30],
    ),
    domain("spirituality", { en: "Spirituality (WHOQOL-HIV)", zh: "精神（WHOQOL-HIV）" }, [7, 8, 9, 10]),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "permission-needed",
    summary: {
      en: "WHO allows free reproduction but no sale; centres ask for a user agreement per study and language and forbid changes.",
      zh: "WHO 允许免费复制但不得出售；各中心要求按研究和语言签署使用协议，且禁止改动。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh", "vi", "ur", "fi", "pt"],
  terminology: [],
  notes: [
    {
      en: "Over 20% of items missing: the whole form is set aside. The allowance of two per domain comes from the parent form and is applied here by analogy.",
      zh: "缺失超过 20% 时整份问卷不计分。每领域允许缺失两题的规则来自母版，此处类推使用。",
    },
    {
      en: "Alpha was 0.93 for all items and 0.66 for spirituality in 1,100 people with HIV in China.",
      zh: "在中国 1,100 名 HIV 感染者中，全量表 alpha 为 0.93，精神领域为 0.66。",
    },
  ],
  sources: ["O'Connell and Skevington 2012", "Zhu 2017, doi 10.1136/bmjopen-2017-016382"],
});
