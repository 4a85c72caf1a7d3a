import { shorten } from "../../problem";

/** Invisible characters that change the direction of the text around them; Unicode's Bidi_Control. */
const DIRECTION_MARKS = /\p{Bidi_Control}/u;
const EVERY_MARK = /\p{Bidi_Control}/gu;

/**
 * True when a text holds an invisible character that turns the direction of writing. A label with one can look the same
 * as another label, or like something it is not.
 */
export function hasDirectionMarks(text: string): boolean {
  return DIRECTION_MARKS.test(text);
}

/** The text with such characters named, and shortened: `A⟨U+202E⟩B`. Safe to show beside other text. */
export function spellOutMarks(text: string): string {
  return shorten(
    text.replace(EVERY_MARK, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`),
  );
}
