import { DialectError } from "../failure";
import { readFormula } from "../formula";
import { factor, frameFromEntries, NULL, numbers, texts, withAttributes } from "../make";
import { asNumbers, asTexts, asVector, isFrame } from "../read";
import { namesAlong } from "../subset";
import { type Bindings, bind, type RNumber, type RValue } from "../values";
import { byLevels, crossFactors, toFactor } from "./factors";

function withMissing(value: RValue, mode: string): RNumber {
  const made = toFactor(value);
  const absent = made.values.includes(null);
  if (mode === "no" || (mode === "ifany" && !absent)) return made;
  const labels = asTexts(made).values.map((label) => label ?? "NA");
  return byLevels(texts(labels), [...(made.attributes.levels ?? []), "NA"]);
}

/** Counts, or sums of weights, over the combinations of factors. */
export function crossCount(factors: readonly RNumber[], weights?: readonly (number | null)[]): RNumber {
  const crossed = crossFactors(factors, "\u0001", false);
  const dimnames = factors.map((one) => one.attributes.levels ?? []);
  const dim = dimnames.map((levels) => levels.length);
  const counts = new Array<number>(dim.reduce((product, extent) => product * extent, 1)).fill(0);
  for (const [row, code] of crossed.values.entries()) {
    if (code !== null) counts[code - 1] = (counts[code - 1] ?? 0) + (weights === undefined ? 1 : (weights[row] ?? 0));
  }
  return numbers(counts, { dim, dimnames, class: ["table"] });
}

/** Sums over a margin of a two-way table; of everything when no margin is given. */
function margin(value: RValue, along: number | undefined): RNumber {
  const { values } = asNumbers(value);
  const [rows = values.length, columns = 1] = value.attributes.dim ?? [];
  const total = (positions: readonly number[]): number => positions.reduce((sum, at) => sum + (values[at] ?? 0), 0);
  const indices = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
  if (along === undefined) return numbers([total(indices(values.length))]);
  const names = value.attributes.dimnames?.[along - 1] ?? undefined;
  const sums =
    along === 1
      ? indices(rows).map((row) => total(indices(columns).map((column) => row + column * rows)))
      : indices(columns).map((column) => total(indices(rows).map((row) => row + column * rows)));
  return numbers(sums, { dim: [sums.length], dimnames: names === undefined ? undefined : [names], class: ["table"] });
}

const proportions: Bindings[string] = bind("x margin", (args) => {
  const value = args.value("x");
  const along = args.optional("margin");
  const which = along === undefined || along.kind === "null" ? undefined : args.number("margin");
  const sums = margin(value, which).values;
  const [rows = 1] = value.attributes.dim ?? [];
  const { values } = asNumbers(value);
  const divisor = (at: number): number =>
    sums[which === undefined ? 0 : which === 1 ? at % rows : Math.floor(at / rows)] ?? Number.NaN;
  return numbers(
    values.map((item, at) => (item === null ? null : item / divisor(at))),
    value.attributes,
  );
});

export const TABLES: Bindings = {
  table: bind("... useNA dnn exclude deparse.level", (args) => {
    const mode = args.text("useNA", "no");
    const given = args.rest.map((part) => part.value());
    const [first] = given;
    const parts = first !== undefined && given.length === 1 && isFrame(first) ? [...first.values] : given;
    return crossCount(parts.map((part) => withMissing(part, mode)));
  }),
  xtabs: bind("formula data subset", (args) => {
    const data = args.optional("data") ?? NULL;
    const formula = readFormula(args.value("formula"), isFrame(data) ? data : undefined);
    const evaluate = (expression: Parameters<typeof args.interpreter.evaluateIn>[0]): RValue =>
      args.interpreter.evaluateIn(expression, data, formula.environment);
    const factors = formula.terms.map((term) => {
      const expression = formula.variables.get(term[0] ?? "");
      if (expression === undefined) throw new DialectError("xtabs() needs factors");
      return toFactor(evaluate(expression));
    });
    const weights = formula.response === undefined ? undefined : asNumbers(evaluate(formula.response)).values;
    return crossCount(factors, weights);
  }),
  tabulate: bind("bin nbins", (args) => {
    const bins = asNumbers(args.value("bin")).values.map((item) => item ?? 0);
    const count = args.number("nbins", Math.max(1, ...bins));
    return numbers(Array.from({ length: count }, (_, at) => bins.filter((bin) => bin === at + 1).length));
  }),
  "prop.table": proportions,
  proportions,
  "margin.table": bind("x margin", (args) =>
    margin(args.value("x"), args.has("margin") ? args.number("margin") : undefined),
  ),
  marginSums: bind("x margin", (args) =>
    margin(args.value("x"), args.has("margin") ? args.number("margin") : undefined),
  ),
  addmargins: bind("A", (args) => {
    const value = args.value("A");
    const [rows = 0, columns = 0] = value.attributes.dim ?? [];
    const { values } = asNumbers(value);
    const at = (row: number, column: number): number => values[row + column * rows] ?? 0;
    const sum = (items: readonly number[]): number => items.reduce((a, b) => a + b, 0);
    const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
    const body = range(columns).flatMap((column) => {
      const cells = range(rows).map((row) => at(row, column));
      return [...cells, sum(cells)];
    });
    const last = range(rows).map((row) => sum(range(columns).map((column) => at(row, column))));
    const [rowNames, columnNames] = value.attributes.dimnames ?? [];
    return numbers([...body, ...last, sum(last)], {
      dim: [rows + 1, columns + 1],
      dimnames: [
        [...(rowNames ?? []), "Sum"],
        [...(columnNames ?? []), "Sum"],
      ],
      class: ["table"],
    });
  }),
  "as.table": bind("x ...", (args) => {
    const value = args.value("x");
    const letters = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at));
    const dim = value.attributes.dim ?? [asVector(value).values.length];
    const dimnames = dim.map((extent, at) => value.attributes.dimnames?.[at] ?? namesAlong(value) ?? letters(extent));
    return withAttributes(asNumbers(value), { dim, dimnames, names: undefined, class: ["table"] });
  }),
  /** One row per cell with its labels and Freq, as as.data.frame gives for a table. */
  "as.data.frame.table": bind("x row.names responseName stringsAsFactors ...", (args) => {
    const value = args.value("x");
    const dimnames = (value.attributes.dimnames ?? []).map((names) => names ?? []);
    const { values } = asNumbers(value);
    let stride = 1;
    const columns = dimnames.map((names, at): readonly [string, RValue] => {
      const step = stride;
      stride *= names.length;
      return [
        `Var${at + 1}`,
        factor(
          values.map((_, cell) => (Math.floor(cell / step) % names.length) + 1),
          names,
        ),
      ];
    });
    return frameFromEntries([...columns, [args.text("responseName", "Freq"), numbers(values)]]);
  }),
};
