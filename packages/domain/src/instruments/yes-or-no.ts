import type { Instrument } from "./instrument";
import type { Scale } from "./scale";

/**
 * Whether a scale says yes (1) or no (0) and nothing else, by its definition: what can come out of its formula is known
 * before anybody answers. A range from 0 to 1 alone does not make it so, a share has that too.
 */
export function isYesOrNo({ items, responseSets }: Pick<Instrument, "items" | "responseSets">, scale: Scale): boolean {
  const { formula, range } = scale;
  if (range.minimum !== 0 || range.maximum !== 1) return false;
  switch (formula.kind) {
    case "value": {
      const response = items.find(({ id }) => id === scale.items[0])?.response;
      if (response?.kind !== "choice") return false;
      return areYesAndNo((responseSets[response.set]?.options ?? []).map(({ value }) => value));
    }
    case "categories":
      return areYesAndNo(formula.rows.map(({ value }) => value));
    case "criteria":
      return areYesAndNo([formula.whenMet, formula.whenNot]);
    case "at-or-under":
      return true;
    case "sum":
    case "mean":
    case "percent-of-range":
    case "weighted":
    case "count":
    case "lookup":
    case "ratio":
    case "composite":
      return false;
  }
}

function areYesAndNo(values: readonly (number | null)[]): boolean {
  return (
    values.includes(0) && values.includes(1) && values.every((value) => value === 0 || value === 1 || value === null)
  );
}
