import { itemIds, mechanismOnly, personMean, plainItems, scaleOf } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const personal = itemIds("cbi", 6, { stem: "personal-" });
const work = itemIds("cbi", 7, { stem: "work-" });
const client = itemIds("cbi", 6, { stem: "client-" });
const degree = { kind: "choice", set: "degree" } as const;
const burnout = mechanismOnly(["mechanism.sustainability.volunteer.negative-feelings.emotional-burnout"]);

export const cbi = defineInstrument({
  code: "cbi",
  edition: "2005",
  kind: "questionnaire",
  tier: "first-class",
  validation: "published",
  name: { en: "Copenhagen Burnout Inventory", zh: "哥本哈根倦怠量表" },
  abbreviation: "CBI",
  purpose: {
    en: "Exhaustion of volunteers and staff: in life, at work, and with the people they support.",
    zh: "志愿者与员工的耗竭：生活、工作以及与受支持者相处方面。",
  },
  respondents: ["volunteer"],
  recall: { en: "In general", zh: "一般情况" },
  responseSets: { degree: { options: [0, 25, 50, 75, 100].map((value) => ({ code: value, value })) } },
  items: [
    ...plainItems(personal, degree, { prefix: "P" }),
    ...plainItems(work, degree, { prefix: "W" }),
    ...plainItems(client, degree, { prefix: "C" }),
  ],
  reverse: ["cbi.work-7"],
  scales: [
    scaleOf({
      code: "personal",
      label: { en: "Personal burnout (CBI)", zh: "个人倦怠（CBI）" },
      items: personal,
      formula: { kind: "mean" },
      missing: personMean(3, "unconfirmed"),
      range: { minimum: 0, maximum: 100 },
      improvement: "decrease",
      headline: true,
      serves: burnout,
      bands: [
        { code: "lower", from: 0, label: { en: "Under 50", zh: "低于 50" }, certainty: "sourced" },
        { code: "high", from: 50, label: { en: "50 or more: high", zh: "50 及以上：高" }, certainty: "sourced" },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.87,
          high: 0.87,
          population: { en: "1,914 staff of human services, Denmark", zh: "丹麦 1,914 名服务业人员" },
          source: "Kristensen 2005",
          certainty: "unconfirmed",
        },
      ],
      reliableChange: {
        reliability: null,
        reason: {
          en: "No retest figure at hand: estimate it from your own data.",
          zh: "暂无重测数据：请由自身数据估计。",
        },
      },
    }),
    scaleOf({
      code: "client",
      label: { en: "Burnout with people supported (CBI)", zh: "与受支持者相关的倦怠（CBI）" },
      items: client,
      formula: { kind: "mean" },
      missing: personMean(3, "unconfirmed"),
      range: { minimum: 0, maximum: 100 },
      improvement: "decrease",
      headline: true,
      serves: burnout,
      bands: [
        { code: "lower", from: 0, label: { en: "Under 50", zh: "低于 50" }, certainty: "sourced" },
        { code: "high", from: 50, label: { en: "50 or more: high", zh: "50 及以上：高" }, certainty: "sourced" },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.85,
          high: 0.85,
          population: { en: "1,914 staff of human services, Denmark", zh: "丹麦 1,914 名服务业人员" },
          source: "Kristensen 2005",
          certainty: "unconfirmed",
        },
      ],
      reliableChange: {
        reliability: null,
        reason: {
          en: "No retest figure at hand: estimate it from your own data.",
          zh: "暂无重测数据：请由自身数据估计。",
        },
      },
    }),
    scaleOf({
      code: "work",
      label: { en: "Work burnout (CBI)", zh: "工作倦怠（CBI）" },
      items: work,
      formula: { kind: "mean" },
      missing: personMean(4, "unconfirmed"),
      range: { minimum: 0, maximum: 100 },
      improvement: "decrease",
      serves: burnout,
      bands: [
        { code: "lower", from: 0, label: { en: "Under 50", zh: "低于 50" }, certainty: "sourced" },
        { code: "high", from: 50, label: { en: "50 or more: high", zh: "50 及以上：高" }, certainty: "sourced" },
      ],
      reliability: [
        {
          coefficient: "alpha",
          low: 0.87,
          high: 0.87,
          population: { en: "1,914 staff of human services, Denmark", zh: "丹麦 1,914 名服务业人员" },
          source: "Kristensen 2005",
          certainty: "unconfirmed",
        },
      ],
      reliableChange: {
        reliability: null,
        reason: {
          en: "No retest figure at hand: estimate it from your own data.",
          zh: "暂无重测数据：请由自身数据估计。",
        },
      },
    }),
  ],
  risks: [],
  wording: "pack",
  licence: {
    status: "free",
    summary: {
      en: "Offered for download by the Danish work-environment institute; called public domain by others; no licence text seen.",
      zh: "由丹麦工作环境研究所提供下载；他人称属公有领域；未见许可文本。",
    },
    certainty: "sourced",
    toConfirm: { en: "Ask the institute to confirm redistribution.", zh: "请向该所确认可否再分发。" },
  },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "There is no total. For unpaid volunteers use personal and client (12 items); work is for paid posts.",
      zh: "没有总分。无偿志愿者使用个人与服务对象部分（12 题）；工作部分适用于有酬岗位。",
    },
    {
      en: "W7 is the work item on energy for family and friends; it is scored backwards.",
      zh: "W7 为关于留给家人和朋友精力的工作条目，反向计分。",
    },
    {
      en: "The authors ask for at least three answered items; half of the scale is our rule. Means and reliabilities await confirmation.",
      zh: "作者要求至少作答三题；“至少一半”为本项目规则。均值与信度有待确认。",
    },
  ],
  sources: ["Kristensen 2005, doi 10.1080/02678370500297720"],
});
