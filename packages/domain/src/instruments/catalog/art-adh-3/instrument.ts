import { allNeeded, numberedOptions, outcomeDomain, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const days = "art-adh-3.i1";
const quality = "art-adh-3.i2";
const frequency = "art-adh-3.i3";

export const artAdh3 = defineInstrument({
  code: "art-adh-3",
  edition: "2014",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Three-item self-report of antiretroviral adherence", zh: "三条目抗病毒治疗依从性自评" },
  abbreviation: "Wilson-3",
  purpose: {
    en: "Adherence to HIV medicine over a month, from three answers.",
    zh: "以三个问题评估一个月的服药依从性。",
  },
  respondents: ["plhiv"],
  recall: { en: "Last 30 days", zh: "过去 30 天" },
  responseSets: { quality: numberedOptions(1, 6), frequency: numberedOptions(1, 6) },
  items: [
    { id: days, number: "1", response: { kind: "number", minimum: 0, maximum: 30, integer: true, unit: "d" } },
    { id: quality, number: "2", response: { kind: "choice", set: "quality" } },
    { id: frequency, number: "3", response: { kind: "choice", set: "frequency" } },
  ],
  reverse: [days],
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Adherence (Wilson-3)", zh: "服药依从性（Wilson-3）" },
      items: [days, quality, frequency],
      formula: { kind: "percent-of-range" },
      missing: allNeeded(3),
      range: { minimum: 0, maximum: 100 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("behavioural", ["outcome.behavioural.medication-adherence"]),
      reliability: [
        {
          coefficient: "alpha",
          low: 0.89,
          high: 0.89,
          population: { en: "United States, online and clinic", zh: "美国，线上与诊所" },
          certainty: "sourced",
        },
        {
          coefficient: "alpha",
          low: 0.8,
          high: 0.8,
          population: {
            en: "336 people with HIV without homes, United States (reported as over .80)",
            zh: "美国 336 名无家可归的 HIV 感染者（报告为高于 .80）",
          },
          certainty: "sourced",
        },
        {
          coefficient: "alpha",
          low: 0.79,
          high: 0.79,
          population: { en: "Pregnant women, Cape Town", zh: "开普敦孕妇" },
          certainty: "sourced",
        },
      ],
      reliableChange: {
        reliability: null,
        reason: {
          en: "Strong ceiling (means about 90): report the median and the share at 100.",
          zh: "天花板效应强（均值约 90）：请报告中位数与满分比例。",
        },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-research",
    summary: {
      en: "Publicly funded and freely used with citation; one library says non-commercial.",
      zh: "公费研究成果，注明引用即可使用；有资料库注明限非商业用途。",
    },
    certainty: "sourced",
  },
  languages: ["en", "xh", "zh"],
  terminology: [],
  notes: [
    {
      en: "No agreed cut-off: 75 gave a sensitivity of .64 and a specificity of .57 for viral load in Cape Town.",
      zh: "无公认界值：开普敦以 75 为界，对病毒载量的灵敏度为 .64，特异度为 .57。",
    },
    { en: "A marker beside viral load, not a substitute for it.", zh: "可作病毒载量之外的参考，不能代替。" },
  ],
  sources: ["Wilson 2014", "Wilson 2016", "Phillips 2017"],
});
