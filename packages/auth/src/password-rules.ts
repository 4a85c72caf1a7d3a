import { withoutListed } from "./password/without-listed";

/** NIST SP 800-63B: length and a blocklist, no composition rules, no expiry. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** What is left of a password without its guessable parts has to vary this much. */
const LEAST_VARIED = 5;

/** Beginnings and rows of keys that open most guessed passwords and are shorter than what the list holds. */
const STEMS = [
  ...["password", "letmein", "welcome", "admin", "iloveyou", "abc123", "login", "secret", "changeme"],
  ...["qwertyuiop", "qwertz", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "zxcvbn", "1qaz2wsx", "qazwsx", "azerty"],
];

/** Words of the place the password is for. */
const PRODUCT = ["alongside"];

/** Digits and signs that stand for letters. */
const LEET: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g" },
  ...{ "@": "a", $: "s", "!": "i", "|": "l", "+": "t" },
};

export type PasswordProblem =
  | "too-short"
  | "too-long"
  | "too-common"
  | "repeats-itself"
  | "contains-email"
  | "contains-programme";

/**
 * What is wrong with a chosen password, or null. Length counts characters, not bytes, of the text as Unicode writes it in
 * its composed form (NFKC), which is also what is hashed. Refused is what a guesser tries: listed passwords, also spelt with
 * digits for letters or backwards or with a little added, rows and runs of keys, one short thing repeated, and words that
 * belong to the person or the place.
 *
 * @param names names of the programmes the person works in
 */
export function passwordProblem(
  password: string,
  email: string,
  names: readonly string[] = [],
): PasswordProblem | null {
  const plain = password.normalize("NFKC").toLowerCase();
  const length = [...plain].length;
  if (length < SHORTEST_PASSWORD) return "too-short";
  if (length > LONGEST_PASSWORD) return "too-long";
  const name = email.split("@")[0]?.toLowerCase() ?? "";
  if (name.length >= 4 && plain.includes(name)) return "contains-email";
  const spellings = [...new Set([plain, unleet(plain), reversed(plain), reversed(unleet(plain))])];
  if (spellings.some((text) => isThin(text, [...STEMS, ...PRODUCT]))) return "too-common";
  if (repeatedLength(plain) < SHORTEST_PASSWORD) return "repeats-itself";
  const words = [...domainWords(email), ...names.flatMap(wordsOf)];
  return spellings.some((text) => isThin(text, [...STEMS, ...PRODUCT, ...words])) ? "contains-programme" : null;
}

/** Whether too little is left of a text once everything guessable is taken out. */
function isThin(text: string, words: readonly string[]): boolean {
  const rest = withoutListed(withoutWords(withoutRuns(text), words));
  const other = withoutRuns(withoutWords(withoutListed(text), words));
  return [rest, other].some((left) => new Set(left).size < LEAST_VARIED);
}

function withoutWords(text: string, words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ""), text);
}

/** Without runs of four or more that go up, down or stay: "abcd", "4321", "aaaa". */
function withoutRuns(text: string): string {
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0);
  const kept: number[] = [];
  let start = 0;
  while (start < codes.length) {
    const step = (codes[start + 1] ?? Number.NaN) - (codes[start] ?? 0);
    let end = start + 1;
    while (end < codes.length && (codes[end] ?? 0) - (codes[end - 1] ?? 0) === step) end += 1;
    const isRun = Math.abs(step) <= 1 && end - start >= 4;
    if (isRun) start = end;
    else {
      kept.push(codes[start] ?? 0);
      start += 1;
    }
  }
  return String.fromCodePoint(...kept);
}

/** The length of the shortest piece that, repeated, gives the text; the last repetition may be cut short. */
function repeatedLength(text: string): number {
  const all = [...text];
  for (let length = 1; length <= all.length / 2; length += 1) {
    if (all.every((one, at) => at < length || one === all[at - length])) return length;
  }
  return all.length;
}

function unleet(text: string): string {
  return [...text].map((one) => LEET[one] ?? one).join("");
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

/** "somewhere" of "amina@clinic.somewhere.org". */
function domainWords(email: string): readonly string[] {
  const labels = email.split("@")[1]?.toLowerCase().split(".") ?? [];
  return labels.slice(0, -1).filter((label) => label.length >= 4);
}

function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFKC").toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  return [plain, words.join(""), ...words].filter((word) => [...word].length >= 4);
}
