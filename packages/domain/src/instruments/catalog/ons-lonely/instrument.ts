import { allNeeded, itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("ons-lonely", 1);

export const onsLonely = defineInstrument({
  code: "ons-lonely",
  edition: "2018",
  kind: "questionnaire",
  tier: "companion",
  validation: "published",
  name: { en: "Direct loneliness question of the UK national indicator", zh: "英国国家指标直接孤独问题" },
  abbreviation: "ONS-L1",
  purpose: {
    en: "One direct question on loneliness, beside the three-item scale.",
    zh: "一个直接询问孤独感的问题，与三条目量表配合使用。",
  },
  respondents: ["plhiv", "volunteer"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { frequency: numberedOptions(1, 5) },
  items: plainItems(ids, { kind: "choice", set: "frequency" }),
  reverse: [],
  scales: [
    scaleOf({
      code: "frequency",
      label: { en: "Loneliness, direct question", zh: "孤独感（直接问题）" },
      items: ids,
      formula: { kind: "value" },
      missing: allNeeded(1),
      range: { minimum: 1, maximum: 5 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("psychological", ["outcome.psychological.loneliness"]),
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "open-government-licence",
    summary: {
      en: "United Kingdom national indicator question under the Open Government Licence.",
      zh: "英国国家指标问题，采用开放政府许可。",
    },
    certainty: "sourced",
  },
  languages: ["en"],
  terminology: [],
  notes: [
    {
      en: "Ordinal: analyse it as ordered answers. Higher must mean lonelier, so code the form from 1, least often, to 5, most often.",
      zh: "有序变量：按等级分析。数值越高代表越孤独，请按 1（最少）到 5（最多）编码。",
    },
  ],
  sources: ["ONS 2018 guidance"],
});
