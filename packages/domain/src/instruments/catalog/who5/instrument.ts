import { allNeeded, itemIds, numberedOptions, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("who5", 5);

export const who5 = defineInstrument({
  code: "who5",
  edition: "1998",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "WHO-5 Well-Being Index", zh: "世界卫生组织五项幸福感指数" },
  abbreviation: "WHO-5",
  purpose: {
    en: "How much of the time five signs of well-being were present, in people supported and in volunteers.",
    zh: "评估五种良好状态出现的时间多少，适用于受支持者和志愿者。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "Last 2 weeks", zh: "过去两周" },
  responseSets: { frequency: numberedOptions(0, 5) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "percentage",
      label: { en: "Well-being (WHO-5)", zh: "幸福感（WHO-5）" },
      items: ids,
      formula: { kind: "sum", multiply: 4 },
      missing: allNeeded(5),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      headline: true,
      serves: {
        domain: "outcome.psychological",
        outcomes: [],
        mechanisms: [
          "mechanism.sustainability.volunteer.positive-experience.sense-of-achievement.personal-growth.mental-health-regulation",
        ],
        supports: [],
      },
      bands: [
        {
          code: "likely-depression",
          from: 0,
          label: { en: "Very low: depression likely", zh: "很低：可能有抑郁" },
          certainty: "sourced",
        },
        {
          code: "poor",
          from: 28,
          exclusive: true,
          label: { en: "Low: look further", zh: "偏低：需进一步评估" },
          certainty: "sourced",
        },
        { code: "adequate", from: 50, exclusive: true, label: { en: "Adequate", zh: "尚可" }, certainty: "sourced" },
      ],
      importantDifferences: [
        {
          value: 10,
          unit: "points",
          basis: { en: "Rule of thumb attributed to Ware", zh: "归于 Ware 的经验法则" },
          source: "Topp 2015",
          certainty: "sourced",
        },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.86,
          high: 0.88,
          population: {
            en: "People with HIV, with epilepsy, and controls, Kilifi, Kenya",
            zh: "肯尼亚基利菲的 HIV 感染者、癫痫患者及对照",
          },
          certainty: "sourced",
        },
        {
          coefficient: "alpha",
          low: 0.907,
          high: 0.934,
          population: { en: "Students of health professions, China", zh: "中国医学类学生" },
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.803,
          high: 0.803,
          intervalDays: 7,
          population: { en: "Students of health professions, China", zh: "中国医学类学生" },
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.82,
          high: 0.82,
          intervalDays: 14,
          population: { en: "Community, Sri Lanka", zh: "斯里兰卡社区人群" },
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: 0.8,
        reason: {
          en: "Rounded from the one-week figure; not from people with HIV.",
          zh: "取自一周重测值；并非来自 HIV 感染者。",
        },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-noncommercial-sharealike",
    summary: {
      en: "Free to use; the current WHO edition carries a non-commercial, share-alike licence (CC BY-NC-SA 3.0 IGO).",
      zh: "可免费使用；现行 WHO 版本采用非商业、相同方式共享许可（CC BY-NC-SA 3.0 IGO）。",
    },
    certainty: "sourced",
    toConfirm: {
      en: "Read the licence on the WHO page of the edition used.",
      zh: "请在 WHO 网页上核对所用版本的许可。",
    },
  },
  languages: ["en", "zh", "sw"],
  terminology: [],
  notes: [
    {
      en: "A raw score under 13 of 25 is the same screen as 50 or less on this scale.",
      zh: "原始分低于 13（满分 25）等同于本量表 50 分及以下。",
    },
  ],
  sources: ["Topp 2015, doi 10.1159/000376585"],
});
