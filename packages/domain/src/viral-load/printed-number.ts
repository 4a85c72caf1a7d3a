/**
 * A number as it stands on paper. Texts are decimal, with a point, without grouping, as in `ViralLoad.value`; where the
 * print can be read in several ways, all of them are given and nobody chooses.
 */
export type PrintedNumber =
  | { readonly kind: "plain"; readonly text: string }
  /** One sign, three digits after it: thousands or decimals. */
  | {
      readonly kind: "grouped-or-decimal";
      readonly sign: "," | ".";
      readonly grouped: string;
      readonly decimal: string;
      /** Neither grouping nor decimals of any report: "1000,000", "1.000,000". A sign was forgotten, or put too much. */
      readonly isIrregular: boolean;
    }
  /** A power of ten that was printed or typed wrongly: "2 x 104", "10E4". */
  | { readonly kind: "power-unclear"; readonly texts: readonly string[] };

export interface ScannedNumber {
  readonly number: PrintedNumber;
  /** Where the text goes on. */
  readonly end: number;
}

const MOST_DIGITS = 15;
const ZERO = 48;

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text, at)) at += 1;
  return at;
}

/** The number that starts here, at a digit of a normalised print; null where no known way of writing one fits. */
export function scanNumber(text: string, start: number): ScannedNumber | null {
  let end = digitsEnd(text, start);
  // Most numbers end with the text, after digits alone.
  const isAlone = end === text.length && end - start <= MOST_DIGITS;
  if (isAlone && (text.charCodeAt(start) !== ZERO || end === start + 1)) {
    return { number: { kind: "plain", text: text.slice(start, end) }, end };
  }
  const groups = [text.slice(start, end)];
  let signs = "";
  while (joins(text, end, groups, signs)) {
    const from = end + 1;
    signs += text.charAt(end);
    end = digitsEnd(text, from);
    groups.push(text.slice(from, end));
  }
  const mantissa = ungrouped(groups, signs);
  return mantissa === null ? null : withPower(text, end, mantissa);
}

/** Whether the sign here belongs to the number: a separator with a digit after it, or a space before a group of three. */
function joins(text: string, at: number, groups: readonly string[], signs: string): boolean {
  const sign = text.charAt(at);
  if (sign === "." || sign === "," || sign === "'") return isDigit(text, at + 1);
  if (sign !== " " || (groups[0]?.length ?? 0) > 3 || signs.trim() !== "") return false;
  return digitsEnd(text, at + 1) === at + 4;
}

function ungrouped(groups: readonly string[], signs: string): PrintedNumber | null {
  const [first = "", second = ""] = groups;
  // Numbers have no leading zeros; codes, dates and telephone numbers do.
  if (first.length > 1 && first.startsWith("0")) return null;
  if (groups.join("").length > MOST_DIGITS) return null;
  if (signs === "") return { kind: "plain", text: first };
  const last = signs.charAt(signs.length - 1);
  const grouping = signs.charAt(0);
  if (signs.length === 1 && (last === "." || last === ",")) return oneSign(first, second, last);
  // All signs the same: groups only. Otherwise the last one is the decimal sign and all before it are groups.
  const isUniform = [...signs].every((sign) => sign === grouping);
  const whole = isUniform ? groups : groups.slice(0, -1);
  const hasDecimals = !isUniform && last !== " " && last !== "'" && isRepeated(signs.slice(0, -1), grouping);
  if (!isUniform && !hasDecimals) return null;
  if (!isThousands(whole) && !(grouping === "," && isIndian(whole))) return null;
  const grouped = whole.join("");
  if (isUniform) return { kind: "plain", text: grouped };
  const rest = groups[groups.length - 1] ?? "";
  return isCut(last, rest) ? irregular(grouped, rest, last) : { kind: "plain", text: `${grouped}.${rest}` };
}

/** No report has three decimals after a comma, or three zeros after a point. */
function isCut(sign: string, rest: string): boolean {
  return rest.length === 3 && (sign === "," || rest === "000");
}

/** Three digits after a sign that is no grouping: a number of copies with one separator forgotten, or with decimals. */
function irregular(whole: string, rest: string, sign: string): PrintedNumber {
  const both = { grouped: whole + rest, decimal: `${whole}.${rest}` };
  return { kind: "grouped-or-decimal", sign: sign === "," ? "," : ".", ...both, isIrregular: true };
}

function isRepeated(signs: string, sign: string): boolean {
  return [...signs].every((one) => one === sign);
}

function oneSign(first: string, second: string, sign: "," | "."): PrintedNumber | null {
  const decimal = `${first}.${second}`;
  if (isThousands([first, second])) {
    return { kind: "grouped-or-decimal", sign, grouped: first + second, decimal, isIrregular: false };
  }
  if (first.length > 3 && isCut(sign, second)) return irregular(first, second, sign);
  // A comma before four digits or more is neither a decimal comma that laboratories print nor a known grouping.
  return sign === "," && second.length > 3 && first.length > 1 ? null : { kind: "plain", text: decimal };
}

function isThousands(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups;
  return first.length <= 3 && first !== "0" && rest.every(({ length }) => length === 3);
}

/** 12,34,567: a last group of three, others of two. */
function isIndian(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups;
  if (first === "0" || first.length > 2) return false;
  return rest.every(({ length }, at) => length === (at === rest.length - 1 ? 3 : 2));
}

const E_POWER = / ?e([+-]?)(\d{1,2})(?!\d|[.,]\d)/y;
const TIMES_TEN = / ?[x*] ?10(?: ?\^ ?\+?(\d{1,2})| ?e ?\+?(\d{1,2})| ?(\d))(?!\d|[.,]\d)/y;
const OF_TEN = / ?\^ ?\+?(\d{1,2})(?!\d|[.,]\d)/y;
const CHINESE_POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function withPower(text: string, end: number, mantissa: PrintedNumber): ScannedNumber | null {
  const next = text.charAt(end) === " " ? end + 1 : end;
  switch (text.charAt(next)) {
    case "e":
      return withExponent(text, end, mantissa);
    case "x":
    case "*":
      return withTimesTen(text, end, mantissa);
    case "^": {
      const found = match(OF_TEN, text, end);
      if (found === null || mantissa.kind !== "plain" || mantissa.text !== "10") return null;
      return { number: { kind: "plain", text: scaled("1", Number(found[1])) }, end: end + found[0].length };
    }
    case "万":
    case "亿": {
      const power = CHINESE_POWERS[text.charAt(next)] ?? 0;
      return { number: scaledNumber(mantissa, power), end: next + 1 };
    }
    default:
      return { number: mantissa, end };
  }
}

function withExponent(text: string, end: number, mantissa: PrintedNumber): ScannedNumber | null {
  const found = match(E_POWER, text, end);
  // No exponent after all: the "e" begins a word.
  if (found === null) return isDigit(text, end + 1) ? null : { number: mantissa, end };
  const [whole, sign, digits] = found;
  const power = Number(digits);
  if (sign === "-" && power > 0) return null;
  const isTen = mantissa.kind === "plain" && mantissa.text === "10";
  const number = isTen ? unclear(scaled("1", power), scaled("1", power + 1)) : scaledNumber(mantissa, power);
  return { number, end: end + whole.length };
}

function withTimesTen(text: string, end: number, mantissa: PrintedNumber): ScannedNumber | null {
  const found = match(TIMES_TEN, text, end);
  if (found === null || mantissa.kind === "power-unclear") return null;
  const [whole, power, afterE, lost] = found;
  const after = end + whole.length;
  if (power !== undefined) return { number: scaledNumber(mantissa, Number(power)), end: after };
  const factor = mantissa.kind === "plain" ? mantissa.text : mantissa.decimal;
  // "2 x 104" has lost the raised 4, or is no result at all.
  if (lost !== undefined) return { number: unclear(scaled(factor, Number(lost))), end: after };
  // "2 x 10E4" is 2 x 10^5 to a calculator and 2 x 10^4 to whoever typed it.
  return { number: unclear(scaled(factor, Number(afterE)), scaled(factor, Number(afterE) + 1)), end: after };
}

function unclear(...texts: readonly string[]): PrintedNumber {
  return { kind: "power-unclear", texts };
}

/** Ten is written as a power itself, because "10E4" is one of the unclear forms. */
function scaled(text: string, power: number): string {
  if (power === 0) return text;
  return text === "10" ? `1E${power + 1}` : `${text}E${power}`;
}

function scaledNumber(number: PrintedNumber, power: number): PrintedNumber {
  switch (number.kind) {
    case "plain":
      return { kind: "plain", text: scaled(number.text, power) };
    case "grouped-or-decimal": {
      const decimal = scaled(number.decimal, power);
      // Nobody groups the digits before a power of ten with points; a comma may be either.
      if (number.sign === "." && !number.isIrregular) return { kind: "plain", text: decimal };
      return unclear(decimal, scaled(number.grouped, power));
    }
    case "power-unclear":
      return number;
  }
}
