/**
 * Two check symbols of a shortened Reed-Solomon code over GF(32), for words of eight 5-bit symbols.
 *
 * The generator has the roots 1 and a, so the minimum distance is 3: every word with one or two wrong symbols is
 * noticed, and one wrong symbol can be located. The root 1 makes the first syndrome the plain sum of the symbols; an
 * exchange of two symbols leaves a sum alone, so exchanges and substitutions never look alike.
 *
 * Source: Reed & Solomon, "Polynomial codes over certain finite fields", J. SIAM 8 (1960) 300-304.
 */

/** x^5 + x^2 + 1, primitive over GF(2). */
const PRIMITIVE_POLYNOMIAL = 0b100101;
const FIELD_SIZE = 32;
const GROUP_ORDER = FIELD_SIZE - 1;

const POWERS: readonly number[] = (() => {
  const powers: number[] = [];
  let element = 1;
  for (let exponent = 0; exponent < GROUP_ORDER; exponent += 1) {
    powers.push(element);
    element <<= 1;
    if (element >= FIELD_SIZE) element ^= PRIMITIVE_POLYNOMIAL;
  }
  return powers;
})();

function power(exponent: number): number {
  return POWERS[exponent % GROUP_ORDER] ?? 0;
}

/** Product in GF(32). */
function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return power(POWERS.indexOf(a) + POWERS.indexOf(b));
}

function divide(a: number, b: number): number {
  if (a === 0) return 0;
  return power(POWERS.indexOf(a) + GROUP_ORDER - POWERS.indexOf(b));
}

interface Syndromes {
  readonly sum: number;
  readonly weighted: number;
}

/** The two values that are both zero exactly for the words of the code. The symbol at index i has the weight a^i. */
function syndromes(word: readonly number[]): Syndromes {
  let sum = 0;
  let weighted = 0;
  word.forEach((symbol, index) => {
    sum ^= symbol;
    weighted ^= multiply(symbol, power(index));
  });
  return { sum, weighted };
}

/** Appends the two check symbols to a message of at most 29 symbols, each 0 to 31. */
export function appendCheckSymbols(message: readonly number[]): number[] {
  const { sum, weighted } = syndromes(message);
  const first = message.length;
  // c1 + c2 = sum and c1 a^k + c2 a^(k+1) = weighted: solve for c2 first. Subtraction is addition in GF(32).
  const last = divide(weighted ^ multiply(sum, power(first)), power(first) ^ power(first + 1));
  return [...message, sum ^ last, last];
}

export type CheckVerdict =
  | { readonly kind: "valid" }
  /** Exactly one symbol would have to change, and to what. `index` counts from 0. */
  | { readonly kind: "one-wrong"; readonly index: number; readonly symbol: number }
  /**
   * Exchanging the neighbours `index` and `index + 1` gives a word of the code, for each index named. Mostly there is one;
   * two symbols cannot tell seven places apart, so that other neighbours sometimes fit as well.
   */
  | { readonly kind: "swapped"; readonly indices: readonly [number, ...number[]] }
  | { readonly kind: "wrong" };

/** Says whether the word belongs to the code and, if not, the smallest slip that would explain it. */
export function checkWord(word: readonly number[]): CheckVerdict {
  const { sum, weighted } = syndromes(word);
  if (sum === 0 && weighted === 0) return { kind: "valid" };
  if (sum !== 0) {
    const index = weighted === 0 ? -1 : POWERS.indexOf(divide(weighted, sum));
    const found = word[index];
    return found === undefined ? { kind: "wrong" } : { kind: "one-wrong", index, symbol: found ^ sum };
  }
  const candidates = word.flatMap((symbol, index) => {
    const next = word[index + 1];
    if (next === undefined) return [];
    return multiply(symbol ^ next, power(index) ^ power(index + 1)) === weighted ? [index] : [];
  });
  const [first, ...others] = candidates;
  return first === undefined ? { kind: "wrong" } : { kind: "swapped", indices: [first, ...others] };
}
