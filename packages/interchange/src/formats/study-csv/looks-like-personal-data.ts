export type PersonalData = "name" | "phone" | "e-mail";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s().-]+$/;
/** Two to four words that begin with a capital and hold no digit: "Amara Okafor", "O'Neill, Sean", "Nguyen Van An". */
const LATIN_NAME = /^\p{Lu}[\p{L}'’-]+(?:,? (?:\p{Lu}[\p{L}'’-]*\.?)){1,3}$/u;
/** Two to four Chinese characters, which is what Chinese names have; codes of that shape are rare. */
const CHINESE_NAME = /^\p{Script=Han}{2,4}$/u;

/**
 * Which kind of personal data a participant label resembles, or undefined. A guess that warns and never refuses: "Arm
 * One" reads like a name, and a nickname does not.
 */
export function looksLikePersonalData(label: string): PersonalData | undefined {
  const text = label.trim();
  if (EMAIL.test(text)) return "e-mail";
  if (isPhone(text)) return "phone";
  if (LATIN_NAME.test(text) || CHINESE_NAME.test(text)) return "name";
  return undefined;
}

/** Long digit strings with an international sign, a leading zero or separators; a plain number is an identifier. */
function isPhone(text: string): boolean {
  if (!PHONE.test(text)) return false;
  const digits = text.replace(/\D/g, "").length;
  if (digits < 8 || digits > 15) return false;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return text.startsWith("+") || /^0\d{8,}$/.test(text) || /\d[\s().-]+\d{2,}[\s.-]+\d{2,}/.test(text);
}
