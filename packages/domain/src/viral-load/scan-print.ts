import type { Comparator } from "./measurement";
import { type Meaning, PHRASES } from "./phrases.data";
import { type PrintedNumber, scanNumber } from "./printed-number";

export type PrintedUnit = "copies" | "log10" | "iu";

/** One piece of a normalised print. Spaces are not pieces; a hyphen keeps whether there was space around it. */
export type Piece =
  | { readonly kind: "number"; readonly number: PrintedNumber }
  | { readonly kind: "comparator"; readonly comparator: Comparator }
  | { readonly kind: "unit"; readonly unit: PrintedUnit }
  | { readonly kind: "phrase"; readonly meaning: Exclude<Meaning, "below" | "at-most" | "at-least" | "above"> }
  | { readonly kind: "open" | "close" | "pause" | "slash" | "dash" | "minus" };

const COMPARATOR_OF: Readonly<Partial<Record<Meaning, Comparator>>> = {
  below: "<",
  "at-most": "<=",
  "at-least": ">=",
  above: ">",
};

interface Phrase {
  readonly text: string;
  readonly piece: Piece;
}

function pieceOf(meaning: Meaning): Piece {
  switch (meaning) {
    case "below":
    case "at-most":
    case "at-least":
    case "above":
      return { kind: "comparator", comparator: COMPARATOR_OF[meaning] ?? "<" };
    default:
      return { kind: "phrase", meaning };
  }
}

/** Phrases by their first character, longest first, so that "not detected" is found before "not" could be passed over. */
const BY_FIRST = phrasesByFirst();

function phrasesByFirst(): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const [meaning, texts] of Object.entries(PHRASES) as [Meaning, readonly string[]][]) {
    const piece = pieceOf(meaning);
    for (const text of texts) {
      const first = text.charAt(0);
      const list = byFirst.get(first) ?? [];
      list.push({ text, piece });
      byFirst.set(first, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  return byFirst;
}

const PER_ML = "(?: ?(?:/|per|每) ?(?:ml|cc|millilit(?:er|re)s?|毫升))";
const COPIES_NAME = "(?:copies|copy|copias|copie|kopi|拷贝数?)";
const COPIES = new RegExp(
  `(?:(?:rna |hiv(?:-?1)? (?:rna )?)?${COPIES_NAME}${PER_ML}?|[{[]${COPIES_NAME}[}\\]]${PER_ML}|(?:cops?|cps?|c)${PER_ML})(?![a-z])`,
  "y",
);
const IU = new RegExp(`(?:iu|ui|\\[iu\\]|international units|国际单位)${PER_ML}?(?![a-z])`, "y");
const LOG = new RegExp(
  `(?:log units|logs?|lg|对数值?)(?:[ _]?(?:10(?!\\d|[.,]\\d)|\\(10\\)))?${PER_ML}?(?![a-z])`,
  "y",
);
/** The first characters of each unit. */
const UNITS: readonly (readonly [firsts: string, pattern: RegExp, piece: Piece])[] = [
  ["crhk拷{[", COPIES, { kind: "unit", unit: "copies" }],
  ["iu[国", IU, { kind: "unit", unit: "iu" }],
  ["l对", LOG, { kind: "unit", unit: "log10" }],
];

const COMPARATORS: readonly (readonly [text: string, piece: Piece])[] = [
  ["<=", { kind: "comparator", comparator: "<=" }],
  ["< =", { kind: "comparator", comparator: "<=" }],
  ["=<", { kind: "comparator", comparator: "<=" }],
  [">=", { kind: "comparator", comparator: ">=" }],
  ["> =", { kind: "comparator", comparator: ">=" }],
  ["<", { kind: "comparator", comparator: "<" }],
  [">", { kind: "comparator", comparator: ">" }],
];
const OPEN: Piece = { kind: "open" };
const CLOSE: Piece = { kind: "close" };
const PAUSE: Piece = { kind: "pause" };
const SLASH: Piece = { kind: "slash" };
const DASH: Piece = { kind: "dash" };
const MINUS: Piece = { kind: "minus" };

/** The pieces of a normalised print; null where a part of it is unknown. */
export function scanPrint(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10) {
      at += 1;
    } else if (code >= 48 && code <= 57) {
      const scanned = scanNumber(text, at);
      if (scanned === null) return null;
      pieces.push({ kind: "number", number: scanned.number });
      at = scanned.end;
    } else {
      const found = signAt(text, at) ?? wordAt(text, at);
      if (found === null) return null;
      pieces.push(found.piece);
      at = found.end;
    }
  }
  return pieces;
}

interface Found {
  readonly piece: Piece;
  readonly end: number;
}

function signAt(text: string, at: number): Found | null {
  const sign = text.charAt(at);
  switch (sign) {
    case "<":
    case ">":
      return comparatorAt(text, at);
    case "=":
      return comparatorAt(text, at) ?? (text.charAt(at + 1) === ">" ? null : { piece: PAUSE, end: at + 1 });
    case "(":
      return { piece: OPEN, end: at + 1 };
    case ")":
      return { piece: CLOSE, end: at + 1 };
    case ",":
      // Before a digit, or at the end: a number that was cut off.
      return /[^\d]/.test(text.charAt(at + 1)) ? { piece: PAUSE, end: at + 1 } : null;
    case ";":
    case ":":
    case "|":
    case '"':
      return { piece: PAUSE, end: at + 1 };
    case "/":
      return { piece: SLASH, end: at + 1 };
    case ".": {
      // The end of a sentence, not the beginning of a decimal.
      const next = text.charAt(at + 1);
      return next === "" || next === " " || next === "\n" || next === '"' || next === ")"
        ? { piece: PAUSE, end: at + 1 }
        : null;
    }
    case "-":
      return hyphenAt(text, at);
    default:
      return null;
  }
}

/** Between spaces a dash, before a number a minus or the middle of a range; inside a word nothing that is known. */
function hyphenAt(text: string, at: number): Found | null {
  const isSpaced = text.charAt(at + 1) === " ";
  if (isSpaced && text.charAt(at - 1) === " ") return { piece: DASH, end: at + 1 };
  const isBeforeNumber = /\d/.test(text.charAt(isSpaced ? at + 2 : at + 1));
  const isInWord = /[^\s\d(]/.test(text.charAt(at - 1));
  return isBeforeNumber && !isInWord ? { piece: MINUS, end: at + 1 } : null;
}

function comparatorAt(text: string, at: number): Found | null {
  const found = COMPARATORS.find(([sign]) => text.startsWith(sign, at));
  return found === undefined ? null : { piece: found[1], end: at + found[0].length };
}

function wordAt(text: string, at: number): Found | null {
  const first = text.charAt(at);
  for (const [firsts, pattern, piece] of UNITS) {
    if (!firsts.includes(first)) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return { piece, end: at + found[0].length };
  }
  for (const phrase of BY_FIRST.get(first) ?? []) {
    if (!text.startsWith(phrase.text, at)) continue;
    const end = at + phrase.text.length;
    if (endsHere(text, end)) return { piece: phrase.piece, end };
  }
  return null;
}

/** A word in Latin letters ends where neither a letter nor a digit follows; a Chinese one ends anywhere. */
function endsHere(text: string, end: number): boolean {
  return text.charCodeAt(end - 1) > 127 || !/[a-z0-9]/.test(text.charAt(end));
}
