/** Characters that mean the same as one of ASCII, each with the reason it turns up on paper or in a file. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  // Signs of comparison: typed, typeset, Chinese typeset, slanted, small forms.
  ...["≤", "≦", "⩽"].map((sign) => [sign, "<="] as const),
  ...["≥", "≧", "⩾"].map((sign) => [sign, ">="] as const),
  ["﹤", "<"],
  ["﹥", ">"],
  ["﹦", "="],
  // Minus, hyphens and dashes.
  ...["−", "‐", "‑", "‒", "–", "—", "―", "﹣"].map((sign) => [sign, "-"] as const),
  // Multiplication.
  ...["×", "✕", "✖", "∗"].map((sign) => [sign, "x"] as const),
  ...["·", "⋅", "∙"].map((sign) => [sign, "*"] as const),
  // Punctuation of Chinese and of typesetting.
  ["、", ","],
  ["。", "."],
  ["【", "("],
  ["】", ")"],
  ["∕", "/"],
  ...["“", "”", "„", "‟", "«", "»"].map((sign) => [sign, '"'] as const),
  ...["‘", "’", "ʼ", "′", "`", "´"].map((sign) => [sign, "'"] as const),
  ["㎖", "ml"],
]);

/** Raised digits and signs: a power, never further digits of the number. */
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const RAISED_AS = "0123456789+-";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";

/** Takes no room on paper: joiners, marks of direction, soft hyphens, the byte order mark. */
const NO_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
const SPACE = /[\s\u0085\u180e]/u;
/** The end of a cell or of a line: digits on both sides of it are two numbers. Beside words it is a space. */
const BOUNDARY = /[\t\n\v\f\r\u0085\u2028\u2029]/u;
const BETWEEN_WORDS = /(?<!\d)\n|\n(?!\d)/gu;
const ACCENTED = /[\u00c0-\u024f]/u;
const ENTITY = /&(?:amp;)*(lt|gt|le|ge|nbsp|thinsp|#(?:x[0-9a-f]{1,6}|\d{1,7}));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", le: "<=", ge: ">=", nbsp: " ", thinsp: " " };

function entityText(whole: string, name: string): string {
  const named = NAMED[name.toLowerCase()];
  if (named !== undefined) return named;
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/**
 * A print in one form: lower case, ASCII signs and digits for full-width and typeset ones, single spaces, a line feed where
 * a line or cell ends between digits, nothing of these at the ends, a caret before raised digits. A character it does not know stays, and the reading will fail on it: nothing
 * is dropped that could have meant something.
 */
export function normalisePrint(text: string): string {
  return isPlain(text) ? text.toLowerCase() : normalised(text);
}

/** Whether there is nothing to do but lower case: printable ASCII, single spaces inside, no entities. */
function isPlain(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126 || code === 38 || (code === 32 && before === 32)) return false;
    before = code;
  }
  return text.length === 0 || before !== 32;
}

function normalised(text: string): string {
  let out = "";
  let raised = false;
  for (const character of text.includes("&") ? text.replace(ENTITY, entityText) : text) {
    const power = character < "\u00b2" ? -1 : RAISED.indexOf(character);
    if (power >= 0) out += (raised ? "" : "^") + RAISED_AS.charAt(power);
    else out += plainForm(character, out);
    raised = power >= 0;
  }
  return (out.includes("\n") ? out.replace(/ ?\n ?/gu, "\n").replace(BETWEEN_WORDS, " ") : out).trimEnd().toLowerCase();
}

function plainForm(character: string, before: string): string {
  const code = character.charCodeAt(0);
  if (code > 32 && code < 127) return character;
  // Before spaces: the byte order mark counts as one elsewhere.
  if (NO_WIDTH.test(character)) return "";
  if (BOUNDARY.test(character)) return before === "" || before.endsWith("\n") ? "" : "\n";
  if (SPACE.test(character)) return before === "" || /[ \n]$/.test(before) ? "" : " ";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const lowered = LOWERED.indexOf(character);
  // Lowered digits are the base of a logarithm; anywhere else they stay unknown.
  if (lowered >= 0) return /(?:log|lg)1?$/i.test(before) ? String(lowered) : character;
  const same = SAME_AS.get(character);
  if (same !== undefined) return same;
  return ACCENTED.test(character) ? character.normalize("NFD").charAt(0) : character;
}
