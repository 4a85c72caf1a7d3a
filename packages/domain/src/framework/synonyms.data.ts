import type { BilingualText } from "./bilingual-text";

/**
 * Words that people type, and the framework's own words for what they are after. They only widen a search: nothing that
 * the typed words find is left out, and a screen says what else was searched for. The words on the right are not said to
 * mean the same; they stand in the elements that somebody who types the words on the left is looking for.
 */
export interface Synonym {
  /** What is typed, in either language: a word, or words that follow each other. Any case. */
  readonly typed: readonly string[];
  /** What is searched for as well. Each of these stands in at least one element, in that language. */
  readonly also: readonly BilingualText[];
}

const VIRAL_LOAD: BilingualText = { en: "viral load suppression", zh: "病毒载量抑制" };
const KNOWLEDGE: BilingualText = { en: "HIV knowledge", zh: "HIV 知识" };
const ADHERENCE: BilingualText = { en: "medication adherence", zh: "服药依从性" };
const CARE: BilingualText = { en: "medical care compliance", zh: "医疗照护依从性" };
const RISK: BilingualText = { en: "risky behaviours", zh: "危险行为" };

export const SYNONYMS = [
  {
    typed: ["undetectable", "suppressed", "viral load", "viral suppression", "vl", "检测不到", "测不到", "病毒载量"],
    also: [VIRAL_LOAD],
  },
  {
    typed: ["u=u", "u equals u", "untransmittable", "undetectable equals untransmittable", "检测不到即不具传染性"],
    also: [VIRAL_LOAD, KNOWLEDGE],
  },
  {
    typed: ["cd4", "cd4 count", "immune", "immunity", "免疫", "免疫力", "免疫功能"],
    also: [{ en: "physiological outcomes", zh: "生理结果" }],
  },
  {
    typed: ["peer", "peers", "peer worker", "peer supporter", "peer mentor", "mentor", "buddy", "navigator"],
    also: [{ en: "peer volunteer", zh: "同伴志愿者" }],
  },
  {
    typed: ["同伴支持者", "同伴教育员", "同伴辅导员"],
    also: [{ en: "peer volunteer", zh: "同伴志愿者" }],
  },
  {
    typed: ["adherence", "compliance", "依从", "依从性"],
    also: [ADHERENCE, CARE],
  },
  {
    typed: [
      "art",
      "arv",
      "haart",
      "antiretroviral",
      "medicine",
      "pills",
      "tablets",
      "吃药",
      "服药",
      "药物",
      "抗病毒治疗",
    ],
    also: [ADHERENCE],
  },
  {
    typed: ["retention", "retained", "visits", "attendance", "follow-up", "留存", "随访", "复诊", "失访"],
    also: [CARE, { en: "appointment", zh: "就诊" }],
  },
  {
    typed: ["referral", "referrals", "linkage", "linkage to care", "衔接"],
    also: [{ en: "refer to medical professionals", zh: "转介" }, CARE],
  },
  {
    typed: ["confidentiality", "confidential", "privacy", "private", "secret", "secrecy", "disclosure"],
    also: [
      { en: "confidentiality", zh: "保密" },
      { en: "privacy", zh: "隐私" },
    ],
  },
  {
    typed: ["保密", "隐私", "泄密", "秘密"],
    also: [
      { en: "confidentiality", zh: "保密" },
      { en: "privacy", zh: "隐私" },
    ],
  },
  {
    typed: ["depression", "depressed", "anxiety", "low mood", "distress", "mental health", "抑郁", "焦虑", "情绪低落"],
    also: [
      { en: "psychological outcomes", zh: "心理结果" },
      { en: "mental well-being", zh: "心理健康" },
    ],
  },
  {
    typed: ["qol", "wellbeing", "well-being", "幸福感", "生活品质"],
    also: [
      { en: "quality of life", zh: "生活质量" },
      { en: "well-being", zh: "心理健康" },
    ],
  },
  {
    typed: ["lonely", "loneliness", "alone", "isolated", "isolation", "孤独", "孤单", "孤立"],
    also: [
      { en: "loneliness", zh: "孤独感" },
      { en: "isolation", zh: "孤立" },
    ],
  },
  {
    typed: ["stigma", "discrimination", "shame", "prejudice", "污名", "歧视", "羞耻", "偏见"],
    also: [
      { en: "stigma", zh: "污名" },
      { en: "discrimination", zh: "歧视" },
    ],
  },
  {
    typed: ["self-esteem", "self esteem", "self-worth", "self worth", "自尊", "自我价值"],
    also: [
      { en: "sense of worth", zh: "价值感" },
      { en: "self-acceptance", zh: "自我接纳" },
    ],
  },
  {
    typed: ["self-efficacy", "self efficacy", "confident", "自我效能", "自信心"],
    also: [{ en: "confidence", zh: "信心" }],
  },
  {
    typed: ["acceptance", "denial", "coming to terms", "接受", "接受疾病"],
    also: [{ en: "disease acceptance", zh: "疾病接纳" }],
  },
  {
    typed: ["sex", "unsafe sex", "condom", "condoms", "needles", "risk", "安全套", "性行为", "高危行为"],
    also: [RISK],
  },
  {
    typed: ["drugs", "drug use", "substance use", "addiction", "吸毒", "药物滥用"],
    also: [{ en: "substance use treatment", zh: "物质滥用" }, RISK],
  },
  {
    typed: ["knowledge", "literacy", "education", "知识", "健康教育"],
    also: [KNOWLEDGE, { en: "informational support", zh: "信息支持" }],
  },
  {
    typed: ["pay", "salary", "stipend", "wage", "allowance", "money", "工资", "补贴", "报酬", "钱"],
    also: [
      { en: "volunteer salary", zh: "志愿者薪酬" },
      { en: "financial support", zh: "资金支持" },
    ],
  },
  {
    typed: ["burnout", "exhaustion", "fatigue", "tired", "疲劳", "疲惫", "倦怠"],
    also: [
      { en: "burnout", zh: "倦怠" },
      { en: "compassion fatigue", zh: "共情疲劳" },
    ],
  },
] as const satisfies readonly Synonym[];
