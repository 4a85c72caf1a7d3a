import { asTexts, isFactor } from "./read";
import type { RVector } from "./values";

/** The order R sorted texts in when the cases were made: by letter, small before capital, punctuation first. */
const COLLATOR = new Intl.Collator("en");

export function compareTexts(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The different values of a vector as labels in R's order: numbers by size, FALSE before TRUE, texts as above. */
export function sortedUnique(value: RVector): readonly string[] {
  if (isFactor(value)) {
    const used = new Set(asTexts(value).values);
    return value.attributes.levels.filter((level) => used.has(level));
  }
  if (value.kind === "number") {
    const present = [...new Set(value.values)].filter((item) => item !== null && !Number.isNaN(item));
    const sorted = present.sort((a, b) => (a ?? 0) - (b ?? 0));
    return [
      ...new Set(asTexts({ kind: "number", values: sorted, attributes: {} }).values.map((label) => label ?? "NA")),
    ];
  }
  const labels = [...new Set(asTexts(value).values)].filter((label) => label !== null);
  return labels.sort(compareTexts);
}
