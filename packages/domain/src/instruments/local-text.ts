/** Text of our own, in the languages we write. English and Chinese are always there. */
export interface LocalText {
  readonly en: string;
  readonly zh: string;
  readonly id?: string;
  readonly fr?: string;
}
export const OWN_LANGUAGES = ["en", "zh", "id", "fr"] as const;
export type OwnLanguage = (typeof OWN_LANGUAGES)[number];
