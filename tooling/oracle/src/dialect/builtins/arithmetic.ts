import { DialectError } from "../failure";
import { flags, frameFromEntries, listOf, numbers } from "../make";
import { asFlags, asNumbers, asTexts, asVector, hasClass, isFactor, isFrame } from "../read";
import { compareTexts } from "../sort-texts";
import { type Attributes, type Binding, type Bindings, bind, type RValue } from "../values";

/** Length and attributes of the result of an operator on two vectors, the shorter repeated. */
function shapeOf(
  left: RValue,
  right: RValue,
  lengths: readonly [number, number],
): { length: number; attributes: Attributes } {
  const [a, b] = lengths;
  const length = a === 0 || b === 0 ? 0 : Math.max(a, b);
  const first = a === length ? left.attributes : {};
  const second = b === length ? right.attributes : {};
  const className = (first.class ?? second.class)?.filter((name) => name === "table");
  return {
    length,
    attributes: {
      names: first.names ?? second.names,
      dim: first.dim ?? second.dim ?? left.attributes.dim ?? right.attributes.dim,
      dimnames: first.dimnames ?? second.dimnames,
      class: className?.length === 0 ? undefined : className,
    },
  };
}

/** R's rounded remainder: the sign of the divisor. */
function remainder(a: number, b: number): number {
  return b === 0 ? Number.NaN : a - Math.floor(a / b) * b;
}

function power(a: number, b: number): number {
  return a === 1 || b === 0 ? 1 : a ** b;
}

type NumberOperator = (a: number, b: number) => number;

function arithmetic(operator: NumberOperator, left: RValue, right: RValue): RValue {
  if (isFrame(left) || isFrame(right)) return overFrame(left, right, (a, b) => arithmetic(operator, a, b));
  if (isFactor(left) || isFactor(right)) throw new DialectError("Arithmetic on a factor");
  if (left.kind === "character" || right.kind === "character") throw new DialectError("Arithmetic on text");
  const [a, b] = [asNumbers(left).values, asNumbers(right).values];
  const { length, attributes } = shapeOf(left, right, [a.length, b.length]);
  const values = new Array<number | null>(length);
  for (let position = 0; position < length; position++) {
    const [x, y] = [a[position % a.length] ?? null, b[position % b.length] ?? null];
    values[position] = x === null || y === null ? null : operator(x, y);
  }
  return numbers(values, attributes);
}

/** A frame or list of columns against a value, column by column. */
function overFrame(left: RValue, right: RValue, operator: (a: RValue, b: RValue) => RValue): RValue {
  const holder = isFrame(left) ? left : right;
  if (!isFrame(holder)) throw new DialectError("Expected a data frame");
  const columns = holder.values.map((column, at) => {
    const a = isFrame(left) ? column : left;
    const b = isFrame(right) ? (right.values[at] ?? column) : right;
    return operator(a, b);
  });
  if (columns.every((column) => column.kind === "logical")) {
    const rows = holder.attributes.rowNames?.length ?? 0;
    return flags(
      columns.flatMap((column) => [...asFlags(column).values]),
      {
        dim: [rows, columns.length],
        dimnames: [null, holder.attributes.names ?? null],
      },
    );
  }
  const names = holder.attributes.names ?? [];
  return frameFromEntries(
    columns.map((column, at) => [names[at] ?? "", column]),
    holder.attributes.rowNames,
  );
}

type Comparison = (order: number) => boolean;

function compare(holds: Comparison, left: RValue, right: RValue): RValue {
  if (isFrame(left) || isFrame(right)) return overFrame(left, right, (a, b) => compare(holds, a, b));
  const asText = [left, right].some((side) => side.kind === "character" || isFactor(side) || side.kind === "language");
  const levels = [left, right].find((side) => hasClass(side, "ordered"))?.attributes.levels;
  const order = (x: string | number, y: string | number): number => {
    if (levels !== undefined) return levels.indexOf(String(x)) - levels.indexOf(String(y));
    if (typeof x === "string" || typeof y === "string") return compareTexts(String(x), String(y));
    return x < y ? -1 : x > y ? 1 : 0;
  };
  const a = asText ? asTexts(left).values : asNumbers(asVector(left)).values;
  const b = asText ? asTexts(right).values : asNumbers(asVector(right)).values;
  const { length, attributes } = shapeOf(left, right, [a.length, b.length]);
  const values = Array.from({ length }, (_, position): boolean | null => {
    const [x, y] = [a[position % a.length] ?? null, b[position % b.length] ?? null];
    if (x === null || y === null || Number.isNaN(x) || Number.isNaN(y)) return null;
    return holds(order(x, y));
  });
  return flags(values, attributes);
}

function logical(
  operator: (a: boolean | null, b: boolean | null) => boolean | null,
  left: RValue,
  right: RValue,
): RValue {
  const [a, b] = [asFlags(left).values, asFlags(right).values];
  const { length, attributes } = shapeOf(left, right, [a.length, b.length]);
  const values = Array.from({ length }, (_, position) =>
    operator(a[position % a.length] ?? null, b[position % b.length] ?? null),
  );
  return flags(values, attributes);
}

function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
function or(a: boolean | null, b: boolean | null): boolean | null {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

const binary = (operator: NumberOperator): Binding =>
  bind("a b", (args) => {
    if (args.has("b")) return arithmetic(operator, args.value("a"), args.value("b"));
    return arithmetic(operator, numbers([0]), args.value("a"));
  });
const comparison = (holds: Comparison): Binding =>
  bind("a b", (args) => compare(holds, args.value("a"), args.value("b")));

export const ARITHMETIC: Bindings = {
  "+": binary((a, b) => a + b),
  "-": bind("a b", (args) => {
    if (args.has("b")) return arithmetic((a, b) => a - b, args.value("a"), args.value("b"));
    return arithmetic((a, b) => a * b, numbers([-1]), args.value("a"));
  }),
  "*": binary((a, b) => a * b),
  "/": binary((a, b) => a / b),
  "^": binary(power),
  "%%": binary(remainder),
  "%/%": binary((a, b) => Math.floor(a / b)),
  "==": comparison((order) => order === 0),
  "!=": comparison((order) => order !== 0),
  "<": comparison((order) => order < 0),
  ">": comparison((order) => order > 0),
  "<=": comparison((order) => order <= 0),
  ">=": comparison((order) => order >= 0),
  "&": bind("a b", (args) => logical(and, args.value("a"), args.value("b"))),
  "|": bind("a b", (args) => logical(or, args.value("a"), args.value("b"))),
  xor: bind("a b", (args) =>
    logical((a, b) => (a === null || b === null ? null : a !== b), args.value("a"), args.value("b")),
  ),
  "!": bind("a", (args) => {
    const value = args.value("a");
    const truths = asFlags(value);
    const { names, dim, dimnames } = value.attributes;
    return flags(
      truths.values.map((truth) => (truth === null ? null : !truth)),
      { names, dim, dimnames },
    );
  }),
  ":": bind("a b", (args) => {
    const [from, to] = [args.number("a"), args.number("b")];
    const step = from <= to ? 1 : -1;
    return numbers(Array.from({ length: Math.floor(Math.abs(to - from) + 1e-10) + 1 }, (_, at) => from + at * step));
  }),
  I: bind("x", (args) => {
    const value = args.value("x");
    const className = ["AsIs", ...(value.attributes.class ?? []).filter((name) => name !== "AsIs")];
    return value.kind === "list"
      ? listOf(value.values, { ...value.attributes, class: className })
      : { ...value, attributes: { ...value.attributes, class: className } };
  }),
};
