import { allNeeded, itemIds, numberedOptions, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("ras-ds", 38);

export const rasDs = defineInstrument({
  code: "ras-ds",
  edition: "2015",
  kind: "questionnaire",
  tier: "listed",
  validation: "published",
  name: { en: "Recovery Assessment Scale, Domains and Stages", zh: "康复评估量表（领域与阶段）" },
  abbreviation: "RAS-DS",
  purpose: {
    en: "Recovery in mental health; for programmes that follow outcomes of the mental-health framework.",
    zh: "心理健康康复；适用于追踪心理健康框架结果的项目。",
  },
  respondents: ["plhiv"],
  recall: { en: "Now", zh: "目前" },
  responseSets: { truth: numberedOptions(1, 4) },
  items: plainItems(ids, { kind: "choice", set: "truth" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Recovery (RAS-DS)", zh: "康复（RAS-DS）" },
      items: ids,
      formula: { kind: "sum" },
      missing: allNeeded(38),
      range: { minimum: 38, maximum: 152 },
      improvement: "increase",
      headline: true,
      serves: {
        domain: "outcome.psychological",
        outcomes: ["outcome.psychological.hope", "appear.outcome.hopefulness", "appear.outcome.relationships"],
        mechanisms: [],
        supports: [],
      },
      reliability: [
        {
          coefficient: "alpha",
          low: 0.805,
          high: 0.871,
          population: { en: "Treatment seekers, China, clinical-recovery domain", zh: "中国就诊者，临床康复领域" },
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.524,
          high: 0.613,
          population: { en: "Treatment seekers, China, clinical-recovery domain", zh: "中国就诊者，临床康复领域" },
          certainty: "sourced",
        },
      ],
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "permission-needed",
    summary: {
      en: "Free, but users have asked the University of Sydney for permission.",
      zh: "免费，但使用者须向悉尼大学申请许可。",
    },
    certainty: "sourced",
  },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "Response points and range are from memory and the missing-item rule of the manual was not seen: until it is confirmed every item is needed, and the four domains are not scored.",
      zh: "作答点数和分值范围凭记忆所记，手册的缺失规则未见：确认之前要求全部作答，且四个领域不计分。",
    },
  ],
  sources: ["Hancock 2015"],
});
