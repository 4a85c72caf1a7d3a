import type { BilingualText } from "./bilingual-text";

interface EvidenceKindEntry {
  readonly label: BilingualText;
  readonly meaning: BilingualText;
}

/** What stands behind an element, from clinical trials down to a term that is merely explained. */
export const EVIDENCE_KINDS = {
  trial: {
    label: { en: "Trials", zh: "试验" },
    meaning: { en: "The included clinical trials report it.", zh: "纳入的临床试验报告了它。" },
  },
  "trial-limited": {
    label: { en: "Few trials", zh: "少数试验" },
    meaning: { en: "Only a few of the included trials report it.", zh: "只有少数纳入的试验报告了它。" },
  },
  "trial-limited-and-qualitative": {
    label: { en: "Interviews, few trials", zh: "访谈与少数试验" },
    meaning: {
      en: "Little in trials; supported by what people say in interviews.",
      zh: "试验中证据很少；由访谈中的叙述支持。",
    },
  },
  qualitative: {
    label: { en: "Interviews only", zh: "仅访谈" },
    meaning: {
      en: "People describe it in interviews; no trial reports it.",
      zh: "人们在访谈中描述了它；没有试验报告它。",
    },
  },
  "mixed-unspecified": {
    label: { en: "Studies, design not stated", zh: "研究，设计未说明" },
    meaning: {
      en: "The review cites studies without saying which design they have.",
      zh: "综述引用了研究，但未说明其设计。",
    },
  },
  "review-synthesis": {
    label: { en: "Made by the review", zh: "由综述归纳" },
    meaning: { en: "A structure that the review itself made.", zh: "由综述自身归纳出的结构。" },
  },
  "grey-literature": {
    label: { en: "Professional websites", zh: "专业网站" },
    meaning: { en: "Found while scoping professional websites.", zh: "来自对专业网站的范围梳理。" },
  },
  "author-inference": {
    label: { en: "Authors’ inference", zh: "作者推论" },
    meaning: { en: "The authors’ conjecture or advice.", zh: "作者的推测或建议。" },
  },
  definition: {
    label: { en: "Definition", zh: "定义" },
    meaning: { en: "A term that is explained, not a finding.", zh: "对术语的解释，而非发现。" },
  },
  theory: {
    label: { en: "Established theory", zh: "既有理论" },
    meaning: { en: "Taken from established theory.", zh: "取自既有理论。" },
  },
  "theory-and-qualitative": {
    label: { en: "Theory and interviews", zh: "理论与访谈" },
    meaning: { en: "Theory, together with coded accounts.", zh: "理论与经编码的叙述相结合。" },
  },
  "stakeholder-consultation": {
    label: { en: "Peer workers consulted", zh: "咨询同伴工作者" },
    meaning: { en: "Said by the 15 peer workers who were consulted.", zh: "由接受咨询的 15 名同伴工作者提出。" },
  },
  "external-study": {
    label: { en: "A study outside the review", zh: "综述之外的研究" },
    meaning: {
      en: "A study outside the included set, cited in the discussion.",
      zh: "不在纳入范围内、在讨论部分引用的研究。",
    },
  },
} as const satisfies Readonly<Record<string, EvidenceKindEntry>>;

export type EvidenceKind = keyof typeof EVIDENCE_KINDS;
