import type { Item, ItemResponse, ResponseSet } from "./item";
import type { MissingRule, Serves } from "./scale";

/** Consecutive ids, `phq9.i1` to `phq9.i9`: `itemIds("phq9", 9)`; `from` starts elsewhere, `stem` replaces the "i". */
export function itemIds(instrument: string, count: number, { from = 1, stem = "i" } = {}): string[] {
  return Array.from({ length: count }, (_, index) => `${instrument}.${stem}${from + index}`);
}

/** Ids of the named item numbers: `pickItems("whoqol-hiv-bref", [3, 4])`. */
export function pickItems(instrument: string, numbers: readonly number[], stem = "i"): string[] {
  return numbers.map((number) => `${instrument}.${stem}${number}`);
}

/** Items without wording that all answer the same way; `prefix` marks the paper number where a form has parts. */
export function plainItems(ids: readonly string[], response: ItemResponse, { prefix = "", from = 1 } = {}): Item[] {
  return ids.map((id, index) => ({ id, number: `${prefix}${from + index}`, response }));
}

/** Answers numbered `first` to `last`, each worth its code. */
export function numberedOptions(first: number, last: number): ResponseSet {
  const options = [];
  for (let code = first; code <= last; code += 1) options.push({ code, value: code });
  return { options };
}

/** Every item is needed. */
export function allNeeded(count: number, certainty: MissingRule["certainty"] = "house"): MissingRule {
  return { minimumAnswered: count, substitute: "none", rounding: "none", certainty };
}

/** At least this many answered; the person's mean stands in for the rest. */
export function personMean(minimumAnswered: number, certainty: MissingRule["certainty"] = "house"): MissingRule {
  return { minimumAnswered, substitute: "person-mean", rounding: "none", certainty };
}

/** Serves an outcome domain and, where known, its specific outcomes. */
export function outcomeDomain(
  domain: string,
  outcomes: readonly string[] = [],
  supports: readonly string[] = [],
): Serves {
  return { domain: `outcome.${domain}`, outcomes, mechanisms: [], supports };
}

/** Serves mechanisms rather than an outcome. */
export function mechanismOnly(mechanisms: readonly string[], supports: readonly string[] = []): Serves {
  return { domain: null, outcomes: [], mechanisms, supports };
}
