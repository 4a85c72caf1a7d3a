import { outcomeDomain, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const taken = recordedNumber("adh-vas", {
  code: "taken",
  number: "1",
  label: { en: "Medicine taken, 0 to 100 (line)", zh: "服药比例（0–100 标尺）" },
  text: {
    en: "How much of your HIV medicine did you take in the last 30 days? 0 is none, 100 is all of it.",
    zh: "在过去 30 天里，您服用了多少抗 HIV 药物？0 表示完全没有，100 表示全部。",
    id: "Berapa banyak obat HIV yang Anda minum dalam 30 hari terakhir? 0 berarti tidak sama sekali, 100 berarti semuanya.",
    fr: "Quelle part de votre traitement contre le VIH avez-vous prise ces 30 derniers jours ? 0 veut dire rien, 100 veut dire tout.",
  },
  minimum: 0,
  maximum: 100,
  integer: true,
  unit: "%",
  improvement: "increase",
  headline: true,
  serves: outcomeDomain("behavioural", ["outcome.behavioural.medication-adherence"]),
});

export const adhVas = defineInstrument({
  code: "adh-vas",
  edition: "1.0",
  kind: "questionnaire",
  tier: "companion",
  validation: "not-applicable",
  name: {
    en: "Adherence line from 0 to 100",
    zh: "依从性视觉模拟尺（0–100）",
    id: "Garis kepatuhan 0 sampai 100",
    fr: "Échelle d'observance de 0 à 100",
  },
  abbreviation: "VAS-ADH",
  purpose: {
    en: "One mark on a line: how much of the HIV medicine was taken.",
    zh: "在线上标记：服用了多少抗 HIV 药物。",
  },
  respondents: ["plhiv"],
  recall: { en: "Last 30 days", zh: "过去 30 天", id: "30 hari terakhir", fr: "30 derniers jours" },
  responseSets: {},
  items: [taken.item],
  reverse: [],
  scales: [taken.scale],
  risks: [],
  wording: "own",
  licence: {
    status: "generic-format",
    summary: {
      en: "A line from 0 to 100 is a method, not a protected text; the prompt is ours.",
      zh: "0–100 标尺是一种方法，不受文本保护；提示语为本项目自拟。",
    },
    certainty: "unconfirmed",
  },
  languages: ["en", "zh", "id", "fr"],
  terminology: [],
  notes: [
    {
      en: "Studies use 85 or 95 as threshold: declare yours before looking at data.",
      zh: "各研究以 85 或 95 为界：请在看数据之前声明。",
    },
  ],
  sources: ["Kalichman 2009"],
});
