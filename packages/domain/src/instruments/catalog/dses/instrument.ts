import { itemIds, mechanismOnly, numberedOptions, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("dses", 11);

export const dses = defineInstrument({
  code: "dses",
  edition: "1995",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "Decision Self-Efficacy Scale", zh: "决策自我效能量表" },
  abbreviation: "DSES",
  purpose: {
    en: "Confidence in making a health decision: what appraisal support is for.",
    zh: "做出健康决策的信心：评价性支持的目标。",
  },
  respondents: ["plhiv"],
  recall: { en: "About one decision", zh: "针对某一决策" },
  responseSets: { confidence: numberedOptions(0, 4) },
  items: plainItems(ids, { kind: "choice", set: "confidence" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Decision self-efficacy (DSES)", zh: "决策自我效能（DSES）" },
      items: ids,
      formula: { kind: "mean", multiply: 25 },
      missing: personMean(9),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      headline: true,
      serves: mechanismOnly([], ["support.appraisal"]),
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-unaltered",
    summary: {
      en: "Ottawa: no permission needed if cited, unaltered and not used for profit.",
      zh: "渥太华：注明引用、不改动且不牟利则无需许可。",
    },
    certainty: "sourced",
  },
  languages: ["en", "fr"],
  terminology: [],
  notes: [
    {
      en: "The abbreviation also names a scale of daily spiritual experience, which is another instrument.",
      zh: "该缩写也指“日常灵性体验量表”，为另一量表。",
    },
    { en: "Item count and formula are from memory.", zh: "条目数与公式凭记忆所记。" },
  ],
  sources: ["O'Connor, Ottawa Hospital Research Institute"],
});
