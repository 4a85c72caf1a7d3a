import { quantile } from "@alongside/statistics/descriptive/quantile";
import { midRanks } from "@alongside/statistics/descriptive/ranks";
import type { Arguments } from "../arguments";
import { DialectError } from "../failure";
import { formatNumber } from "../format-number";
import { flag, list, matrix, NA, number, numbers, text } from "../make";
import { asNumbers, asTexts, asVector, entryOf, hasClass, isFactor, isFrame } from "../read";
import { type Binding, type Bindings, bind, type RValue } from "../values";

/** The numbers of `x`, without missing ones when na.rm says so; null when one is missing and it does not. */
function sample(args: Arguments): readonly number[] | null {
  const value = args.value("x");
  if (value.kind === "character" || isFactor(value)) throw new DialectError("Numbers are needed");
  const all = asNumbers(value).values;
  const present = all.filter((item) => item !== null && !Number.isNaN(item)).map((item) => item ?? 0);
  return present.length < all.length && !args.flag("na.rm", false) ? null : present;
}

const summary = (compute: (values: readonly number[], args: Arguments) => number): Binding =>
  bind("x na.rm ... trim center constant type", (args) => {
    const values = sample(args);
    if (values === null) return NA;
    return number(compute(values, args));
  });

/** Two passes: the mean of the deviations corrects the first mean. */
export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

/** A sum that carries what each addition rounds away (Neumaier 1974), as R's sums carry more digits than a double. */
function sumOf(values: readonly number[]): number {
  let [sum, carried] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    carried += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(carried) ? sum + carried : sum;
}

export function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  if (a.length < 2) return Number.NaN;
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? 0) - meanB), 0) / (a.length - 1);
}

function medianOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : quantile(values, 0.5);
}

type Columns = readonly (readonly (number | null)[])[];

function columnsOf(value: RValue): { readonly columns: Columns; readonly names: readonly string[] | null } {
  if (isFrame(value)) {
    return { columns: value.values.map((column) => asNumbers(column).values), names: value.attributes.names ?? null };
  }
  const { dim, dimnames } = value.attributes;
  const { values } = asNumbers(value);
  const [rows = values.length, columns = 1] = dim ?? [];
  const split = Array.from({ length: columns }, (_, at) => values.slice(at * rows, (at + 1) * rows));
  return { columns: split, names: dimnames?.[1] ?? null };
}

type Pair = readonly [readonly number[], readonly number[]];

/** Rows present in both columns; with "complete.obs" in all columns, and otherwise a missing value is the answer. */
function pairs(a: readonly (number | null)[], b: readonly (number | null)[], use: string, all: Columns): Pair | null {
  const left: number[] = [];
  const right: number[] = [];
  for (const [row, x] of a.entries()) {
    const y = b[row] ?? null;
    const complete = !use.startsWith("complete") || all.every((column) => (column[row] ?? null) !== null);
    if (x !== null && y !== null && complete) {
      left.push(x);
      right.push(y);
    } else if (use === "everything") return null;
  }
  return [left, right];
}

const association = (compute: (a: readonly number[], b: readonly number[]) => number): Binding =>
  bind("x y use method", (args) => {
    const x = columnsOf(args.value("x"));
    const second = args.optional("y");
    const y = second === undefined || second.kind === "null" ? x : columnsOf(second);
    const use = args.text("use", "everything");
    const method = args.text("method", "pearson");
    const all = [...x.columns, ...y.columns];
    const entry = (a: Columns[number], b: Columns[number]): number | null => {
      const both = pairs(a, b, use, all);
      if (both === null) return null;
      if (method === "spearman") return compute(midRanks(both[0]).ranks, midRanks(both[1]).ranks);
      if (method === "kendall") return compute === correlationOf ? concordanceOf(both[0], both[1]) : null;
      if (method !== "pearson") throw new DialectError(`cor() by ${method} is not here; use cor.test`);
      return compute(both[0], both[1]);
    };
    const isMatrix = (value: RValue): boolean => isFrame(value) || value.attributes.dim?.length === 2;
    if (!isMatrix(args.value("x")) && second !== undefined && !isMatrix(second)) {
      return number(entry(x.columns[0] ?? [], y.columns[0] ?? []));
    }
    return matrix(
      x.names,
      y.names,
      x.columns.map((a) => y.columns.map((b) => entry(a, b))),
    );
  });

export function correlationOf(a: readonly number[], b: readonly number[]): number {
  return covarianceOf(a, b) / Math.sqrt(covarianceOf(a, a)) / Math.sqrt(covarianceOf(b, b));
}

/** Quantiles by interpolation between order statistics, R's types 4 to 9 (Hyndman and Fan, 1996). */
function quantileOf(values: readonly number[], p: number, type: number): number {
  const shifts = [
    [0, 1],
    [0.5, 0.5],
    [0, 0],
    [1, 1],
    [1 / 3, 1 / 3],
    [3 / 8, 3 / 8],
  ] as const;
  const shift = shifts[type - 4];
  if (shift === undefined) throw new DialectError(`Quantiles of type ${type} are not here`);
  const [a, b] = shift;
  const sorted = [...values].sort((x, y) => x - y);
  const place = a + p * (sorted.length + 1 - a - b);
  const below = Math.floor(place + 4 * Number.EPSILON);
  const share = Math.abs(place - below) < 4 * Number.EPSILON ? 0 : place - below;
  const at = (position: number): number => sorted[Math.min(sorted.length, Math.max(1, position)) - 1] ?? Number.NaN;
  return (1 - share) * at(below) + share * at(below + 1);
}

/** Kendall's tau-b: pairs in the same order less pairs in opposite order, over those not tied in the one or the other. */
function concordanceOf(a: readonly number[], b: readonly number[]): number {
  let [agree, untiedA, untiedB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign((a[i] ?? 0) - (a[j] ?? 0)), Math.sign((b[i] ?? 0) - (b[j] ?? 0))];
      agree += x * y;
      untiedA += Math.abs(x);
      untiedB += Math.abs(y);
    }
  }
  return agree / Math.sqrt(untiedA) / Math.sqrt(untiedB);
}

export const SUMMARIES: Bindings = {
  mean: summary((values, args) => {
    const trim = args.number("trim", 0);
    if (trim === 0) return meanOf(values);
    const cut = Math.floor(values.length * Math.min(trim, 0.5));
    return trim >= 0.5 ? medianOf(values) : meanOf([...values].sort((a, b) => a - b).slice(cut, values.length - cut));
  }),
  sd: summary((values) => Math.sqrt(covarianceOf(values, values))),
  median: summary(medianOf),
  mad: summary((values, args) => {
    const centre = args.number("center", medianOf(values));
    return args.number("constant", 1.4826) * medianOf(values.map((value) => Math.abs(value - centre)));
  }),
  IQR: summary((values) => quantile(values, 0.75) - quantile(values, 0.25)),
  var: bind("x y na.rm use", (args) => {
    const value = args.value("x");
    if (isFrame(value) || value.attributes.dim?.length === 2) {
      const use = args.flag("na.rm", false) ? "complete.obs" : args.text("use", "everything");
      return args.call("cov", [value, text(use)], [undefined, "use"]);
    }
    const values = sample(args);
    if (args.has("y")) return args.call("cov", [value, args.value("y")]);
    return values === null ? NA : number(covarianceOf(values, values));
  }),
  cov: association(covarianceOf),
  cor: association(correlationOf),
  quantile: bind("x probs na.rm names type", (args) => {
    const values = sample(args);
    const probabilities = args.has("probs") ? args.numbers("probs") : [0, 0.25, 0.5, 0.75, 1];
    if (values === null) throw new DialectError("Missing values and na.rm is FALSE");
    const type = args.number("type", 7);
    const found = probabilities.map((p) => (type === 7 ? quantile(values, p) : quantileOf(values, p, type)));
    if (!args.flag("names", true)) return numbers(found);
    return numbers(found, { names: probabilities.map((p) => `${formatNumber(Number((p * 100).toPrecision(7)))}%`) });
  }),
  rank: bind("x na.last ties.method", (args) => {
    const value = asVector(args.value("x"));
    const method = args.text("ties.method", "average");
    const all = value.kind === "character" ? codesOf(asTexts(value).values) : asNumbers(value).values;
    const { ranks } = midRanks(all.map((item) => item ?? Number.POSITIVE_INFINITY));
    const names = value.attributes.names;
    if (method === "average") return numbers(ranks, { names });
    const counts = new Map<number, number>();
    for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
    const seen = new Map<number, number>();
    return numbers(
      ranks.map((rank) => {
        const ties = ((counts.get(rank) ?? 1) - 1) / 2;
        if (method === "min") return rank - ties;
        if (method === "max") return rank + ties;
        const before = seen.get(rank) ?? 0;
        seen.set(rank, before + 1);
        return rank - ties + before;
      }),
      { names },
    );
  }),
  scale: bind("x center scale", (args) => {
    const { columns, names } = columnsOf(args.value("x"));
    const scaled = columns.map((column) => {
      const present = column.filter((item) => item !== null);
      const centre = args.flag("center", true) ? meanOf(present) : 0;
      const spread = args.flag("scale", true) ? Math.sqrt(covarianceOf(present, present)) : 1;
      return column.map((item) => (item === null ? null : (item - centre) / spread));
    });
    const rows = scaled[0]?.map((_, row) => scaled.map((column) => column[row] ?? null)) ?? [];
    return matrix(null, names, rows, columns.length);
  }),
  /** Of numbers; models have methods of their own. */
  summary: bind("object ...", (args) => {
    const given = args.value("object");
    if (hasClass(given, "table") && given.attributes.dim?.length === 2) return summaryOfTable(args, given);
    const value = asNumbers(given);
    if (isFactor(value)) return args.call("table", [value]);
    const present = value.values.filter((item) => item !== null);
    const [low, first, middle, third, high] = [0, 0.25, 0.5, 0.75, 1].map((p) => quantile(present, p));
    const names = ["Min.", "1st Qu.", "Median", "Mean", "3rd Qu.", "Max."];
    return numbers([low ?? null, first ?? null, middle ?? null, meanOf(present), third ?? null, high ?? null], {
      names,
    });
  }),
  "weighted.mean": bind("x w ... na.rm", (args) => {
    const [values, weights] = [asNumbers(args.value("x")).values, asNumbers(args.value("w")).values];
    let [sum, total] = [0, 0];
    for (const [at, value] of values.entries()) {
      const weight = weights[at] ?? null;
      if (value === null || weight === null) {
        if (!args.flag("na.rm", false)) return NA;
        continue;
      }
      sum += weight * value;
      total += weight;
    }
    return number(sum / total);
  }),
  fivenum: bind("x", (args) => {
    const values = asNumbers(args.value("x")).values.filter((item) => item !== null);
    const sorted = values.sort((a, b) => a - b);
    const n = sorted.length;
    const depth = Math.floor((n + 3) / 2) / 2;
    const at = [1, depth, (n + 1) / 2, n + 1 - depth, n];
    return numbers(at.map((place) => ((sorted[Math.floor(place) - 1] ?? 0) + (sorted[Math.ceil(place) - 1] ?? 0)) / 2));
  }),
};

function codesOf(labels: readonly (string | null)[]): readonly (number | null)[] {
  const sorted = [...new Set(labels)].filter((label) => label !== null).sort();
  return labels.map((label) => (label === null ? null : sorted.indexOf(label)));
}

/** The chi-squared test of independence of a table. R: summary.table(). */
function summaryOfTable(args: Arguments, table: RValue): RValue {
  const test = args.call("chisq.test", [table, flag(false)], [undefined, "correct"]);
  const field = (name: string) => (test.kind === "list" ? entryOf(test, name) : undefined);
  return list({
    "n.cases": args.call("sum", [table]),
    statistic: args.call("unname", [field("statistic") ?? NA]),
    parameter: args.call("unname", [field("parameter") ?? NA]),
    "p.value": field("p.value") ?? NA,
  });
}
