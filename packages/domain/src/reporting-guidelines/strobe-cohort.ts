import { data, type Guideline, PARTS, programme } from "./guideline";

/** Cohort studies. von Elm E, Altman DG, Egger M, et al. The Strengthening the Reporting of Observational Studies in Epidemiology (STROBE) statement. Lancet 2007;370:1453-1457. */
export const STROBE_COHORT = {
  id: "strobe-cohort",
  name: "STROBE",
  about: { en: "Cohort studies", zh: "队列研究" },
  citation:
    "von Elm E, Altman DG, Egger M, et al. The Strengthening the Reporting of Observational Studies in Epidemiology (STROBE) statement. Lancet 2007;370:1453-1457.",
  items: [
    {
      item: "1",
      part: PARTS.title,
      topic: {
        en: "Names the design, and sums up in short what was done and found",
        zh: "写明研究设计，并简述做法与发现",
      },
      answer: data("summary"),
    },
    {
      item: "2",
      part: PARTS.introduction,
      topic: { en: "Background and reasons", zh: "背景和理由" },
      answer: programme(),
    },
    {
      item: "3",
      part: PARTS.introduction,
      topic: { en: "Aims and what was expected beforehand", zh: "目的和事先的预期" },
      answer: data("question"),
    },
    {
      item: "4",
      part: PARTS.methods,
      topic: { en: "Design, told early", zh: "尽早说明研究设计" },
      answer: data("question"),
    },
    {
      item: "5",
      part: PARTS.methods,
      topic: { en: "Places and dates", zh: "地点和日期" },
      answer: programme("who"),
    },
    {
      item: "6",
      part: PARTS.methods,
      topic: { en: "Who could take part, how they were chosen and followed", zh: "参与条件、选择和随访方式" },
      answer: programme("who"),
    },
    {
      item: "7",
      part: PARTS.methods,
      topic: { en: "Every outcome, exposure and possible confounder", zh: "每项结局、暴露和可能的混杂因素" },
      answer: data("question"),
    },
    {
      item: "8",
      part: PARTS.methods,
      topic: { en: "How each thing was measured, in the same way in all groups", zh: "每项内容如何测量，各组是否一致" },
      answer: data("methods"),
    },
    {
      item: "9",
      part: PARTS.methods,
      topic: { en: "What was done against bias", zh: "减少偏倚的措施" },
      answer: data("limits"),
    },
    {
      item: "10",
      part: PARTS.methods,
      topic: { en: "How the number of people came about", zh: "样本量如何产生" },
      answer: programme(),
    },
    {
      item: "11",
      part: PARTS.methods,
      topic: { en: "How numbers were handled and grouped", zh: "数值如何处理和分组" },
      answer: data("methods"),
    },
    {
      item: "12",
      part: PARTS.methods,
      topic: {
        en: "The statistics used, also for confounding and missing data",
        zh: "所用统计方法，包括混杂和缺失数据的处理",
      },
      answer: data("methods"),
    },
    {
      item: "13",
      part: PARTS.results,
      topic: {
        en: "How many people at each stage, and why others are not there",
        zh: "各阶段人数，以及其他人未计入的原因",
      },
      answer: data("flow"),
    },
    {
      item: "14",
      part: PARTS.results,
      topic: { en: "Who the people were, with numbers of missing data", zh: "人员情况及缺失数据的人数" },
      answer: data("missing"),
    },
    {
      item: "15",
      part: PARTS.results,
      topic: { en: "Outcomes over time", zh: "各时间点的结局" },
      answer: data("results"),
    },
    {
      item: "16",
      part: PARTS.results,
      topic: { en: "Estimates with their uncertainty", zh: "估计值及其不确定性" },
      answer: data("results"),
    },
    {
      item: "17",
      part: PARTS.results,
      topic: { en: "Other analyses", zh: "其他分析" },
      answer: data("suppression"),
    },
    {
      item: "18",
      part: PARTS.discussion,
      topic: { en: "Main results, against the aims", zh: "对照目的概述主要结果" },
      answer: data("summary"),
    },
    {
      item: "19",
      part: PARTS.discussion,
      topic: { en: "Limits, with direction and size of possible bias", zh: "局限，以及可能偏倚的方向和大小" },
      answer: data("limits"),
    },
    {
      item: "20",
      part: PARTS.discussion,
      topic: { en: "A careful reading of it all", zh: "对全部结果的谨慎解读" },
      answer: data("limits"),
    },
    {
      item: "21",
      part: PARTS.discussion,
      topic: { en: "For whom else it may hold", zh: "还可能适用于哪些人" },
      answer: programme("limits"),
    },
    {
      item: "22",
      part: PARTS.other,
      topic: { en: "Who paid, and their part in it", zh: "资助者及其作用" },
      answer: programme("who"),
    },
  ],
} as const satisfies Guideline;
