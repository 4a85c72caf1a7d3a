import type { Comparator } from "@alongside/domain/viral-load/measurement";
import { normalisePrint } from "@alongside/domain/viral-load/normalise-print";

/** A number somebody typed for a quantity that has one unit. */
export type ParsedQuantity =
  | { readonly kind: "understood"; readonly comparator: Comparator | null; readonly value: string }
  /** One separator that may group thousands or begin decimals. */
  | { readonly kind: "question"; readonly values: readonly [string, string] }
  | { readonly kind: "unparsed" };

const UNITS = /\s*(cells?\s*\/\s*(?:[uµμ]l|mm\^?3)|[uµμ]l|kg|公斤|千克|%|个\s*\/\s*[uµμ]l)$/u;
const COMPARED = /^(<=|>=|<|>)?\s*(.+)$/;

/**
 * Reads a count, a percentage or a weight: a number with or without a comparator and the unit, with a decimal comma, in
 * full-width digits, with thousands in groups. What can be read in two ways comes back as both.
 */
export function parseQuantity(text: string, decimals: number): ParsedQuantity {
  const print = normalisePrint(text).replace(UNITS, "").trim();
  const [, sign, number = ""] = COMPARED.exec(print) ?? [];
  const comparator = sign === "<" || sign === "<=" || sign === ">" || sign === ">=" ? sign : null;
  const understood = (value: string): ParsedQuantity => ({ kind: "understood", comparator, value });
  if (/^\d{1,15}$/.test(number)) return understood(number);
  if (/^\d{1,3}( \d{3})+$/.test(number)) return understood(number.replaceAll(" ", ""));
  const parts = /^(\d{1,15})([.,])(\d{1,15})$/.exec(number);
  if (parts === null) return { kind: "unparsed" };
  const [, whole = "", separator = "", rest = ""] = parts;
  const decimal = `${whole}.${rest}`;
  if (rest.length !== 3 || whole.length > 3 || whole === "0") return understood(decimal);
  // Where there are no decimals, or fewer than three, a group of three digits is thousands only with a comma.
  if (separator === "," && decimals === 0) return understood(`${whole}${rest}`);
  return { kind: "question", values: [`${whole}${rest}`, decimal] };
}
