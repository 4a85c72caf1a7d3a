import {
  itemIds,
  numberedOptions,
  outcomeDomain,
  personMean,
  pickItems,
  plainItems,
  scaleOf,
} from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const ids = itemIds("pozqol", 13);
const part = (code: string, label: { en: string; zh: string }, numbers: readonly number[]) =>
  scaleOf({
    code,
    label,
    items: pickItems("pozqol", numbers),
    formula: { kind: "mean" },
    missing: personMean(numbers.length - 1),
    range: { minimum: 1, maximum: 5 },
    improvement: "increase",
    serves: outcomeDomain("psychological", ["outcome.psychological.quality-of-life"]),
  });

export const pozqol = defineInstrument({
  code: "pozqol",
  edition: "2018",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "PozQoL, quality of life of people living with HIV", zh: "PozQoL HIV 感染者生活质量量表" },
  abbreviation: "PozQoL",
  purpose: {
    en: "Quality of life, made together with organisations of people with HIV to evaluate community and peer programmes.",
    zh: "与 HIV 感染者组织共同编制的生活质量量表，用于评估社区与同伴项目。",
  },
  respondents: ["plhiv"],
  recall: { en: "Now", zh: "目前" },
  responseSets: { extent: numberedOptions(1, 5) },
  items: plainItems(ids, { kind: "choice", set: "extent" }),
  reverse: pickItems("pozqol", [1, 2, 3, 8, 9, 10, 11, 12, 13]),
  scales: [
    scaleOf({
      code: "total",
      label: { en: "Quality of life (PozQoL)", zh: "生活质量（PozQoL）" },
      items: ids,
      formula: { kind: "mean" },
      missing: personMean(11),
      range: { minimum: 1, maximum: 5 },
      improvement: "increase",
      headline: true,
      serves: outcomeDomain("psychological", ["outcome.psychological.quality-of-life"]),
      reliableChange: {
        reliability: null,
        reason: {
          en: "No numeric retest figure at hand: estimate it from a retest in the programme.",
          zh: "暂无重测数值：请在项目内重测后估计。",
        },
      },
    }),
    part("health-concerns", { en: "Health concerns (PozQoL)", zh: "健康担忧（PozQoL）" }, [1, 2, 3]),
    part("psychological", { en: "Psychological (PozQoL)", zh: "心理（PozQoL）" }, [4, 5, 6, 7]),
    part("social", { en: "Social (PozQoL)", zh: "社会（PozQoL）" }, [8, 9, 10]),
    part("functional", { en: "Functional (PozQoL)", zh: "功能（PozQoL）" }, [11, 12, 13]),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free-noncommercial",
    summary: {
      en: "Copyright La Trobe University; free without permission for non-commercial use; a citation is wanted.",
      zh: "版权归拉筹伯大学所有；非商业用途免费且无需许可；请注明引用。",
    },
    certainty: "sourced",
    toConfirm: {
      en: "Ask La Trobe for written leave before passing the wording on.",
      zh: "转发题目文字前请向拉筹伯大学取得书面许可。",
    },
  },
  languages: ["en"],
  terminology: [],
  notes: [
    {
      en: "Which items are scored backwards was inferred from their direction; confirm with the scoring guide.",
      zh: "反向计分条目系根据题意推断；请与评分手册核对。",
    },
    {
      en: "All scores are means from 1 to 5. The sum from 13 to 65 that some reports show is 13 times the mean when nothing is missing.",
      zh: "各分数均为 1–5 的均值。部分报告使用的 13–65 总分，在无缺失时等于均值的 13 倍。",
    },
  ],
  sources: ["Brown 2018, doi 10.1186/s12889-018-5433-6"],
});
