import type { Arguments, Supplied } from "../arguments";
import { bindMatrix, frameOf, stackFrames } from "../bind-frames";
import { deparse } from "../deparse";
import { DialectError } from "../failure";
import { flags, frameFromEntries, NULL, number, numbers, texts, withAttributes } from "../make";
import { makeNames } from "../make-names";
import { asFlags, asFrame, asList, asNumbers, asTexts, asVector, isAtomic, isFrame, lengthOf, rowsOf } from "../read";
import { replaceElement } from "../replace";
import { subset, subsetVector, takeRows } from "../subset";
import { type Bindings, bind, type RList, type RValue } from "../values";
import { keysOf, orderBy } from "./sorting";

/** The name a column gets: the one given, else the code it was written as. */
function label(part: Supplied): string {
  if (part.name !== undefined) return part.name;
  return part.expression === undefined ? "" : deparse(part.expression);
}

function nameOnly(part: Supplied): string {
  if (part.name !== undefined) return part.name;
  return part.expression?.type === "name" ? part.expression.name : "";
}

/** Whether each row has nothing missing in any of the values. */
function complete(values: readonly RValue[]): readonly boolean[] {
  const columns = values.flatMap((value): readonly RValue[] => (value.kind === "list" ? value.values : [value]));
  const rows = Math.max(0, ...columns.map((column) => rowsOf(column) ?? lengthOf(column)));
  return Array.from({ length: rows }, (_, row) =>
    columns.every((column) => {
      if (!isAtomic(column)) return true;
      for (let at = row; at < column.values.length; at += Math.max(1, rows)) {
        const item = column.values[at];
        if (item === null || item === undefined || Number.isNaN(item)) return false;
      }
      return true;
    }),
  );
}

function positionsWhere(truths: readonly (boolean | null)[]): readonly number[] {
  return truths.flatMap((truth, at) => (truth === true ? [at] : []));
}

function merge(
  x: RList,
  y: RList,
  by: readonly string[],
  keepX: boolean,
  keepY: boolean,
  suffixes: readonly string[],
): RValue {
  const only = (data: RList): RList => asFrame(subset(data, [texts(by)], false));
  const [left, right] = [keysOf(only(x)), keysOf(only(y))];
  const pairs: (readonly [number | null, number | null])[] = [];
  for (const [row, key] of left.entries()) {
    const matches = right.flatMap((other, at) => (other === key ? [at] : []));
    for (const match of matches) pairs.push([row, match]);
    if (matches.length === 0 && keepX) pairs.push([row, null]);
  }
  const known = new Set(left);
  if (keepY) for (const [row, key] of right.entries()) if (!known.has(key)) pairs.push([null, row]);
  const namesX = (x.attributes.names ?? []).filter((name) => !by.includes(name));
  const namesY = (y.attributes.names ?? []).filter((name) => !by.includes(name));
  const column = (data: RList, name: string, side: 0 | 1): RValue => {
    const found = data.values[data.attributes.names?.indexOf(name) ?? -1];
    if (found === undefined) throw new DialectError(`merge: no column ${name}`);
    return withAttributes(
      subsetVector(
        asVector(found),
        pairs.map((pair) => pair[side]),
      ),
      { names: undefined },
    );
  };
  const keyColumns = by.map((name): readonly [string, RValue] => {
    const fromX = column(x, name, 0);
    const fromY = asTexts(column(y, name, 1)).values;
    if (!keepY) return [name, fromX];
    if (fromX.kind === "number" && fromX.attributes.levels === undefined) {
      const numbersY = asNumbers(column(y, name, 1)).values;
      return [name, numbers(fromX.values.map((item, at) => item ?? numbersY[at] ?? null))];
    }
    return [name, texts(asTexts(fromX).values.map((item, at) => item ?? fromY[at] ?? null))];
  });
  const suffixed = (name: string, others: readonly string[], suffix: string): string =>
    others.includes(name) ? `${name}${suffix}` : name;
  const merged = frameFromEntries([
    ...keyColumns,
    ...namesX.map((name): readonly [string, RValue] => [
      suffixed(name, namesY, suffixes[0] ?? ".x"),
      column(x, name, 0),
    ]),
    ...namesY.map((name): readonly [string, RValue] => [
      suffixed(name, namesX, suffixes[1] ?? ".y"),
      column(y, name, 1),
    ]),
  ]);
  const sorted = takeRows(merged, orderBy(keyColumns.map(([, value]) => asVector(value))));
  return withAttributes(sorted, { rowNames: pairs.map((_, at) => String(at + 1)) });
}

function textsGiven(args: Arguments, name: string): readonly string[] {
  const value = args.optional(name);
  return value === undefined ? [] : asTexts(value).values.map((text) => text ?? "");
}

/** A data frame with some columns under other names. */
function renamed(data: RList, from: readonly string[], to: readonly string[]): RList {
  const names = data.attributes.names?.map((name) => to[from.indexOf(name)] ?? name);
  return withAttributes(data, { names });
}

const dimnamesPart = (side: 0 | 1): Bindings[string] =>
  bind("x", (args) => {
    const value = args.value("x");
    const names = isFrame(value)
      ? side === 0
        ? value.attributes.rowNames
        : value.attributes.names
      : value.attributes.dimnames?.[side];
    return names ? texts(names) : NULL;
  });

const setDimnamesPart = (side: 0 | 1): Bindings[string] =>
  bind("x value", (args) => {
    const value = args.value("x");
    const given = args.value("value");
    const names = given.kind === "null" ? null : asTexts(given).values.map((name) => name ?? "NA");
    if (isFrame(value)) {
      const rows = (value.attributes.rowNames ?? []).map((_, at) => String(at + 1));
      return withAttributes(value, side === 0 ? { rowNames: names ?? rows } : { names: names ?? undefined });
    }
    const [rowNames = null, columnNames = null] = value.attributes.dimnames ?? [];
    return withAttributes(value, { dimnames: side === 0 ? [names, columnNames] : [rowNames, names] });
  });

export const FRAMES: Bindings = {
  "data.frame": bind("... stringsAsFactors check.names row.names", (args) => {
    const made = frameOf(args.rest.map((part) => ({ name: label(part), value: part.value() })));
    const checked = args.flag("check.names", true) ? makeNames(made.attributes.names ?? []) : made.attributes.names;
    const rows = args.optional("row.names");
    const rowNames =
      rows === undefined || rows.kind === "null"
        ? made.attributes.rowNames
        : asTexts(rows).values.map((name) => name ?? "NA");
    const named = withAttributes(made, { names: checked, rowNames });
    if (!args.flag("stringsAsFactors", false)) return named;
    return {
      ...named,
      values: named.values.map((column) => (column.kind === "character" ? args.call("factor", [column]) : column)),
    };
  }),
  "as.data.frame": bind("x row.names ... stringsAsFactors", (args) => {
    const value = args.value("x");
    return isFrame(value) ? value : frameOf([{ name: "V", value }]);
  }),
  cbind: bind("... deparse.level stringsAsFactors", (args) => {
    const parts = args.rest.map((part) => ({ name: nameOnly(part), value: part.value() }));
    return parts.some(({ value }) => isFrame(value)) ? frameOf(parts) : bindMatrix(parts, false);
  }),
  rbind: bind("... deparse.level stringsAsFactors make.row.names", (args) => {
    const parts = args.rest.map((part) => ({ name: nameOnly(part), value: part.value() }));
    if (!parts.some(({ value }) => isFrame(value))) return bindMatrix(parts, true);
    return stackFrames(
      parts.map(({ value }) => value),
      args.rest.map((part) => part.name),
    );
  }),
  nrow: bind("x", (args) => sizeOf(rowsOf(args.value("x")))),
  NROW: bind("x", (args) => number(rowsOf(args.value("x")) ?? lengthOf(args.value("x")))),
  ncol: bind("x", (args) => {
    const value = args.value("x");
    return sizeOf(isFrame(value) ? value.values.length : value.attributes.dim?.[1]);
  }),
  NCOL: bind("x", (args) => {
    const value = args.value("x");
    return number(isFrame(value) ? value.values.length : (value.attributes.dim?.[1] ?? 1));
  }),
  colnames: dimnamesPart(1),
  rownames: dimnamesPart(0),
  "row.names": dimnamesPart(0),
  "colnames<-": setDimnamesPart(1),
  "rownames<-": setDimnamesPart(0),
  "row.names<-": setDimnamesPart(0),
  "complete.cases": bind("...", (args) => flags(complete(args.rest.map((part) => part.value())))),
  "na.omit": bind("object ...", (args) => {
    const value = args.value("object");
    const kept = positionsWhere(complete([value]));
    if (!isFrame(value) && value.attributes.dim?.length === 2) {
      return subset(value, [numbers(kept.map((row) => row + 1)), undefined], false);
    }
    return isFrame(value) ? takeRows(value, kept) : subsetVector(asVector(value), kept);
  }),
  subset: bind("x subset select drop", (args) => {
    const value = args.value("x");
    const condition = args.inFrame("subset", value);
    if (!isFrame(value))
      return subsetVector(asVector(value), condition ? positionsWhere(asFlags(condition).values) : []);
    const rows = condition === undefined ? value : takeRows(value, positionsWhere(asFlags(condition).values));
    const names = value.attributes.names ?? [];
    const places = frameFromEntries(names.map((name, at) => [name, numbers([at + 1])]));
    const select = args.inFrame("select", places);
    return select === undefined ? rows : subset(rows, [select], args.flag("drop", false));
  }),
  with: bind("data expr", (args) => args.inFrame("expr", args.value("data")) ?? NULL),
  transform: bind("_data ...", (args) => {
    const data = args.frame("_data");
    return args.rest.reduce<RValue>((changed, part) => {
      if (part.name === undefined || part.expression === undefined) throw new DialectError("transform() needs names");
      return replaceElement(
        changed,
        texts([part.name]),
        args.interpreter.evaluateIn(part.expression, data, part.environment),
      );
    }, data);
  }),
  merge: bind("x y by by.x by.y all all.x all.y sort suffixes", (args) => {
    const x = args.frame("x");
    const y = renamed(args.frame("y"), textsGiven(args, "by.y"), textsGiven(args, "by.x"));
    const shared = (x.attributes.names ?? []).filter((name) => y.attributes.names?.includes(name));
    const by = args.has("by") ? textsGiven(args, "by") : args.has("by.x") ? textsGiven(args, "by.x") : shared;
    const all = args.flag("all", false);
    return merge(x, y, by, args.flag("all.x", all), args.flag("all.y", all), textsGiven(args, "suffixes"));
  }),
  "expand.grid": bind("... stringsAsFactors", (args) => {
    const parts = args.rest.map((part) => ({ name: part.name ?? "Var", value: asVector(part.value()) }));
    const total = parts.reduce((product, { value }) => product * value.values.length, 1);
    let stride = 1;
    return frameFromEntries(
      parts.map(({ name, value }): readonly [string, RValue] => {
        const step = stride;
        stride *= value.values.length;
        return [
          name,
          subsetVector(
            value,
            Array.from({ length: total }, (_, at) => Math.floor(at / step) % value.values.length),
          ),
        ];
      }),
    );
  }),
  stack: bind("x", (args) => {
    const data = asList(args.value("x"));
    const names = data.attributes.names ?? [];
    return frameFromEntries([
      ["values", args.call("c", data.values)],
      [
        "ind",
        args.call("factor", [
          texts(names.flatMap((name, at) => new Array<string>(lengthOf(data.values[at] ?? NULL)).fill(name))),
          texts(names),
        ]),
      ],
    ]);
  }),
};

function sizeOf(size: number | undefined): RValue {
  return size === undefined ? NULL : number(size);
}
