import { data, type Guideline, PARTS, programme } from "./guideline";

/** What people report themselves, as an outcome. Calvert M, Blazeby J, Altman DG, et al. Reporting of patient-reported outcomes in randomized trials: the CONSORT PRO extension. JAMA 2013;309:814-822. */
export const CONSORT_PRO = {
  id: "consort-pro",
  name: "CONSORT-PRO",
  about: { en: "What people report themselves, as an outcome", zh: "以当事人自报作为结局" },
  citation:
    "Calvert M, Blazeby J, Altman DG, et al. Reporting of patient-reported outcomes in randomized trials: the CONSORT PRO extension. JAMA 2013;309:814-822.",
  items: [
    {
      item: "P1b",
      part: PARTS.title,
      topic: {
        en: "The short account names what people report as a main or further outcome",
        zh: "摘要写明自报结局是主要还是其他结局",
      },
      answer: data("summary"),
    },
    {
      item: "2a",
      part: PARTS.introduction,
      topic: { en: "Why people were asked themselves", zh: "为何采用当事人自报" },
      answer: programme(),
    },
    {
      item: "P2b",
      part: PARTS.introduction,
      topic: {
        en: "Which of these outcomes were expected to change, by domain",
        zh: "预期哪些自报结局会变化，按领域说明",
      },
      answer: data("question"),
    },
    {
      item: "P6a",
      part: PARTS.methods,
      topic: { en: "What is known of each questionnaire, who answered and how", zh: "每份问卷的依据、由谁作答及方式" },
      answer: data("methods"),
    },
    {
      item: "P12a",
      part: PARTS.methods,
      topic: { en: "How missing answers were handled", zh: "缺失回答如何处理" },
      answer: data("missing"),
    },
    {
      item: "13a",
      part: PARTS.results,
      topic: { en: "How many were asked and answered at each time", zh: "每个时间点询问和作答的人数" },
      answer: data("flow"),
    },
    {
      item: "15",
      part: PARTS.results,
      topic: { en: "Answers at the beginning", zh: "开始时的回答" },
      answer: data("results"),
    },
    {
      item: "16",
      part: PARTS.results,
      topic: { en: "How many stand behind each domain and time", zh: "每个领域和时间点所依据的人数" },
      answer: data("results"),
    },
    {
      item: "17a",
      part: PARTS.results,
      topic: { en: "Results of every domain and time, not chosen ones", zh: "所有领域和时间点的结果，而非挑选的结果" },
      answer: data("results"),
    },
    {
      item: "18",
      part: PARTS.results,
      topic: { en: "Further analyses, planned or not", zh: "其他分析，是否事先计划" },
      answer: data("question"),
    },
    {
      item: "P20/21",
      part: PARTS.discussion,
      topic: {
        en: "Limits that come from asking people themselves, and for whom the results hold",
        zh: "自报结局特有的局限，以及结果适用的人群",
      },
      answer: data("limits"),
    },
    {
      item: "22",
      part: PARTS.discussion,
      topic: { en: "What people report beside what was measured in them", zh: "自报结局与客观测量结果对照" },
      answer: data("suppression"),
    },
  ],
} as const satisfies Guideline;
