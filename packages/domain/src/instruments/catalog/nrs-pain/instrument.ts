import { outcomeDomain, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const pain = recordedNumber("nrs-pain", {
  code: "pain",
  number: "1",
  label: { en: "Pain, 0 to 10", zh: "疼痛（0–10）" },
  text: {
    en: "How strong was your pain in the last 24 hours? 0 is no pain, 10 is the worst pain you can think of.",
    zh: "在过去 24 小时里，您的疼痛有多强？0 表示不痛，10 表示您能想到的最痛。",
    id: "Seberapa kuat nyeri Anda dalam 24 jam terakhir? 0 berarti tidak nyeri, 10 berarti nyeri paling hebat yang bisa Anda bayangkan.",
    fr: "Quelle a été la force de votre douleur ces dernières 24 heures ? 0 veut dire aucune, 10 la pire que vous puissiez imaginer.",
  },
  minimum: 0,
  maximum: 10,
  integer: true,
  improvement: "decrease",
  headline: true,
  serves: outcomeDomain("physiological", ["outcome.physiological.pain"]),
});

export const nrsPain = defineInstrument({
  code: "nrs-pain",
  edition: "1.0",
  kind: "questionnaire",
  tier: "companion",
  validation: "not-applicable",
  name: {
    en: "Pain number from 0 to 10",
    zh: "疼痛数字评分（0–10）",
    id: "Angka nyeri 0 sampai 10",
    fr: "Douleur de 0 à 10",
  },
  abbreviation: "NRS",
  purpose: { en: "Pain right now as one number.", zh: "用一个数字表示当前疼痛。" },
  respondents: ["plhiv"],
  recall: { en: "Last 24 hours", zh: "过去 24 小时", id: "24 jam terakhir", fr: "24 dernières heures" },
  responseSets: {},
  items: [pain.item],
  reverse: [],
  scales: [
    {
      ...pain.scale,
      importantDifferences: [
        { value: 2, unit: "points", basis: { en: "Convention", zh: "惯例" }, certainty: "unconfirmed" },
        { value: 30, unit: "percent-of-baseline", basis: { en: "Convention", zh: "惯例" }, certainty: "unconfirmed" },
      ],
    },
  ],
  risks: [],
  wording: "own",
  licence: {
    status: "generic-format",
    summary: { en: "A generic format; the prompt is ours.", zh: "通用形式；提示语为本项目自拟。" },
    certainty: "unconfirmed",
  },
  languages: ["en", "zh", "id", "fr"],
  terminology: [{ system: "http://loinc.org", code: "38208-5", of: "observation", certainty: "sourced" }],
  notes: [],
  sources: ["LOINC 38208-5"],
});
