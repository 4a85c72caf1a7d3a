import { toLabels } from "../dialect/model-frame";
import { asNumbers, asVector } from "../dialect/read";
import type { RValue } from "../dialect/values";

/** Values by group, in the order of R's factor levels; groups without a value are left out. */
export interface GroupedValues {
  readonly names: readonly string[];
  readonly values: readonly (readonly number[])[];
}

/** Values split by a grouping variable; people without either are left out. */
export function groupedValues(y: RValue, group: RValue): GroupedValues {
  const { labels, levels } = toLabels(asVector(group));
  const byLevel = new Map(levels.map((level) => [level, [] as number[]]));
  asNumbers(y).values.forEach((value, index) => {
    const label = labels[index];
    if (value === null || Number.isNaN(value) || label === null || label === undefined) return;
    byLevel.get(label)?.push(value);
  });
  const kept = [...byLevel].filter(([, values]) => values.length > 0);
  return { names: kept.map(([name]) => name), values: kept.map(([, values]) => values) };
}
