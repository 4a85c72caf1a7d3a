import { itemIds, mechanismOnly, numberedOptions, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("psat", 40);
const domains = [
  { code: "environmental-support", label: { en: "Environmental support", zh: "环境支持" } },
  { code: "funding-stability", label: { en: "Funding stability", zh: "资金稳定" } },
  { code: "partnerships", label: { en: "Partnerships", zh: "伙伴关系" } },
  { code: "organisational-capacity", label: { en: "Organisational capacity", zh: "组织能力" } },
  { code: "programme-evaluation", label: { en: "Programme evaluation", zh: "项目评估" } },
  { code: "programme-adaptation", label: { en: "Programme adaptation", zh: "项目调适" } },
  { code: "communications", label: { en: "Communications", zh: "沟通传播" } },
  { code: "strategic-planning", label: { en: "Strategic planning", zh: "战略规划" } },
] as const;
const sustainability = mechanismOnly(["mechanism.sustainability"]);
const funding = mechanismOnly(["mechanism.sustainability", "mechanism.sustainability.context.financial-support"]);
const reliability = [
  {
    coefficient: "alpha",
    low: 0.79,
    high: 0.92,
    population: { en: "592 staff of 252 programmes (over the domains)", zh: "252 个项目的 592 名员工（各领域）" },
    source: "Luke 2014",
    certainty: "sourced",
  },
] as const;

export const psat = defineInstrument({
  code: "psat",
  edition: "2",
  kind: "questionnaire",
  tier: "supported",
  validation: "published",
  name: { en: "Program Sustainability Assessment Tool", zh: "项目可持续性评估工具" },
  abbreviation: "PSAT",
  purpose: {
    en: "How well a programme is placed to go on, rated by several people who know it.",
    zh: "由多位了解项目的人评定其持续能力。",
  },
  respondents: ["programme"],
  recall: { en: "Now", zh: "目前" },
  responseSets: { extent: { options: [...numberedOptions(1, 7).options, { code: 8, value: null }] } },
  items: plainItems(ids, { kind: "choice", set: "extent" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "overall",
      label: { en: "Sustainability, overall (PSAT)", zh: "可持续性总分（PSAT）" },
      items: ids,
      formula: { kind: "composite", scales: domains.map(({ code }) => code), combine: "mean" },
      missing: personMean(24),
      range: { minimum: 1, maximum: 7 },
      improvement: "increase",
      headline: true,
      serves: sustainability,
      reliability: [],
    }),
    ...domains.map(({ code, label }, index) =>
      scaleOf({
        code,
        label,
        items: ids.slice(5 * index, 5 * index + 5),
        formula: { kind: "mean" },
        missing: personMean(3),
        range: { minimum: 1, maximum: 7 },
        improvement: "increase",
        serves: code === "funding-stability" ? funding : sustainability,
        reliability,
      }),
    ),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-noncommercial",
    summary: {
      en: "Washington University; free online and as PDF; translation by arrangement; licence text not seen.",
      zh: "华盛顿大学；可在线及以 PDF 免费使用；翻译需商定；未见许可文本。",
    },
    certainty: "sourced",
    toConfirm: { en: "Ask the owner before passing the wording on.", zh: "转发题目文字前请询问版权方。" },
  },
  languages: ["en", "es"],
  terminology: [],
  notes: [
    {
      en: "Code 8 stands for “not able to answer”; it carries no value and counts as unanswered.",
      zh: "编码 8 表示“无法回答”；没有分值，视为未作答。",
    },
    {
      en: "Have several people rate: in an adaptation for schools, raters agreed poorly in most domains.",
      zh: "请多人评定：在学校改编版中，多数领域评定者间一致性差。",
    },
    { en: "It does not cover volunteers or confidentiality.", zh: "不涉及志愿者与保密。" },
  ],
  sources: ["Luke 2014, doi 10.5888/pcd11.130184"],
});
