import type { BilingualText } from "./bilingual-text";
import type { SourceKey } from "./sources";

/** The ten questions of the CASP checklist for qualitative studies, in its order, in this project's words. */
export const CASP_CRITERIA = [
  { number: 1, code: "aims", label: { en: "Research aims stated clearly", zh: "研究目的陈述清晰" } },
  { number: 2, code: "methodology", label: { en: "Qualitative approach suits the question", zh: "质性方法适用" } },
  { number: 3, code: "design", label: { en: "Design suits the aims", zh: "研究设计与目的相符" } },
  { number: 4, code: "recruitment", label: { en: "Recruitment suits the aims", zh: "招募策略合适" } },
  {
    number: 5,
    code: "data-collection",
    label: { en: "Data gathered so as to answer the question", zh: "资料收集方式合适" },
  },
  {
    number: 6,
    code: "researcher-relationship",
    label: { en: "Researcher-participant relationship considered", zh: "研究者与参与者关系得到充分考虑" },
  },
  { number: 7, code: "ethics", label: { en: "Ethical issues considered", zh: "伦理问题得到考虑" } },
  { number: 8, code: "analysis", label: { en: "Analysis rigorous enough", zh: "资料分析足够严谨" } },
  { number: 9, code: "findings", label: { en: "Findings stated clearly", zh: "结果陈述清晰" } },
  { number: 10, code: "value", label: { en: "Worth of the research", zh: "研究价值" } },
] as const satisfies readonly { number: number; code: string; label: BilingualText }[];

export type CaspCriterion = (typeof CASP_CRITERIA)[number]["code"];
export type CaspAnswer = "yes" | "unclear";

/** One study that a review included, as that review's tables describe it. */
export interface FrameworkStudy {
  /** Row number in the review's own table. */
  readonly number: number;
  readonly code: string;
  /** Its number in the review's reference list. */
  readonly reference: number;
  readonly source: SourceKey;
  readonly authors: string;
  readonly year: number;
  readonly country: BilingualText;
  readonly population: BilingualText;
  readonly participants: number;
  /** The split of the participants as far as the table gives it; an absent key was not reported. */
  readonly participantDetail: {
    readonly female?: number;
    readonly male?: number;
    readonly peerSupporters?: number;
    readonly healthcareProfessionals?: number;
  };
  readonly dataCollection: BilingualText;
  readonly design: BilingualText;
  readonly analysis: BilingualText;
  readonly keyFindings: readonly BilingualText[];
  /** The sub-themes that the review draws from this study. */
  readonly subThemes: readonly string[];
  /** The review's appraisal: one answer per CASP question, and the overall rating it gave. CASP defines no rating. */
  readonly appraisal: { readonly answers: Readonly<Record<CaspCriterion, CaspAnswer>>; readonly rating: "strong" };
  readonly note?: BilingualText;
}
