import { itemIds, numberedOptions, outcomeDomain, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

// The article groups the items; printings order them differently, so ids name the group.
const enacted = itemIds("hss12", 3, { stem: "personalised-" });
const disclosure = itemIds("hss12", 3, { stem: "disclosure-" });
const attitudes = itemIds("hss12", 3, { stem: "attitudes-" });
const selfImage = itemIds("hss12", 3, { stem: "self-image-" });
const agreement = { kind: "choice", set: "agreement" } as const;

export const hss12 = defineInstrument({
  code: "hss12",
  edition: "2017",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "12-item HIV Stigma Scale", zh: "12 条目 HIV 污名量表" },
  abbreviation: "HSS-12",
  purpose: {
    en: "Stigma met and stigma felt, kept apart, with worries about disclosure and public attitudes.",
    zh: "区分遭受的歧视与内心的污名，并测量暴露担忧和公众态度。",
  },
  respondents: ["plhiv"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { agreement: numberedOptions(1, 4) },
  items: [
    ...plainItems(enacted, agreement, { prefix: "PS" }),
    ...plainItems(disclosure, agreement, { prefix: "DC" }),
    ...plainItems(attitudes, agreement, { prefix: "PA" }),
    ...plainItems(selfImage, agreement, { prefix: "NS" }),
  ],
  reverse: [],
  scales: [
    scaleOf({
      code: "personalised-stigma",
      label: { en: "Personalised stigma (HSS-12)", zh: "个人遭受的污名（HSS-12）" },
      items: enacted,
      formula: { kind: "sum" },
      missing: personMean(2),
      range: { minimum: 3, maximum: 12 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("cognitive", ["outcome.cognitive.enacted-stigma"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.88,
          high: 0.88,
          population: { en: "880 people with HIV, Sweden", zh: "瑞典 880 名 HIV 感染者" },
          source: "Reinius 2017",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "negative-self-image",
      label: { en: "Negative self-image (HSS-12)", zh: "负面自我形象（HSS-12）" },
      items: selfImage,
      formula: { kind: "sum" },
      missing: personMean(2),
      range: { minimum: 3, maximum: 12 },
      improvement: "decrease",
      headline: true,
      serves: outcomeDomain("cognitive", ["outcome.cognitive.internalised-stigma"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.8,
          high: 0.8,
          population: { en: "880 people with HIV, Sweden", zh: "瑞典 880 名 HIV 感染者" },
          source: "Reinius 2017",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "disclosure-concerns",
      label: { en: "Disclosure concerns (HSS-12)", zh: "暴露担忧（HSS-12）" },
      items: disclosure,
      formula: { kind: "sum" },
      missing: personMean(2),
      range: { minimum: 3, maximum: 12 },
      improvement: "decrease",
      serves: outcomeDomain("cognitive"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.84,
          high: 0.84,
          population: { en: "880 people with HIV, Sweden", zh: "瑞典 880 名 HIV 感染者" },
          source: "Reinius 2017",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "public-attitudes",
      label: { en: "Public attitudes (HSS-12)", zh: "公众态度（HSS-12）" },
      items: attitudes,
      formula: { kind: "sum" },
      missing: personMean(2),
      range: { minimum: 3, maximum: 12 },
      improvement: "decrease",
      serves: outcomeDomain("cognitive"),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.81,
          high: 0.81,
          population: { en: "880 people with HIV, Sweden", zh: "瑞典 880 名 HIV 感染者" },
          source: "Reinius 2017",
          certainty: "sourced",
        },
      ],
    }),
    scaleOf({
      code: "total",
      label: { en: "HIV stigma, all items (HSS-12)", zh: "HIV 污名总分（HSS-12）" },
      items: [...enacted, ...disclosure, ...attitudes, ...selfImage],
      formula: {
        kind: "composite",
        scales: ["personalised-stigma", "disclosure-concerns", "public-attitudes", "negative-self-image"],
        combine: "sum",
      },
      missing: personMean(8),
      range: { minimum: 12, maximum: 48 },
      improvement: "decrease",
      serves: outcomeDomain("cognitive", ["outcome.cognitive.enacted-stigma", "outcome.cognitive.internalised-stigma"]),
      reliability: [
        {
          coefficient: "test-retest",
          low: 0.89,
          high: 0.89,
          population: { en: "Tamil, India, 40-item parent scale", zh: "印度泰米尔语，40 条目母量表" },
          certainty: "sourced",
        },
      ],
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "open-access-article",
    summary: {
      en: "The article is CC BY 4.0, but the items come from the 40-item scale of 2001, whose library restricts use to research or education.",
      zh: "论文为 CC BY 4.0，但条目来自 2001 年的 40 条目量表，其资料库限用于研究或教育。",
    },
    certainty: "sourced",
    toConfirm: { en: "Ask the authors before passing the wording on.", zh: "转发题目文字前请询问作者。" },
  },
  languages: ["en", "sv", "zh", "ta"],
  terminology: [],
  notes: [
    {
      en: "Concerns about disclosure may rise in a good programme: do not read that as failure.",
      zh: "在良好的项目中暴露担忧可能上升：不要视为失败。",
    },
    {
      en: "People who have told nobody often leave the personalised items out; those subscales then stay without a score.",
      zh: "未向任何人透露者常跳过个人遭受条目；此时该分量表没有得分。",
    },
    {
      en: "PS, DC, PA and NS with a number from 1 to 3 stand for the items of each subscale in the order of your form; the article says which is which.",
      zh: "PS、DC、PA、NS 加 1–3 分别代表各分量表条目，按您所用表格的顺序；归属见论文。",
    },
  ],
  sources: ["Reinius 2017, doi 10.1186/s12955-017-0691-z"],
});
