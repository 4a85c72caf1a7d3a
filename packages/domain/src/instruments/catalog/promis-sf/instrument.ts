import { outcomeDomain, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const entry = { minimum: 10, maximum: 90, integer: false, unit: "{T-score}" };
const isolation = recordedNumber("promis-sf", {
  code: "social-isolation",
  number: "1",
  label: { en: "Social isolation (PROMIS T-score)", zh: "社会隔离（PROMIS T 分）" },
  ...entry,
  improvement: "decrease",
  headline: true,
  serves: outcomeDomain("psychological", ["outcome.psychological.loneliness"]),
});
const emotional = recordedNumber("promis-sf", {
  code: "emotional-support",
  number: "2",
  label: { en: "Emotional support (PROMIS T-score)", zh: "情感支持（PROMIS T 分）" },
  ...entry,
  improvement: "increase",
  headline: true,
  serves: outcomeDomain("social", [], ["support.emotional"]),
});

export const promisSf = defineInstrument({
  code: "promis-sf",
  edition: "4a",
  kind: "totals",
  tier: "listed",
  validation: "published",
  name: { en: "PROMIS short forms, social isolation and emotional support", zh: "PROMIS 简表：社会隔离与情感支持" },
  abbreviation: "PROMIS",
  purpose: {
    en: "T-scores of two four-item short forms, worked out with the owner's tables.",
    zh: "两个四条目简表的 T 分，按版权方表格换算。",
  },
  respondents: ["plhiv"],
  recall: { en: "As the form says", zh: "按表格说明" },
  responseSets: {},
  items: [isolation.item, emotional.item],
  reverse: [],
  scales: [isolation.scale, emotional.scale],
  risks: [],
  wording: "pack",
  licence: {
    status: "permission-for-software",
    summary: {
      en: "Free for one's own research and clinic in English and Spanish; building it into software needs permission, and other languages carry a fee.",
      zh: "英文和西班牙文版可免费用于自身研究与临床；集成到软件需获许可，其他语言收费。",
    },
    certainty: "sourced",
  },
  languages: ["en", "es"],
  terminology: [],
  notes: [
    {
      en: "Only T-scores are entered. The conversion tables belong to the owner and are not included.",
      zh: "只录入 T 分。换算表归版权方所有，此处不含。",
    },
  ],
  sources: ["HealthMeasures"],
});
