import { mechanismOnly, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const entry = {
  minimum: 0,
  maximum: 100,
  integer: false,
  unit: "%",
  improvement: "increase",
  headline: true,
  serves: mechanismOnly(["mechanism.effectiveness.relationship"]),
} as const;
const relationship = recordedNumber("ps-fidelity-index", {
  ...entry,
  code: "relationship",
  number: "1",
  label: {
    en: "Trusting relationship from shared experience (% of maximum)",
    zh: "基于共同经历的信任关系（占最高分百分比）",
  },
});
const reciprocity = recordedNumber("ps-fidelity-index", {
  ...entry,
  code: "reciprocity",
  number: "2",
  label: { en: "Reciprocity (% of maximum)", zh: "互惠（占最高分百分比）" },
});
const choice = recordedNumber("ps-fidelity-index", {
  ...entry,
  code: "choice",
  number: "3",
  label: { en: "Choice and control (% of maximum)", zh: "选择与掌控（占最高分百分比）" },
});
const strengths = recordedNumber("ps-fidelity-index", {
  ...entry,
  code: "strengths",
  number: "4",
  label: { en: "Strengths and community connection (% of maximum)", zh: "优势与社区联系（占最高分百分比）" },
});

export const psFidelityIndex = defineInstrument({
  code: "ps-fidelity-index",
  edition: "2021",
  kind: "totals",
  tier: "listed",
  validation: "published",
  name: { en: "Principle-based peer support fidelity index", zh: "基于原则的同伴支持忠实度指数" },
  abbreviation: "PSFI",
  purpose: {
    en: "How far peer support keeps to four principles, rated from interviews by two raters.",
    zh: "同伴支持在多大程度上遵循四项原则，由两名评定者依据访谈评分。",
  },
  respondents: ["plhiv", "volunteer", "supervisor"],
  recall: { en: "Now", zh: "目前" },
  responseSets: {},
  items: [relationship.item, reciprocity.item, choice.item, strengths.item],
  reverse: [],
  scales: [relationship.scale, reciprocity.scale, choice.scale, strengths.scale],
  risks: [],
  wording: "pack",
  licence: { status: "unclear", summary: { en: "Ask the authors.", zh: "请询问作者。" }, certainty: "sourced" },
  languages: ["en"],
  terminology: [],
  notes: [
    {
      en: "Enter each domain, agreed between the two raters, as a share of its maximum, from 0 to 100.",
      zh: "请录入两名评定者商定的各领域得分，以占最高分的百分比（0–100）表示。",
    },
  ],
  sources: ["Gillard 2021, doi 10.1007/s00127-021-02038-4"],
});
