import { flags, listOf, NULL, number, numbers, texts } from "../make";
import { asFlags, asNumbers, asTexts, asVector, isFactor, isFrame } from "../read";
import { compareTexts } from "../sort-texts";
import { subsetVector, takeRows } from "../subset";
import { type Binding, type Bindings, bind, type RValue, type RVector } from "../values";

type Order = (a: number, b: number) => number;

/** Compares two positions of a vector; missing values come last. */
function orderOf(value: RVector, decreasing: boolean): Order {
  const sign = decreasing ? -1 : 1;
  const last = (a: boolean, b: boolean): number => Number(a) - Number(b);
  if (value.kind === "character") {
    const { values } = value;
    return (a, b) => {
      const [x, y] = [values[a] ?? null, values[b] ?? null];
      return x === null || y === null ? last(x === null, y === null) : sign * compareTexts(x, y);
    };
  }
  const { values } = asNumbers(value);
  return (a, b) => {
    const [x, y] = [values[a] ?? null, values[b] ?? null];
    const [noX, noY] = [x === null || Number.isNaN(x), y === null || Number.isNaN(y)];
    return noX || noY ? last(noX, noY) : sign * ((x ?? 0) - (y ?? 0) || 0);
  };
}

/** Positions from 0 in order of the first vector, then the second, and so on; equal ones stay as they are. */
export function orderBy(keys: readonly RVector[], decreasing: readonly boolean[] = [false]): readonly number[] {
  const length = keys[0]?.values.length ?? 0;
  const orders = keys.map((key, at) => orderOf(key, decreasing[at % decreasing.length] ?? false));
  return Array.from({ length }, (_, at) => at).sort((a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** A key per element that is equal for equal elements. */
export function keysOf(value: RValue): readonly string[] {
  if (isFrame(value)) {
    const columns = value.values.map((column) => keysOf(column));
    return (value.attributes.rowNames ?? []).map((_, row) => columns.map((column) => column[row]).join("\u0001"));
  }
  if (value.kind === "list") return value.values.map((item) => JSON.stringify(item));
  return asTexts(value).values.map((label) => label ?? "\u0000NA");
}

function firsts(value: RValue): readonly number[] {
  const seen = new Set<string>();
  return keysOf(value).flatMap((key, at) => {
    if (seen.has(key)) return [];
    seen.add(key);
    return [at];
  });
}

/** Positions of the last of those that are alike. */
function lasts(keys: readonly string[]): readonly number[] {
  return [...new Map(keys.map((key, at) => [key, at])).values()];
}

function distinct(value: RValue): RValue {
  if (isFrame(value)) return takeRows(value, firsts(value));
  if (value.kind === "null") return NULL;
  const kept = subsetVector(asVector(value), firsts(value));
  return { ...kept, attributes: { ...kept.attributes, names: undefined } };
}

function plain(value: RValue): RVector {
  return isFactor(value) ? asTexts(value) : asVector(value);
}

/** Elements of x whose presence in y is as wanted, each once. */
const setOperation = (wanted: boolean): Binding =>
  bind("x y", (args) => {
    const other = new Set(keysOf(args.value("y")));
    const own = plain(args.value("x"));
    const positions = keysOf(own).flatMap((key, at) => (other.has(key) === wanted ? [at] : []));
    return distinct(subsetVector({ ...own, attributes: {} }, positions));
  });

export const SORTING: Bindings = {
  order: bind("... decreasing na.last method", (args) => {
    const decreasing = args.has("decreasing")
      ? asFlags(args.value("decreasing")).values.map((item) => item === true)
      : [false];
    const keys = args.rest.map((part) => asVector(part.value()));
    return numbers(orderBy(keys, decreasing).map((position) => position + 1));
  }),
  sort: bind("x decreasing na.last ...", (args) => {
    const value = asVector(args.value("x"));
    const present = orderBy([value], [args.flag("decreasing", false)]).filter((at) => {
      const item = value.kind === "list" ? null : value.values[at];
      return item !== null && item !== undefined && !Number.isNaN(item);
    });
    return subsetVector(value, present);
  }),
  unique: bind("x ...", (args) => distinct(args.value("x"))),
  duplicated: bind("x incomparables fromLast ...", (args) => {
    const keys = keysOf(args.value("x"));
    const kept = new Set(args.flag("fromLast", false) ? lasts(keys) : firsts(args.value("x")));
    return flags(keys.map((_, at) => !kept.has(at)));
  }),
  anyDuplicated: bind("x ...", (args) => {
    const first = new Set(firsts(args.value("x")));
    return number(keysOf(args.value("x")).findIndex((_, at) => !first.has(at)) + 1);
  }),
  "%in%": bind("x table", (args) => {
    const table = new Set(keysOf(args.value("table")));
    return flags(keysOf(args.value("x")).map((key) => table.has(key)));
  }),
  match: bind("x table nomatch", (args) => {
    const at = new Map<string, number>();
    for (const [position, key] of keysOf(args.value("table")).entries()) if (!at.has(key)) at.set(key, position + 1);
    return numbers(keysOf(args.value("x")).map((key) => at.get(key) ?? null));
  }),
  "match.arg": bind("arg choices", (args) => texts([asTexts(args.value("arg")).values[0] ?? null])),
  union: bind("x y", (args) => distinct(args.call("c", [plain(args.value("x")), plain(args.value("y"))]))),
  intersect: setOperation(true),
  setdiff: setOperation(false),
  rle: bind("x", (args) => {
    const keys = keysOf(args.value("x"));
    const starts = keys.flatMap((key, at) => (at === 0 || keys[at - 1] !== key ? [at] : []));
    const lengths = starts.map((start, at) => (starts[at + 1] ?? keys.length) - start);
    return listOf([numbers(lengths), subsetVector(asVector(args.value("x")), starts)], {
      names: ["lengths", "values"],
    });
  }),
  "is.unsorted": bind("x", (args) =>
    flags([orderBy([asVector(args.value("x"))]).some((position, at) => position !== at)]),
  ),
  xtfrm: bind("x", (args) => numbers(asNumbers(args.value("x")).values)),
  "all.equal": bind("target current tolerance ...", (args) => {
    const [a, b] = [asNumbers(args.value("target")).values, asNumbers(args.value("current")).values];
    const tolerance = args.number("tolerance", 1.5e-8);
    return flags([
      a.length === b.length &&
        a.every((x, at) => Math.abs((x ?? 0) - (b[at] ?? 0)) <= tolerance * Math.max(1, Math.abs(x ?? 0))),
    ]);
  }),
};
