import type { Instrument } from "./instrument";
import type { EnableWhen, Item } from "./item";
import { valueRange } from "./item-value";
import type { Scale } from "./scale";

function repeated(values: readonly (string | number)[]): (string | number)[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function conditionProblems(instrument: Instrument, item: Item, enableWhen: EnableWhen): string[] {
  const position = instrument.items.indexOf(item);
  return enableWhen.conditions.flatMap(({ item: other }) => {
    const index = instrument.items.findIndex(({ id }) => id === other);
    return index >= 0 && index < position ? [] : [`${item.id}: enableWhen looks at ${other}, which is not earlier`];
  });
}

function itemProblems(instrument: Instrument, item: Item): string[] {
  const problems: string[] = [];
  if (!item.id.startsWith(`${instrument.code}.`)) problems.push(`${item.id}: id does not start with the code`);
  if (item.enableWhen !== undefined) problems.push(...conditionProblems(instrument, item, item.enableWhen));
  if (instrument.wording === "own" && item.text === undefined) problems.push(`${item.id}: own item without text`);
  if (instrument.wording !== "own" && item.text !== undefined) problems.push(`${item.id}: wording in a definition`);
  if (item.response.kind === "number") {
    if (item.response.minimum >= item.response.maximum) problems.push(`${item.id}: empty range`);
    return problems;
  }
  const set = instrument.responseSets[item.response.set];
  if (set === undefined) return [...problems, `${item.id}: no response set ${item.response.set}`];
  const codes = set.options.map(({ code }) => code);
  if (item.key !== undefined && !codes.includes(item.key)) problems.push(`${item.id}: key is not a code`);
  return problems;
}

function bandProblems({ code, bands, range }: Scale): string[] {
  const problems: string[] = [];
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (before === undefined) {
      if (band.from !== range.minimum || band.exclusive) problems.push(`${code}: bands do not start at the minimum`);
    } else if (before.from >= band.from) problems.push(`${code}: bands are not in ascending order`);
    if (band.from > range.maximum) problems.push(`${code}: band ${band.code} starts above the maximum`);
  });
  return [...problems, ...repeated(bands.map((band) => band.code)).map((twice) => `${code}: band ${twice} twice`)];
}

/** Lowest and highest value a formula can give on these items, or null where the table or rule itself says so. */
export function formulaRange(instrument: Instrument, scale: Scale): { minimum: number; maximum: number } | null {
  const items = instrument.items.filter(({ id }) => scale.items.includes(id));
  const ranges = items.map((item) => valueRange(instrument, item));
  const lowest = ranges.reduce((sum, { minimum }) => sum + minimum, 0);
  const highest = ranges.reduce((sum, { maximum }) => sum + maximum, 0);
  const { formula } = scale;
  switch (formula.kind) {
    case "value":
      return { minimum: lowest, maximum: highest };
    case "sum":
      return { minimum: lowest * (formula.multiply ?? 1), maximum: highest * (formula.multiply ?? 1) };
    case "mean": {
      const factor = (formula.multiply ?? 1) / items.length;
      return { minimum: lowest * factor, maximum: highest * factor };
    }
    case "percent-of-range":
    case "ratio":
      return { minimum: 0, maximum: 100 };
    case "count":
      return { minimum: 0, maximum: items.length };
    case "criteria":
    case "at-or-under":
      return { minimum: 0, maximum: 1 };
    case "weighted":
    case "lookup":
    case "categories":
      return null;
    case "composite": {
      const parts = instrument.scales.filter(({ code }) => formula.scales.includes(code));
      const divisor = formula.combine === "mean" ? parts.length : 1;
      return {
        minimum: parts.reduce((sum, part) => sum + part.range.minimum, 0) / divisor,
        maximum: parts.reduce((sum, part) => sum + part.range.maximum, 0) / divisor,
      };
    }
  }
}

function scaleProblems(instrument: Instrument, scale: Scale): string[] {
  const problems = bandProblems(scale);
  const known = new Set(instrument.items.map(({ id }) => id));
  const { code, formula, items, missing, range } = scale;
  for (const id of items) if (!known.has(id)) problems.push(`${code}: no item ${id}`);
  for (const id of repeated(items)) problems.push(`${code}: item ${id} twice`);
  if (items.length === 0) problems.push(`${code}: no items`);
  if (missing.minimumAnswered < 1 || missing.minimumAnswered > items.length) {
    problems.push(`${code}: minimum answered ${missing.minimumAnswered} of ${items.length}`);
  }
  if ((missing.substitute === "none") !== (missing.minimumAnswered === items.length) && formula.kind !== "composite") {
    problems.push(`${code}: missing items are allowed exactly when something is substituted`);
  }
  if (missing.substitute === "none" && missing.rounding !== "none")
    problems.push(`${code}: rounds what is never filled`);
  if (formula.kind === "value" && items.length !== 1) problems.push(`${code}: a value needs one item`);
  if (formula.kind === "composite") {
    for (const part of formula.scales) {
      const found = instrument.scales.find((other) => other.code === part);
      if (found === undefined || found.formula.kind === "composite") problems.push(`${code}: no plain part ${part}`);
    }
  }
  const possible = formulaRange(instrument, scale);
  const close = (left: number, right: number) => Math.abs(left - right) < 1e-9;
  if (possible && !(close(possible.minimum, range.minimum) && close(possible.maximum, range.maximum))) {
    problems.push(
      `${code}: range ${range.minimum}-${range.maximum}, formula gives ${possible.minimum}-${possible.maximum}`,
    );
  }
  for (const { low, high } of scale.reliability) {
    if (low > high || low < -1 || high > 1) problems.push(`${code}: reliability ${low}-${high}`);
  }
  return problems;
}

/**
 * Everything inconsistent about a definition, as sentences for the person writing it; empty when it holds together. Run
 * over the whole catalogue in tests rather than at load, so that production never pays for it or stops on it.
 */
export function definitionProblems(instrument: Instrument): readonly string[] {
  const ids = instrument.items.map(({ id }) => id);
  const problems = [
    ...repeated(ids).map((id) => `item ${id} twice`),
    ...repeated(instrument.scales.map(({ code }) => code)).map((code) => `scale ${code} twice`),
    ...instrument.reverse.filter((id) => !ids.includes(id)).map((id) => `reverse item ${id} does not exist`),
    ...repeated(instrument.reverse).map((id) => `reverse item ${id} twice`),
    ...instrument.risks.filter(({ item }) => !ids.includes(item)).map(({ item }) => `risk item ${item} does not exist`),
    ...Object.entries(instrument.responseSets).flatMap(([name, { options }]) =>
      repeated(options.map(({ code }) => code)).map((code) => `response set ${name}: code ${code} twice`),
    ),
    ...instrument.items.flatMap((item) => itemProblems(instrument, item)),
    ...instrument.scales.flatMap((scale) => scaleProblems(instrument, scale)),
  ];
  if (instrument.sections !== undefined) {
    const placed = instrument.sections.flatMap(({ items }) => items);
    if (placed.length !== ids.length || placed.some((id) => !ids.includes(id)) || repeated(placed).length > 0) {
      problems.push("sections do not hold every item exactly once");
    }
  }
  if (instrument.scales.length > 0 && !instrument.scales.some(({ headline }) => headline)) {
    problems.push("no headline scale");
  }
  const used = new Set(instrument.scales.flatMap(({ items }) => items));
  for (const id of instrument.reverse) if (!used.has(id)) problems.push(`reverse item ${id} is in no scale`);
  return problems;
}
