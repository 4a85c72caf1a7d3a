import type { BilingualText } from "./bilingual-text";
import { SYNONYMS, type Synonym } from "./synonyms.data";

/** Case, accents, width and apostrophes do not matter to somebody who searches. */
export function normalise(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

/** One thing that is looked for: words that must all occur, or else one of the phrases that are searched for as well. */
export interface SearchTerm {
  /** As typed, in lower case. */
  readonly typed: string;
  readonly words: readonly string[];
  readonly also: readonly BilingualText[];
}

const TABLE = new Map<string, readonly BilingualText[]>(
  SYNONYMS.flatMap(({ typed, also }: Synonym) => typed.map((phrase) => [normalise(phrase), also] as const)),
);
const LONGEST = Math.max(...[...TABLE.keys()].map((phrase) => phrase.split(" ").length));

/** The text of a search in terms: the longest phrases that have synonyms, and every other word by itself. */
export function searchTerms(text: string): readonly SearchTerm[] {
  const words = normalise(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const terms: SearchTerm[] = [];
  for (let at = 0; at < words.length; ) {
    const term = phraseAt(words, at);
    terms.push(term);
    at += term.words.length;
  }
  return terms;
}

function phraseAt(words: readonly string[], at: number): SearchTerm {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const typed = part.join(" ");
    const also = TABLE.get(typed);
    if (also !== undefined) return { typed, words: part, also };
  }
  const word = words[at] ?? "";
  return { typed: word, words: [word], also: [] };
}
