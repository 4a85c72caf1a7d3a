import { data, type Guideline, PARTS, programme } from "./guideline";

/** Evaluations of interventions without randomisation. Des Jarlais DC, Lyles C, Crepaz N. Improving the reporting quality of nonrandomized evaluations: the TREND statement. Am J Public Health 2004;94:361-366. */
export const TREND = {
  id: "trend",
  name: "TREND",
  about: { en: "Evaluations of interventions without randomisation", zh: "未随机分组的干预评价" },
  citation:
    "Des Jarlais DC, Lyles C, Crepaz N. Improving the reporting quality of nonrandomized evaluations: the TREND statement. Am J Public Health 2004;94:361-366.",
  items: [
    {
      item: "1",
      part: PARTS.title,
      topic: {
        en: "Says how units were allotted, and what was done and found in short",
        zh: "说明分组方式，并简述做法与发现",
      },
      answer: data("summary"),
    },
    {
      item: "2",
      part: PARTS.introduction,
      topic: { en: "Why the work was done, and the theory behind the support", zh: "开展工作的理由与支持所依据的理论" },
      answer: programme(),
    },
    {
      item: "3",
      part: PARTS.methods,
      topic: { en: "Who could take part, how and where they were found", zh: "参与条件、招募方式和地点" },
      answer: programme("who"),
    },
    {
      item: "4",
      part: PARTS.methods,
      topic: {
        en: "What was given to each group, by whom, where and how much",
        zh: "各组得到什么、由谁提供、地点和数量",
      },
      answer: programme(),
    },
    {
      item: "5",
      part: PARTS.methods,
      topic: { en: "The question and what was expected", zh: "研究问题与预期" },
      answer: data("question"),
    },
    {
      item: "6",
      part: PARTS.methods,
      topic: { en: "Outcomes, main and further, and how they were measured", zh: "主要和其他结局及其测量方法" },
      answer: data("question"),
    },
    {
      item: "7",
      part: PARTS.methods,
      topic: { en: "How the number of people was chosen", zh: "样本量如何确定" },
      answer: programme(),
    },
    {
      item: "8",
      part: PARTS.methods,
      topic: {
        en: "How people came into their group, and what was done against bias",
        zh: "人员如何进入各组，以及减少偏倚的措施",
      },
      answer: programme(),
    },
    {
      item: "9",
      part: PARTS.methods,
      topic: { en: "Who knew which group a person was in", zh: "谁知道每人所在的组别" },
      answer: {
        kind: "not-applicable",
        why: { en: "support cannot be given without people knowing it", zh: "提供支持时无法让当事人不知情" },
      },
    },
    {
      item: "10",
      part: PARTS.methods,
      topic: { en: "What was counted: single people, sites, groups", zh: "分析的单位：个人、站点或小组" },
      answer: data("methods"),
    },
    {
      item: "11",
      part: PARTS.methods,
      topic: {
        en: "The statistics used, also for missing data, with programs",
        zh: "所用统计方法（含缺失数据的处理）和程序",
      },
      answer: data("methods"),
    },
    {
      item: "12",
      part: PARTS.results,
      topic: { en: "How many people were at each stage, by group", zh: "各组各阶段的人数" },
      answer: data("flow"),
    },
    {
      item: "13",
      part: PARTS.results,
      topic: { en: "When people were recruited and followed", zh: "招募和随访的时间" },
      answer: programme(),
    },
    {
      item: "14",
      part: PARTS.results,
      topic: { en: "Who the people were at the beginning", zh: "人员在开始时的情况" },
      answer: data("results"),
    },
    {
      item: "15",
      part: PARTS.results,
      topic: { en: "Whether the groups were alike at the beginning", zh: "各组开始时是否相近" },
      answer: data("results"),
    },
    {
      item: "16",
      part: PARTS.results,
      topic: { en: "How many people stand behind each analysis", zh: "每项分析所依据的人数" },
      answer: data("results"),
    },
    {
      item: "17",
      part: PARTS.results,
      topic: {
        en: "Size and uncertainty of each result, and results that were not found",
        zh: "每项结果的大小和不确定性，包括无发现的结果",
      },
      answer: data("results"),
    },
    {
      item: "18",
      part: PARTS.results,
      topic: { en: "Further analyses, and which of them were planned", zh: "其他分析，以及其中哪些是事先计划的" },
      answer: data("question"),
    },
    {
      item: "19",
      part: PARTS.results,
      topic: { en: "Harm and what was not intended", zh: "伤害和非预期的结果" },
      answer: programme("limits"),
    },
    {
      item: "20",
      part: PARTS.discussion,
      topic: {
        en: "What the results mean, with bias, weaknesses and other explanations",
        zh: "结果的含义，包括偏倚、不足和其他解释",
      },
      answer: data("limits"),
    },
    {
      item: "21",
      part: PARTS.discussion,
      topic: { en: "For whom else the results may hold", zh: "结果还可能适用于哪些人" },
      answer: programme("limits"),
    },
    {
      item: "22",
      part: PARTS.discussion,
      topic: { en: "How the results stand to what else is known", zh: "结果与已有证据的关系" },
      answer: programme(),
    },
  ],
} as const satisfies Guideline;
