import type { QuantityKind } from "@alongside/domain/laboratory/kinds";
import { QUANTITY_UNITS } from "./words.data";

/** What the cell of a CD4 count, CD4 per cent or weight says. */
export type QuantityPrint =
  | { readonly kind: "read"; readonly comparator: "<" | "<=" | ">" | ">=" | null; readonly value: string }
  | { readonly kind: "refused"; readonly rule: "number" | "other-unit"; readonly text: string };

const PRINT = /^(?<sign><=|>=|<|>)?\s*(?<number>\d[\d.,]*)\s*(?<unit>\D*)$/;
const SIGNS: Readonly<Record<string, "<" | "<=" | ">" | ">=">> = { "<": "<", "<=": "<=", ">": ">", ">=": ">=" };

/** Reads a number with an optional sign of comparison and unit. A number that can be read in two ways is refused. */
export function readQuantity(printed: string, kind: QuantityKind, decimalMark: "auto" | "." | ","): QuantityPrint {
  const text = printed.normalize("NFKC").trim().replace(/≤/g, "<=").replace(/≥/g, ">=").toLowerCase();
  const parts = PRINT.exec(text)?.groups;
  const value = parts === undefined ? undefined : plainNumber(parts.number ?? "", decimalMark);
  if (parts === undefined || value === undefined) return { kind: "refused", rule: "number", text: printed };
  const unit = (parts.unit ?? "").trim();
  if (unit !== "" && !isUnitOf(unit, kind)) return { kind: "refused", rule: "other-unit", text: unit };
  return { kind: "read", comparator: SIGNS[parts.sign ?? ""] ?? null, value };
}

/** Whether a quantity of this kind is reported in the unit. */
export function isUnitOf(unit: string, kind: QuantityKind): boolean {
  const lower = unit.normalize("NFKC").trim().toLowerCase();
  return QUANTITY_UNITS[kind].some((known) => known.normalize("NFKC") === lower);
}

function plainNumber(text: string, decimalMark: "auto" | "." | ","): string | undefined {
  if (decimalMark === "auto") {
    // "1,234" and "1.234" may be either of two numbers.
    if (/[.,]\d{3}$/.test(text)) return undefined;
    return /^\d+([.,]\d+)?$/.test(text) ? text.replace(",", ".") : undefined;
  }
  const [decimal, group] = decimalMark === "." ? [".", ","] : [",", "."];
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$|^\\d+(\\${decimal}\\d+)?$`);
  return grouped.test(text) ? text.replaceAll(group, "").replace(decimal, ".") : undefined;
}
