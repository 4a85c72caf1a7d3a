import { mechanismOnly, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const entry = { minimum: 0, maximum: 6, integer: false } as const;
const burnout = mechanismOnly(["mechanism.sustainability.volunteer.negative-feelings.emotional-burnout"]);
const exhaustion = recordedNumber("mbi", {
  code: "exhaustion",
  number: "1",
  label: { en: "Emotional exhaustion (mean score)", zh: "情绪耗竭（均分）" },
  ...entry,
  improvement: "decrease",
  headline: true,
  serves: burnout,
});
const depersonalisation = recordedNumber("mbi", {
  code: "depersonalisation",
  number: "2",
  label: { en: "Depersonalisation (mean score)", zh: "去人格化（均分）" },
  ...entry,
  improvement: "decrease",
  serves: burnout,
});
const accomplishment = recordedNumber("mbi", {
  code: "accomplishment",
  number: "3",
  label: { en: "Personal accomplishment (mean score)", zh: "个人成就感（均分）" },
  ...entry,
  improvement: "increase",
  serves: burnout,
});

export const mbi = defineInstrument({
  code: "mbi",
  edition: "licensed",
  kind: "totals",
  tier: "totals-only",
  validation: "published",
  name: { en: "Maslach Burnout Inventory", zh: "马氏倦怠量表" },
  abbreviation: "MBI",
  purpose: { en: "Burnout scores from a site that holds a licence.", zh: "由持有授权的站点提供的倦怠分数。" },
  respondents: ["volunteer"],
  recall: { en: "As the licensed form says", zh: "按授权表格说明" },
  responseSets: {},
  items: [exhaustion.item, depersonalisation.item, accomplishment.item],
  reverse: [],
  scales: [exhaustion.scale, depersonalisation.scale, accomplishment.scale],
  risks: [],
  wording: "never",
  licence: {
    status: "proprietary",
    summary: {
      en: "Sold by Mind Garden, which bars reproduction. No wording, keys or norms may be held here.",
      zh: "由 Mind Garden 出售并禁止复制。此处不得存放题目、计分键或常模。",
    },
    certainty: "sourced",
  },
  languages: [],
  terminology: [],
  notes: [
    {
      en: "Type in the three mean scores, from 0 to 6, that the licensed scoring gives.",
      zh: "请录入按授权评分得到的三个均分（0–6）。",
    },
  ],
  sources: ["Mind Garden"],
});
