import { mechanismOnly, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const entry = { minimum: 0, maximum: 100, integer: false, unit: "%" } as const;
const serves = mechanismOnly(["mechanism.effectiveness.relationship", "mechanism.effectiveness.volunteer"]);
const implementation = recordedNumber("upsides-fs", {
  code: "implementation",
  number: "1",
  label: { en: "Implementation (UPSIDES, % of maximum)", zh: "实施（UPSIDES，占最高分百分比）" },
  ...entry,
  improvement: "increase",
  headline: true,
  serves,
});
const ingredients = recordedNumber("upsides-fs", {
  code: "active-ingredients",
  number: "2",
  label: { en: "Active ingredients (UPSIDES, % of maximum)", zh: "有效成分（UPSIDES，占最高分百分比）" },
  ...entry,
  improvement: "increase",
  headline: true,
  serves,
});

export const upsidesFs = defineInstrument({
  code: "upsides-fs",
  edition: "2024",
  kind: "totals",
  tier: "listed",
  validation: "published",
  name: { en: "UPSIDES Fidelity Scale", zh: "UPSIDES 忠实度量表" },
  abbreviation: "UPSIDES-FS",
  purpose: {
    en: "Whether peer support in mental health was given as meant; 28 items for users, 21 for peers.",
    zh: "心理健康同伴支持是否按设计实施；用户版 28 题，同伴版 21 题。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "Since the start", zh: "自开始以来" },
  responseSets: {},
  items: [implementation.item, ingredients.item],
  reverse: [],
  scales: [implementation.scale, ingredients.scale],
  risks: [],
  wording: "pack",
  licence: {
    status: "open-access-article",
    summary: {
      en: "Open-access article; terms of the scale itself not checked.",
      zh: "开放获取论文；量表本身的条款未核实。",
    },
    certainty: "sourced",
  },
  languages: ["en", "de", "lg", "sw", "he", "gu"],
  terminology: [],
  notes: [
    {
      en: "Item keys and response points were not confirmed, so subscale scores are typed in as a share of their maximum, from 0 to 100, scored by the rule in the paper.",
      zh: "条目键与作答点数未确认，因此按论文规则评分后，以占最高分的百分比（0–100）录入分量表分。",
    },
    { en: "Alpha .675 to .969 in 315 participants of five countries.", zh: "五国 315 名参与者中 alpha 为 .675–.969。" },
  ],
  sources: ["Hiltensperger 2024, doi 10.1186/s12888-024-06081-8"],
});
