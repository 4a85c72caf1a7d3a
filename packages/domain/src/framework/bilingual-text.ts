/** A text that exists in both languages of the framework. Neither may be empty; the conformance test looks. */
export interface BilingualText {
  readonly en: string;
  readonly zh: string;
}

/** The languages every framework text is written in. */
export const FRAMEWORK_LANGUAGES = ["en", "zh"] as const;
export type FrameworkLanguage = (typeof FRAMEWORK_LANGUAGES)[number];
