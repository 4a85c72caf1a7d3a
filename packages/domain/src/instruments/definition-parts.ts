import type { Item, ItemResponse, ResponseSet } from "./item";
import type { LocalText } from "./local-text";
import type { Improvement, MissingRule, Scale, Serves } from "./scale";

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

type Optional = "headline" | "bands" | "cutOffs" | "importantDifferences" | "reliability";

/** A scale of which only what is known has to be said: no bands, thresholds or figures unless given. */
export function scaleOf(given: Omit<Scale, Optional> & Partial<Pick<Scale, Optional>>): Scale {
  return { headline: false, bands: [], cutOffs: [], importantDifferences: [], reliability: [], ...given };
}

/** One number typed in from a record: its item and the scale that carries it, with the same code. */
export function recordedNumber(
  instrument: string,
  given: {
    readonly code: string;
    readonly number: string;
    readonly label: LocalText;
    readonly text?: LocalText;
    readonly minimum: number;
    readonly maximum: number;
    readonly integer: boolean;
    readonly unit?: string;
    readonly improvement: Improvement;
    readonly headline?: boolean;
    readonly serves: Serves;
  },
): { readonly item: Item; readonly scale: Scale } {
  const { code, number, label, text, minimum, maximum, integer, improvement, headline = false, serves } = given;
  const unit = given.unit === undefined ? {} : { unit: given.unit };
  const id = `${instrument}.${code}`;
  return {
    item: {
      id,
      number,
      response: { kind: "number", minimum, maximum, integer, ...unit },
      ...(text === undefined ? {} : { text }),
    },
    scale: scaleOf({
      code,
      label,
      items: [id],
      formula: { kind: "value" },
      missing: allNeeded(1),
      range: { minimum, maximum },
      ...unit,
      improvement,
      headline,
      serves,
    }),
  };
}
