import type { BilingualText } from "./bilingual-text";
import type { SourceKey } from "./sources";

/** The shapes in which a source ties elements together. */
export const LINK_KINDS = {
  "context-mechanism-outcome": { en: "Context, mechanism, outcome", zh: "背景-机制-结果" },
  "context-mechanism": { en: "Context to mechanism", zh: "背景至机制" },
  "mechanism-outcome": { en: "Mechanism to outcome", zh: "机制至结果" },
  "mechanism-mechanism": { en: "Mechanism to mechanism", zh: "机制至机制" },
  "feedback-loop": { en: "Feedback, both ways", zh: "双向反馈" },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type LinkKind = keyof typeof LINK_KINDS;

/** How strongly the source words the link. The source's own gradings, kept apart even where they sound alike. */
export const LINK_STRENGTHS = {
  "most-often": { en: "Reported most often", zh: "报告最多" },
  "most-common": { en: "The most common", zh: "最常见" },
  "most-commonly": { en: "Most commonly reported", zh: "最常报告" },
  mainly: { en: "Mainly this way", zh: "主要如此" },
  stated: { en: "Stated", zh: "有陈述" },
  "common-theme": { en: "A common theme", zh: "共同主题" },
  "general-chain-only": { en: "General chain only", zh: "仅为一般链条" },
  "discussion-statement": { en: "Said in the discussion", zh: "讨论部分提及" },
  stakeholder: { en: "Said by peer workers", zh: "同伴工作者提出" },
  theorised: { en: "Theorised", zh: "理论推断" },
  "author-inference": { en: "Authors’ inference", zh: "作者推论" },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type LinkStrength = keyof typeof LINK_STRENGTHS;

/**
 * One tie that a source states between elements, read from left to right: contexts, then mechanisms, then outcomes.
 * A list may be empty where the source leaves that part out. Codebooks narrow `Code` to their own codes.
 */
export interface FrameworkLink<Code extends string = string> {
  readonly id: string;
  readonly kind: LinkKind;
  readonly source: SourceKey;
  readonly contexts: readonly Code[];
  readonly mechanisms: readonly Code[];
  /** What follows. In a mechanism-to-mechanism link these are mechanisms. */
  readonly outcomes: readonly Code[];
  readonly citations: readonly number[];
  readonly strength: LinkStrength;
  /** What is done, where the source names one activity for the link. */
  readonly intervention?: BilingualText;
  readonly note?: BilingualText;
}
