import { DialectError } from "../failure";
import { flags, frameFromEntries, number, numbers, texts } from "../make";
import { asNumbers, asTexts, asVector, isFrame } from "../read";
import { compareTexts } from "../sort-texts";
import { namesAlong } from "../subset";
import { type Attributes, type Binding, type Bindings, bind, type RValue } from "../values";

function keepShape({ names, dim, dimnames, class: className }: Attributes): Attributes {
  return { names, dim, dimnames, class: className?.includes("table") ? ["table"] : undefined };
}

function each(value: RValue, operation: (x: number) => number): RValue {
  if (isFrame(value)) {
    const names = value.attributes.names ?? [];
    return frameFromEntries(
      value.values.map((column, at) => [names[at] ?? "", each(column, operation)]),
      value.attributes.rowNames,
    );
  }
  if (value.kind === "character") throw new DialectError("Arithmetic on text");
  const values = asNumbers(value).values.map((item) => (item === null ? null : operation(item)));
  return numbers(values, keepShape(value.attributes));
}

const unary = (operation: (x: number) => number): Binding => bind("x", (args) => each(args.value("x"), operation));

/** Rounds to decimals as R does since version 4: of the two nearest candidates the one nearer to the number. */
function roundTo(x: number, digits: number): number {
  if (!Number.isFinite(x) || digits > 15) return x;
  if (digits === 0) return roundHalfEven(x);
  const scale = 10 ** digits;
  const below = Math.floor(x * scale) / scale;
  const above = Math.ceil(x * scale) / scale;
  const [toBelow, toAbove] = [x - below, above - x];
  if (toBelow === toAbove) return Math.floor(x * scale) % 2 === 0 ? below : above;
  return toBelow < toAbove ? below : above;
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** All numbers of the arguments; missing ones are left out when na.rm is set, and else make the result missing. */
function pool(values: readonly RValue[], dropMissing: boolean): readonly number[] | null {
  const all = values.flatMap((value) => {
    if (value.kind === "character") throw new DialectError("Arithmetic on text");
    const parts = isFrame(value) ? value.values : [value];
    return parts.flatMap((part) => [...asNumbers(part).values]);
  });
  const present = all.filter((item) => item !== null);
  if (dropMissing) return present.filter((item) => !Number.isNaN(item));
  return present.length < all.length ? null : present;
}

const fold = (start: number, operation: (total: number, x: number) => number): Binding =>
  bind("... na.rm", (args) => {
    const values = pool(
      args.rest.map((part) => part.value()),
      args.flag("na.rm", false),
    );
    return number(values === null ? null : values.reduce(operation, start));
  });

/** Of texts the first or last in order, else the fold of the numbers. */
const extreme = (ofNumbers: Binding, sign: 1 | -1): Binding =>
  bind("... na.rm", (args) => {
    const parts = args.rest.map((part) => part.value());
    if (!parts.some((part) => part.kind === "character")) return ofNumbers.call(args);
    const items = parts.flatMap((part) => [...asTexts(part).values]).filter((item) => item !== null);
    return texts([items.reduce((best, item) => (sign * compareTexts(item, best) > 0 ? item : best), items[0] ?? "")]);
  });

/** Sums in extended precision, as R's long double nearly does. */
function exactSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    if (Number.isFinite(next)) lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

const cumulative = (operation: (total: number, x: number) => number): Binding =>
  bind("x", (args) => {
    const value = args.value("x");
    let total: number | null | undefined;
    const values = asNumbers(value).values.map((item) => {
      total = total === undefined ? item : total === null || item === null ? null : operation(total, item);
      return total;
    });
    return numbers(values, { names: namesAlong(value) });
  });

const extremeAt = (better: (a: number, b: number) => boolean): Binding =>
  bind("x", (args) => {
    const value = asVector(args.value("x"));
    let best = -1;
    for (const [at, item] of asNumbers(value).values.entries()) {
      const champion = best < 0 ? null : (asNumbers(value).values[best] ?? null);
      if (item !== null && !Number.isNaN(item) && (champion === null || better(item, champion))) best = at;
    }
    const names = namesAlong(value);
    if (best < 0) return numbers([]);
    return numbers([best + 1], { names: names && [names[best] ?? ""] });
  });

const pairwise = (choose: (a: number, b: number) => number): Binding =>
  bind("... na.rm", (args) => {
    const parts = args.rest.map((part) => part.value());
    const columns = parts.map((part) => asNumbers(part).values);
    const length = Math.max(0, ...columns.map((column) => column.length));
    const dropMissing = args.flag("na.rm", false);
    const values = Array.from({ length }, (_, at) => {
      const items = columns.map((column) => column[at % column.length] ?? null);
      const present = items.filter((item) => item !== null);
      if (present.length === 0 || (!dropMissing && present.length < items.length)) return null;
      return present.reduce(choose);
    });
    return numbers(values, keepShape(parts[0]?.attributes ?? {}));
  });

export const MATH: Bindings = {
  sqrt: unary(Math.sqrt),
  exp: unary(Math.exp),
  expm1: unary(Math.expm1),
  log1p: unary(Math.log1p),
  log2: unary(Math.log2),
  log10: unary(Math.log10),
  log: bind("x base", (args) => {
    const base = args.has("base") ? Math.log(args.number("base")) : 1;
    return each(args.value("x"), (x) => (base === 1 ? Math.log(x) : Math.log(x) / base));
  }),
  abs: unary(Math.abs),
  floor: unary(Math.floor),
  ceiling: unary(Math.ceil),
  trunc: unary(Math.trunc),
  sign: unary(Math.sign),
  sin: unary(Math.sin),
  cos: unary(Math.cos),
  tan: unary(Math.tan),
  asin: unary(Math.asin),
  acos: unary(Math.acos),
  atan: unary(Math.atan),
  tanh: unary(Math.tanh),
  atanh: unary(Math.atanh),
  sinh: unary(Math.sinh),
  cosh: unary(Math.cosh),
  choose: bind("n k", (args) => {
    const [n, k] = [args.number("n"), args.number("k")];
    let product = 1;
    for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
    return number(k < 0 ? 0 : Math.round(product));
  }),
  round: bind("x digits", (args) => {
    const digits = args.number("digits", 0);
    return each(args.value("x"), (x) => roundTo(x, digits));
  }),
  signif: bind("x digits", (args) => {
    const digits = args.number("digits", 6);
    return each(args.value("x"), (x) => (Number.isFinite(x) ? Number(x.toPrecision(digits)) : x));
  }),
  sum: bind("... na.rm", (args) => {
    const values = pool(
      args.rest.map((part) => part.value()),
      args.flag("na.rm", false),
    );
    return number(values === null ? null : exactSum(values));
  }),
  prod: fold(1, (total, x) => total * x),
  min: extreme(
    fold(Number.POSITIVE_INFINITY, (total, x) => Math.min(total, x)),
    -1,
  ),
  max: extreme(
    fold(Number.NEGATIVE_INFINITY, (total, x) => Math.max(total, x)),
    1,
  ),
  range: bind("... na.rm", (args) => {
    const values = pool(
      args.rest.map((part) => part.value()),
      args.flag("na.rm", false),
    );
    if (values === null) return numbers([null, null]);
    return numbers([
      values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    ]);
  }),
  pmin: pairwise((a, b) => Math.min(a, b)),
  pmax: pairwise((a, b) => Math.max(a, b)),
  cumsum: cumulative((total, x) => total + x),
  cumprod: cumulative((total, x) => total * x),
  cummax: cumulative((total, x) => Math.max(total, x)),
  cummin: cumulative((total, x) => Math.min(total, x)),
  "which.max": extremeAt((a, b) => a > b),
  "which.min": extremeAt((a, b) => a < b),
  diff: bind("x lag", (args) => {
    const [values, lag] = [asNumbers(args.value("x")).values, args.number("lag", 1)];
    return numbers(
      values.slice(lag).map((item, at) => {
        const before = values[at] ?? null;
        return item === null || before === null ? null : item - before;
      }),
    );
  }),
  "is.finite": bind("x", (args) => {
    const value = args.value("x");
    if (value.kind === "character") return flags(value.values.map(() => false));
    return flags(asNumbers(value).values.map((item) => item !== null && Number.isFinite(item)));
  }),
  "is.nan": bind("x", (args) => flags(asNumbers(args.value("x")).values.map((item) => Number.isNaN(item)))),
};
