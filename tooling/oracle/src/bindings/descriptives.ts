import { type Description, describeValues } from "@alongside/statistics/descriptive/describe-values";
import { histogram } from "@alongside/statistics/descriptive/histogram";
import { momentSums } from "@alongside/statistics/descriptive/moment-sums";
import { excessKurtosis, type ShapeDefinition, skewness } from "@alongside/statistics/descriptive/shape";
import { shapiroWilk } from "@alongside/statistics/descriptive/shapiro-wilk";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frameFromEntries, list, number, numbers, text, withAttributes } from "../dialect/make";
import { asNumbers, isFrame } from "../dialect/read";
import { type Binding, type Bindings, bind, type RValue } from "../dialect/values";
import { figureOf, labelled } from "./figures";

function present(value: RValue): readonly number[] {
  return asNumbers(value).values.filter((item): item is number => item !== null && !Number.isNaN(item));
}

const SHAPES: Readonly<Record<number, ShapeDefinition>> = { 1: "moment", 2: "adjusted", 3: "sample" };

function shapeOf(args: Arguments): ShapeDefinition {
  const shape = SHAPES[args.number("type", 3)];
  if (shape === undefined) throw new DialectError("A skewness or kurtosis of a type that R does not have");
  return shape;
}

const figureOfShape = (measure: typeof skewness): Binding =>
  bind("x na.rm type", (args) => {
    const missing = asNumbers(args.value("x")).values.some((item) => item === null);
    if (missing && !args.flag("na.rm", true)) return number(null);
    return number(figureOf(measure(momentSums(present(args.value("x"))), shapeOf(args))));
  });

/** One row of psych::describe. */
function row(vars: number, found: Description | null, n: number): Readonly<Record<string, number | null>> {
  if (found === null) return { vars, n };
  return {
    vars,
    n,
    mean: found.mean,
    sd: figureOf(found.standardDeviation),
    median: found.median,
    trimmed: found.trimmedMean,
    mad: found.medianAbsoluteDeviation,
    min: found.minimum,
    max: found.maximum,
    range: found.maximum - found.minimum,
    skew: figureOf(found.skewness),
    kurtosis: figureOf(found.kurtosis),
    se: figureOf(found.standardError),
  };
}

const COLUMNS = "vars n mean sd median trimmed mad min max range skew kurtosis se".split(" ");

/** What R says about one or more columns of numbers. */
export const DESCRIPTIVES: Bindings = {
  /** shapiro.test(x): an htest. */
  "shapiro.test": bind("x", (args) => {
    const result = shapiroWilk(present(args.value("x")));
    if (result.kind !== "shapiro-wilk") throw new DialectError(`No test of normality: ${result.reason}`);
    return list({
      statistic: labelled("W", result.w),
      "p.value": result.pValue,
      method: text("Shapiro-Wilk normality test"),
    });
  }),

  /** psych::describe(x): of a vector or of each column of a data frame. */
  describe: bind("x na.rm interp skew ranges trim type", (args) => {
    const value = args.value("x");
    const columns = isFrame(value) ? value.values : [value];
    const names = isFrame(value) ? (value.attributes.names ?? []) : ["X1"];
    const rows = columns.map((column, index) => {
      const values = present(column);
      const found = describeValues(values, { trim: args.number("trim", 0.1), shape: shapeOf(args) });
      return row(index + 1, found.kind === "description" ? found : null, values.length);
    });
    const entries = COLUMNS.map((name): [string, RValue] => [name, numbers(rows.map((found) => found[name] ?? null))]);
    return frameFromEntries(entries, names);
  }),

  /** psych::skew and e1071::skewness differ in how they call the same figures. */
  skew: figureOfShape(skewness),
  skewness: figureOfShape(skewness),
  kurtosi: figureOfShape(excessKurtosis),
  kurtosis: figureOfShape(excessKurtosis),

  /** hist(x, breaks = "FD", plot = FALSE): edges and counts. */
  hist: bind("x breaks ... plot", (args) => {
    if (args.text("breaks", "Sturges") !== "FD") throw new DialectError("Only Freedman and Diaconis' bins are here");
    const result = histogram(present(args.value("x")));
    if (result.kind !== "histogram") throw new DialectError(`No histogram: ${result.reason}`);
    const { edges, counts } = result;
    const middles = counts.map((_, index) => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2);
    return withAttributes(list({ breaks: edges, counts, mids: middles }), { class: ["histogram"] });
  }),
};
