import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { modelFrame } from "../dialect/model-frame";
import { asNumbers } from "../dialect/read";
import type { RValue } from "../dialect/values";
import { groupedValues } from "./grouped-values";

/** What a test of one or two samples is of; differences of pairs are one sample. */
export type Samples =
  | { readonly kind: "one"; readonly values: readonly number[]; readonly paired: boolean }
  | {
      readonly kind: "two";
      readonly first: readonly number[];
      readonly second: readonly number[];
      /** "of x" and "of y", or "in group" with the levels. */
      readonly names: readonly string[];
    };

/** The samples of a call with x, y and paired, or with a formula and data; missing values are left out as R does. */
export function samplesOf(args: Arguments, paired: boolean): Samples {
  const x = args.value("x");
  if (x.kind === "language") return byFormula(args, x, paired);
  const y = args.optional("y");
  if (y?.kind === "language") throw new DialectError("A formula comes first");
  if (y === undefined || y.kind === "null") return { kind: "one", values: present(x), paired: false };
  if (paired) return { kind: "one", values: differences(x, y), paired: true };
  return { kind: "two", first: present(x), second: present(y), names: ["of x", "of y"] };
}

function byFormula(args: Arguments, formula: RValue, paired: boolean): Samples {
  const data = args.optional("data") ?? args.optional("y");
  const table = modelFrame(args.interpreter, formula, data);
  const [group] = table.values.values();
  if (table.response === undefined) throw new DialectError("A formula needs two sides");
  if (group === undefined) return { kind: "one", values: present(table.response), paired: false };
  const { names, values } = groupedValues(table.response, group);
  const [first, second, third] = values;
  if (first === undefined || second === undefined || third !== undefined) {
    throw new DialectError("The grouping factor must have exactly two levels");
  }
  if (!paired) return { kind: "two", first, second, names: names.map((name) => `in group ${name}`) };
  return { kind: "one", values: first.map((value, index) => value - (second[index] ?? 0)), paired: true };
}

function present(value: RValue): readonly number[] {
  return asNumbers(value)
    .values.filter((item) => item !== null)
    .filter((item) => !Number.isNaN(item));
}

function differences(x: RValue, y: RValue): readonly number[] {
  const [left, right] = [asNumbers(x).values, asNumbers(y).values];
  if (left.length !== right.length) throw new DialectError("Pairs of unequal number");
  return left
    .map((value, index) => {
      const other = right[index];
      return value === null || other === null || other === undefined ? Number.NaN : value - other;
    })
    .filter((value) => !Number.isNaN(value));
}
