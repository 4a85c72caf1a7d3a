import { LAB_KIND_FACTS, type LabKind } from "@alongside/domain/laboratory/kinds";
import type { Comparator } from "@alongside/domain/viral-load/measurement";
import { normalisePrint } from "@alongside/domain/viral-load/normalise-print";

/** A number somebody typed for a quantity that has one unit. */
export type ParsedQuantity =
  | { readonly kind: "understood"; readonly comparator: Comparator | null; readonly value: string }
  /** One separator that may group thousands or begin decimals. */
  | { readonly kind: "question"; readonly values: readonly [string, string] }
  | { readonly kind: "unparsed" };

/** How the unit of each kind is written; any other is of another quantity. */
const UNITS = {
  "cd4-count": /\s*(cells?\s*\/\s*(?:[uµμ]l|mm\^?3)|\/?\s*(?:[uµμ]l|mm\^?3)|个\s*\/\s*[uµμ]l)$/u,
  "cd4-percent": /\s*%$/u,
  weight: /\s*(kgs?|公斤|千克)$/u,
} as const satisfies Record<Exclude<LabKind, "viral-load">, RegExp>;
const COMPARED = /^(<=|>=|<|>)?\s*(.+)$/;

/**
 * Reads a count, a percentage or a weight: a number with or without a comparator and its own unit, with a decimal comma,
 * in full-width digits, with thousands in groups. What can be read in two ways comes back as both.
 */
export function parseQuantity(text: string, kind: Exclude<LabKind, "viral-load">): ParsedQuantity {
  const { decimals } = LAB_KIND_FACTS[kind];
  const print = normalisePrint(text).replace(UNITS[kind], "").trim();
  const [, sign, number = ""] = COMPARED.exec(print) ?? [];
  const comparator = sign === "<" || sign === "<=" || sign === ">" || sign === ">=" ? sign : null;
  const understood = (value: string): ParsedQuantity => ({ kind: "understood", comparator, value });
  // Numbers have no leading zeros; codes do.
  if (/^0\d/.test(number)) return { kind: "unparsed" };
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
