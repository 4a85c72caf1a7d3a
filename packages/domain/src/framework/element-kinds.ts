import type { BilingualText } from "./bilingual-text";

/** What sort of thing an element is, with the word that screens show for it. */
export const ELEMENT_KINDS = {
  concept: { en: "Term", zh: "术语" },
  "support-root": { en: "Support, all areas", zh: "支持（总）" },
  "support-form": { en: "Form of support", zh: "支持形式" },
  "support-type": { en: "Type of support", zh: "支持类型" },
  "support-subtype": { en: "Sub-type of support", zh: "支持亚类" },
  "support-activity": { en: "Support activity", zh: "支持活动" },
  "outcome-root": { en: "Outcomes, all domains", zh: "结果（总）" },
  "outcome-domain": { en: "Outcome domain", zh: "结果领域" },
  outcome: { en: "Outcome", zh: "结果" },
  "mechanism-root": { en: "Mechanisms, all", zh: "机制（总）" },
  "mechanism-class": { en: "Class of mechanism", zh: "机制大类" },
  "mechanism-source": { en: "Source of a mechanism", zh: "机制来源" },
  "mechanism-group": { en: "Group of mechanisms", zh: "机制组" },
  mechanism: { en: "Mechanism", zh: "机制" },
  "mechanism-facet": { en: "Facet of a mechanism", zh: "机制侧面" },
  context: { en: "Context", zh: "背景" },
  "context-factor": { en: "Factor of a context", zh: "背景因素" },
  barrier: { en: "Barrier", zh: "障碍" },
  theme: { en: "Theme", zh: "主题" },
  "sub-theme": { en: "Sub-theme", zh: "亚主题" },
  harm: { en: "Harm", zh: "伤害" },
  recommendation: { en: "Recommendation", zh: "建议" },
  "explanation-root": { en: "Open question", zh: "未决问题" },
  explanation: { en: "Possible explanation", zh: "可能的解释" },
  "key-point": { en: "Key point", zh: "要点" },
  "theory-construct": { en: "Idea from theory", zh: "理论概念" },
  "stakeholder-reflection": { en: "Reflection of peer workers", zh: "同伴工作者的反思" },
} as const satisfies Readonly<Record<string, BilingualText>>;

export type ElementKind = keyof typeof ELEMENT_KINDS;
