import type { LocalText } from "../instruments/local-text";
import type { ReportSection } from "../report/report-document";
import type { ReportTexts } from "../report/report-request";

/** Where an item of a guideline is answered in a report that the program makes. */
export type GuidelineAnswer =
  /** From data, in this part of the report. */
  | { readonly kind: "data"; readonly section: ReportSection }
  /** By the programme: in the text it writes into the report, or, where there is none for it, in a paper of its own. */
  | { readonly kind: "programme"; readonly text?: keyof ReportTexts }
  | { readonly kind: "not-applicable"; readonly why: LocalText };

/** One item. Its topic is in our own words: the published wording is in the guideline. */
export interface GuidelineItem {
  /** As the guideline numbers it. */
  readonly item: string;
  readonly part: LocalText;
  readonly topic: LocalText;
  readonly answer: GuidelineAnswer;
}

/** A reporting guideline as a list that a report fills in. */
export interface Guideline {
  readonly id: string;
  readonly name: string;
  readonly about: LocalText;
  readonly citation: string;
  readonly items: readonly GuidelineItem[];
}

export const PARTS = {
  title: { en: "Title and abstract", zh: "标题和摘要" },
  introduction: { en: "Introduction", zh: "引言" },
  methods: { en: "Methods", zh: "方法" },
  results: { en: "Results", zh: "结果" },
  discussion: { en: "Discussion", zh: "讨论" },
  other: { en: "Other", zh: "其他" },
} as const satisfies Record<string, LocalText>;

/** Answered from data in this part. */
export const data = (section: ReportSection): GuidelineAnswer => ({ kind: "data", section });
/** Answered by the programme's own words. */
export const programme = (text?: keyof ReportTexts): GuidelineAnswer =>
  text === undefined ? { kind: "programme" } : { kind: "programme", text };
