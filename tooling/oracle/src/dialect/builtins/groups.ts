import type { Arguments } from "../arguments";
import { frameOf } from "../bind-frames";
import { concatenate } from "../concatenate";
import { deparse } from "../deparse";
import { DialectError } from "../failure";
import { readFormula } from "../formula";
import { frameFromEntries, listOf, matrix, NULL, numbers, texts, withAttributes } from "../make";
import { asNumbers, asTexts, asVector, isFrame, lengthOf } from "../read";
import { namesAlong, subsetVector, takeRows } from "../subset";
import { type Bindings, bind, type RNumber, type RValue } from "../values";
import { functionOf, simplify } from "./apply";
import { byLevels, crossFactors, toFactor } from "./factors";

/** The groups a list of factors, or one, makes. */
function grouping(by: RValue, separator: string, drop: boolean): RNumber {
  if (by.kind === "list") return crossFactors(by.values.map(toFactor), separator, drop);
  return toFactor(by);
}

export function takeGroup(value: RValue, positions: readonly number[]): RValue {
  if (isFrame(value)) return takeRows(value, positions);
  return subsetVector(asVector(value), positions);
}

/** Positions from 0 of each level's elements. */
export function positionsByLevel(groups: RNumber): readonly (readonly number[])[] {
  const found = (groups.attributes.levels ?? []).map((): number[] => []);
  for (const [at, code] of groups.values.entries()) if (code !== null) found[code - 1]?.push(at);
  return found;
}

function tabulateBy(args: Arguments, value: RValue, by: RValue): RValue {
  const factors = by.kind === "list" ? by.values.map(toFactor) : [toFactor(by)];
  const crossed = crossFactors(factors, ".", false);
  const parts = positionsByLevel(crossed);
  const more = args.rest.map((part) => part.value());
  const names = args.rest.map((part) => part.name);
  const called = args.has("FUN") ? functionOf(args, "FUN") : undefined;
  if (called === undefined) return numbers(crossed.values);
  const results = parts.map((positions) =>
    positions.length === 0
      ? undefined
      : args.apply(called, [takeGroup(value, positions), ...more], [undefined, ...names]),
  );
  const present = results.filter((result) => result !== undefined);
  const dim = factors.map((one) => one.attributes.levels?.length ?? 0);
  const dimnames = factors.map((one) => one.attributes.levels ?? []);
  if (present.every((result) => lengthOf(result) === 1 && result.kind !== "list")) {
    const filled = results.map((result) =>
      result === undefined ? numbers([null]) : withAttributes(result, { names: undefined }),
    );
    return withAttributes(concatenate(filled, []), {
      names: undefined,
      dim,
      dimnames,
      levels: undefined,
      class: undefined,
    });
  }
  return listOf(
    results.map((result) => result ?? NULL),
    { names: dimnames[0], dim: undefined },
  );
}

/** aggregate(): one row per combination of the groups that has rows, the first group varying fastest. */
function aggregate(
  args: Arguments,
  measures: readonly (readonly [string, RValue])[],
  groups: readonly (readonly [string, RValue])[],
): RValue {
  const factors = groups.map(([, value]) => toFactor(value));
  const crossed = crossFactors(factors, "\u0001", false);
  const called = functionOf(args, "FUN");
  const more = args.rest.map((part) => part.value());
  const names = args.rest.map((part) => part.name);
  const parts = positionsByLevel(crossed).filter((positions) => positions.length > 0);
  const keys = groups.map(([name, value]): readonly [string, RValue] => {
    const firsts = subsetVector(
      asVector(value),
      parts.map((positions) => positions[0] ?? null),
    );
    return [name, withAttributes(firsts, { names: undefined })];
  });
  const results = measures.map(([name, value]): readonly [string, RValue] => {
    const each = parts.map((positions) =>
      args.apply(called, [takeGroup(value, positions), ...more], [undefined, ...names]),
    );
    const joined = simplify(each, undefined);
    return [
      name,
      joined.attributes.dim?.length === 2 ? args.call("t", [joined]) : withAttributes(joined, { names: undefined }),
    ];
  });
  return frameFromEntries([...keys, ...results]);
}

function aggregateFormula(args: Arguments, formulaValue: RValue): RValue {
  const data = args.frame("data");
  const formula = readFormula(formulaValue, data);
  const used = [...(formula.response === undefined ? [] : [formula.response]), ...formula.variables.values()];
  const evaluated = used.map((expression) => args.interpreter.evaluateIn(expression, data, args.environment));
  const all = frameOf(evaluated.map((value) => ({ name: "", value })));
  const rows = (data.attributes.rowNames ?? []).flatMap((_, row) =>
    all.values.every((value) => (asTexts(value).values[row] ?? null) !== null) ? [row] : [],
  );
  const [response, ...groups] = evaluated.map((value) => {
    const taken = takeRows(frameFromEntries([["value", value]], data.attributes.rowNames), rows);
    return taken.values[0] ?? NULL;
  });
  if (response === undefined || formula.response === undefined) throw new DialectError("aggregate() needs a response");
  const labels = [...formula.variables.keys()];
  const columns = frameOf([{ name: deparse(formula.response), value: response }]);
  const labelled = columns.attributes.names ?? [];
  return aggregate(
    args,
    columns.values.map((value, at) => [labelled[at] ?? "", value]),
    groups.map((value, at) => [labels[at] ?? "", value]),
  );
}

export const GROUPS: Bindings = {
  split: bind("x f drop sep ...", (args) => {
    const value = args.value("x");
    const by = args.value("f");
    const drop = args.flag("drop", false);
    const groups = grouping(by.kind === "language" ? formulaGroups(args, by, value) : by, args.text("sep", "."), drop);
    const parts = positionsByLevel(groups).map((positions) => takeGroup(value, positions));
    return listOf(parts, { names: groups.attributes.levels });
  }),
  unsplit: bind("value f", (args) => {
    const parts = args.value("value");
    const groups = toFactor(args.value("f"));
    const positions = positionsByLevel(groups).flat();
    const joined = asVector(args.call("unlist", [parts]));
    const from: number[] = [];
    for (const [at, position] of positions.entries()) from[position] = at;
    return withAttributes(subsetVector(joined, from), { names: undefined });
  }),
  tapply: bind("X INDEX FUN ... default simplify", (args) => tabulateBy(args, args.value("X"), args.value("INDEX"))),
  by: bind("data INDICES FUN ...", (args) => {
    const groups = grouping(args.value("INDICES"), ".", true);
    const called = functionOf(args, "FUN");
    const parts = positionsByLevel(groups).map((positions) =>
      args.apply(called, [takeGroup(args.value("data"), positions)]),
    );
    return listOf(parts, { names: groups.attributes.levels });
  }),
  rowsum: bind("x group reorder na.rm", (args) => {
    const groups = toFactor(args.value("group"));
    const columns = frameOf([{ name: "", value: args.value("x") }]);
    const sums = positionsByLevel(groups).map((positions) =>
      columns.values.map((column) => positions.reduce((sum, at) => sum + (asNumbers(column).values[at] ?? 0), 0)),
    );
    const names = columns.values.length > 1 ? (columns.attributes.names ?? null) : null;
    return matrix(groups.attributes.levels ?? null, names, sums);
  }),
  ave: bind("x ... FUN", (args) => {
    const value = asVector(args.value("x"));
    const factors = args.rest.map((part) => toFactor(part.value()));
    const all = byLevels(texts(value.values.map(() => "all")), ["all"]);
    const groups = factors.length === 0 ? all : crossFactors(factors, ".", true);
    const called = args.has("FUN") ? functionOf(args, "FUN") : args.interpreter.findFunction("mean", args.environment);
    const filled: (number | null)[] = value.values.map(() => null);
    for (const positions of positionsByLevel(groups)) {
      const { values } = asNumbers(args.apply(called, [subsetVector(value, positions)]));
      for (const [at, position] of positions.entries()) filled[position] = values[at % values.length] ?? null;
    }
    return numbers(filled);
  }),
  aggregate: bind("x by FUN ... data", (args) => {
    const first = args.value("x");
    if (first.kind === "language") {
      const second = args.optional("by");
      if (second !== undefined && isFrame(second)) {
        return args.call(
          "aggregate",
          [first, second, functionOf(args, "FUN"), ...args.rest.map((part) => part.value())],
          [undefined, "data", "FUN", ...args.rest.map((part) => part.name)],
        );
      }
      return aggregateFormula(args, first);
    }
    const by = args.value("by");
    if (by.kind !== "list") throw new DialectError("'by' must be a list");
    const groups = by.values.map((value, at): readonly [string, RValue] => [
      namesAlong(by)?.[at] || `Group.${at + 1}`,
      value,
    ]);
    const measures = isFrame(first)
      ? first.values.map((value, at): readonly [string, RValue] => [first.attributes.names?.[at] ?? "", value])
      : [["x", first] as const];
    return aggregate(args, measures, groups);
  }),
};

function formulaGroups(args: Arguments, by: RValue, data: RValue): RValue {
  const { variables } = readFormula(by);
  return listOf(
    [...variables.values()].map((expression) => args.interpreter.evaluateIn(expression, data, args.environment)),
  );
}
