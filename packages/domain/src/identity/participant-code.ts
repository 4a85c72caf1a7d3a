import { appendCheckSymbols, checkWord } from "./check-symbols";

/** Crockford's base 32: no I, L, O (read as digits) and no U. https://www.crockford.com/base32.html */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_LENGTH = 6;
const CODE_LENGTH = 8;
const GROUP_LENGTH = 4;
const READ_AS: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

declare const participantCode: unique symbol;
/** A code with valid check symbols in its written form `XXXX-XXXX`. It says nothing about the person. */
export type ParticipantCode = string & { readonly [participantCode]: true };

export type ParticipantCodeReading =
  | { readonly ok: true; readonly code: ParticipantCode }
  | {
      readonly ok: false;
      /** length: not eight symbols. symbol: a character no code contains. check: the symbols do not fit together. */
      readonly problem: "length" | "symbol" | "check";
      /** The character that looks wrong, counted from 1, hyphens and spaces left out. */
      readonly position?: number;
      /** What stands at that position. */
      readonly found?: string;
      /** The code that one corrected character would give. To be shown and confirmed by a person, never applied. */
      readonly suggestion?: ParticipantCode;
      /** Neighbours that may have been exchanged: one pair mostly, several where more than one pair fits. */
      readonly swaps?: readonly [CodeSwap, ...CodeSwap[]];
    };

/** Two neighbouring positions, counted from 1, and the code with the characters there exchanged back. */
interface CodeSwap {
  readonly places: readonly [number, number];
  readonly suggestion: ParticipantCode;
}

function write(symbols: readonly number[]): ParticipantCode {
  const text = symbols.map((symbol) => ALPHABET.charAt(symbol)).join("");
  return `${text.slice(0, GROUP_LENGTH)}-${text.slice(GROUP_LENGTH)}` as ParticipantCode;
}

/**
 * Makes a code from six random symbols, integers 0 to 31 drawn by the caller from a cryptographic source, and the two
 * check symbols computed from them.
 * @throws RangeError when there are not exactly six integers from 0 to 31: that is a fault in the program.
 */
export function makeParticipantCode(randomSymbols: readonly number[]): ParticipantCode {
  const valid = randomSymbols.every((symbol) => Number.isInteger(symbol) && symbol >= 0 && symbol < ALPHABET.length);
  if (randomSymbols.length !== RANDOM_LENGTH || !valid) {
    throw new RangeError(`A participant code needs ${RANDOM_LENGTH} integers from 0 to ${ALPHABET.length - 1}`);
  }
  return write(appendCheckSymbols(randomSymbols));
}

/**
 * Reads a code as typed or scanned: case, spaces, hyphens and full-width letters do not matter; O reads as 0, I and L
 * as 1. A wrong code is never put right silently: the answer says which character looks wrong and what would fit.
 */
export function readParticipantCode(text: string): ParticipantCodeReading {
  const characters = Array.from(
    text
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[\s\p{Dash_Punctuation}]/gu, ""),
  );
  if (characters.length !== CODE_LENGTH) return { ok: false, problem: "length" };
  const symbols = characters.map((character) => ALPHABET.indexOf(READ_AS[character] ?? character));

  const foreign = symbols.indexOf(-1);
  if (foreign !== -1) return readForeignSymbol(symbols, foreign, characters[foreign] ?? "");

  const verdict = checkWord(symbols);
  switch (verdict.kind) {
    case "valid":
      return { ok: true, code: write(symbols) };
    case "one-wrong":
      return {
        ok: false,
        problem: "check",
        position: verdict.index + 1,
        found: characters[verdict.index] ?? "",
        suggestion: write(symbols.with(verdict.index, verdict.symbol)),
      };
    case "swapped": {
      const [first, ...others] = verdict.indices;
      return {
        ok: false,
        problem: "check",
        swaps: [exchanged(symbols, first), ...others.map((index) => exchanged(symbols, index))],
      };
    }
    case "wrong":
      return { ok: false, problem: "check" };
  }
}

function exchanged(symbols: readonly number[], index: number): CodeSwap {
  const back = symbols.with(index, symbols[index + 1] ?? 0).with(index + 1, symbols[index] ?? 0);
  return { places: [index + 1, index + 2], suggestion: write(back) };
}

/** One character outside the alphabet is a gap at a known place, which the check symbols can fill if the rest is right. */
function readForeignSymbol(symbols: readonly number[], index: number, found: string): ParticipantCodeReading {
  const reading = { ok: false, problem: "symbol", position: index + 1, found } as const;
  const rest = symbols.with(index, 0);
  if (rest.includes(-1)) return reading;
  const fitting = rest.reduce((sum, symbol) => sum ^ symbol, 0);
  const filled = rest.with(index, fitting);
  return checkWord(filled).kind === "valid" ? { ...reading, suggestion: write(filled) } : reading;
}
