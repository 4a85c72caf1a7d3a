import { itemIds, numberedOptions, outcomeDomain, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("hiv-kq-18", 18);
// The answer key of the 2002 edition: these statements are true, all others false.
const TRUE_STATEMENTS = [4, 11, 14, 17];
const items = plainItems(ids, { kind: "choice", set: "truth" }).map((item) => ({
  ...item,
  key: TRUE_STATEMENTS.includes(Number(item.number)) ? 1 : 2,
}));

export const hivKq18 = defineInstrument({
  code: "hiv-kq-18",
  edition: "2002",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Brief HIV Knowledge Questionnaire", zh: "简明 HIV 知识问卷" },
  abbreviation: "HIV-KQ-18",
  purpose: { en: "Knowledge of how HIV is and is not passed on.", zh: "关于 HIV 如何传播和不会如何传播的知识。" },
  respondents: ["plhiv"],
  recall: { en: "Now", zh: "目前" },
  responseSets: { truth: numberedOptions(1, 3) },
  items: items,
  reverse: [],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "HIV knowledge (HIV-KQ-18)", zh: "HIV 知识（HIV-KQ-18）" },
      items: ids,
      formula: { kind: "sum" },
      missing: { minimumAnswered: 15, substitute: "zero", rounding: "none", certainty: "house" },
      range: { minimum: 0, maximum: 18 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("cognitive", ["outcome.cognitive.hiv-knowledge"], ["support.informational"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.75,
          high: 0.89,
          population: { en: "1,019 low-income adults, and trials", zh: "1,019 名低收入成人及多项试验" },
          certainty: "sourced",
        },
        {
          coefficient: "test-retest",
          low: 0.76,
          high: 0.94,
          population: { en: "Several intervals", zh: "多个间隔" },
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: 0.83,
        reason: { en: "Middle of the published retest figures.", zh: "已发表重测数据的中间值。" },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-research",
    summary: {
      en: "The author manuscript is public and the authors have offered the scale free; no licence text seen.",
      zh: "作者稿公开，作者曾免费提供；未见许可文本。",
    },
    certainty: "unconfirmed",
  },
  languages: ["en", "zh", "es"],
  terminology: [],
  notes: [
    {
      en: "Codes: 1 true, 2 false, 3 don't know. A right answer is worth 1; don't know counts as wrong, and so does a blank when fewer than one in five are blank.",
      zh: "编码：1 对，2 错，3 不知道。答对得 1 分；“不知道”视为错误，空白少于五分之一时也视为错误。",
    },
    {
      en: "It is about transmission, not about living with HIV or undetectable meaning untransmittable; expect a ceiling in people long in care.",
      zh: "内容关于传播，而非带病生活或“检测不到即不传染”；长期就诊者易出现天花板效应。",
    },
    {
      en: "The answer key belongs to the 2002 edition and awaits confirmation; some of its facts have aged.",
      zh: "答案键属 2002 年版，有待确认；部分内容已过时。",
    },
  ],
  sources: ["Carey and Schroder 2002, doi 10.1521/aeap.14.2.172.23902"],
});
