import { dunnett } from "@alongside/statistics/groups/dunnett";
import { oneWayAnova } from "@alongside/statistics/groups/one-way-anova";
import { type SimultaneousComparison, studentisedRangeComparisons } from "@alongside/statistics/groups/pairwise-means";
import { type Adjustment, adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";
import { DialectError } from "../dialect/failure";
import { frame, list, listFromEntries, listOf, matrix, named, numbers, object, text } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { entryOf, oneText } from "../dialect/read";
import { type Bindings, bind, type RNumber } from "../dialect/values";
import { groupedValues } from "./grouped-values";
import { ONE_FACTOR, type OneFactor } from "./one-factor";

type Comparisons = "Dunnett" | "Tukey";
interface Hypotheses {
  readonly model: OneFactor;
  readonly comparisons: Comparisons;
}

const HYPOTHESES = payload<Hypotheses>("general linear hypotheses");

export const SIMULTANEOUS_COMPARISONS: Bindings = {
  /** aov(y ~ group, data): for glht, TukeyHSD, summary and ICC1. */
  aov: bind("formula data ...", (args) => {
    const table = modelFrame(args.interpreter, args.value("formula"), args.optional("data"));
    const [entry, another] = table.values;
    if (table.response === undefined || entry === undefined || another !== undefined) {
      throw new DialectError("An analysis of variance of more than one factor");
    }
    const model = { ...groupedValues(table.response, entry[1]), factor: entry[0] };
    return ONE_FACTOR.attach(object(["aov"], {}), model);
  }),
  /** The table of the analysis, as the one entry of a list. */
  "summary.aov": bind("object ...", (args) => {
    const { values, factor } = ONE_FACTOR.read(args.value("object"));
    const test = oneWayAnova(values);
    if (test.kind !== "test") throw new DialectError(`No analysis of variance: ${test.reason}`);
    const [between, within] = [test.degreesOfFreedomBetween, test.degreesOfFreedomWithin];
    const meanSquares = [test.sumOfSquaresBetween / between, test.sumOfSquaresWithin / within];
    const table = {
      Df: numbers([between, within]),
      "Sum Sq": numbers([test.sumOfSquaresBetween, test.sumOfSquaresWithin]),
      "Mean Sq": numbers(meanSquares),
      "F value": numbers([test.statistic, null]),
      "Pr(>F)": numbers([test.pValue, null]),
    };
    return listOf([frame(table, [factor, "Residuals"])]);
  }),
  /** multcomp::mcp(group = "Dunnett" or "Tukey"). */
  mcp: bind("...", ({ rest }) =>
    listFromEntries(rest.map((one) => [one.name ?? "", text(oneText(one.value(), "a kind of comparison"))])),
  ),
  /** multcomp::adjusted(type). */
  adjusted: bind("type ...", (args) => text(args.text("type", "single-step"))),
  glht: bind("model linfct ...", (args) => {
    const model = ONE_FACTOR.read(args.value("model"));
    const wanted = args.value("linfct");
    const kind = wanted.kind === "list" ? entryOf(wanted, model.factor) : undefined;
    const comparisons = kind === undefined ? "" : oneText(kind);
    if (comparisons !== "Dunnett" && comparisons !== "Tukey") throw new DialectError(`Comparisons ${comparisons}`);
    return HYPOTHESES.attach(object(["glht"], {}), { model, comparisons });
  }),
  "summary.glht": bind("object test ...", (args) => {
    const hypotheses = HYPOTHESES.read(args.value("object"));
    const { labels, pairs } = compared(hypotheses, 0.95);
    const type = args.optional("test") === undefined ? "single-step" : args.text("test");
    return list({
      test: list({
        coefficients: named(
          labels,
          pairs.map((pair) => pair.difference),
        ),
        sigma: named(
          labels,
          pairs.map((pair) => pair.standardError),
        ),
        tstat: named(
          labels,
          pairs.map((pair) => pair.difference / pair.standardError),
        ),
        pvalues: named(labels, adjustedBy(type, pairs)),
      }),
    });
  }),
  "confint.glht": bind("object parm level ...", (args) => {
    const hypotheses = HYPOTHESES.read(args.value("object"));
    const { labels, pairs } = compared(hypotheses, args.number("level", 0.95));
    return list({ confint: intervalTable(labels, ["Estimate", "lwr", "upr"], pairs) });
  }),
  "coef.glht": bind("object ...", (args) => {
    const { labels, pairs } = compared(HYPOTHESES.read(args.value("object")), 0.95);
    return named(
      labels,
      pairs.map((pair) => pair.difference),
    );
  }),
  TukeyHSD: bind("x which ordered conf.level ...", (args) => {
    const model = ONE_FACTOR.read(args.value("x"));
    const pairs = studentisedRangeComparisons(model.values, "pooled", args.number("conf.level", 0.95));
    if ("kind" in pairs) throw new DialectError(`No comparisons: ${pairs.reason}`);
    const labels = pairs.map((pair) => `${model.names[pair.second]}-${model.names[pair.first]}`);
    const rows = pairs.map((pair) => [pair.difference, pair.interval.low, pair.interval.high, pair.adjustedPValue]);
    return listFromEntries([[model.factor, matrix(labels, ["diff", "lwr", "upr", "p adj"], rows)]]);
  }),
};

function compared({ model, comparisons }: Hypotheses, level: number) {
  const pairs =
    comparisons === "Dunnett"
      ? dunnett(model.values, level)
      : studentisedRangeComparisons(model.values, "pooled", level);
  if ("kind" in pairs) throw new DialectError(`No comparisons: ${pairs.reason}`);
  const labels = pairs.map((pair) => `${model.names[pair.second]} - ${model.names[pair.first]}`);
  return { labels, pairs };
}

function adjustedBy(type: string, pairs: readonly SimultaneousComparison[]): readonly number[] {
  const raw = pairs.map((pair) => pair.pValue);
  const plain = new Map<string, Adjustment>([
    ["none", "none"],
    ["univariate", "none"],
    ["holm", "holm"],
    ["bonferroni", "bonferroni"],
    ["hochberg", "hochberg"],
    ["hommel", "hommel"],
    ["BH", "BH"],
    ["fdr", "BH"],
    ["BY", "BY"],
  ]);
  if (type === "single-step") return pairs.map((pair) => pair.adjustedPValue);
  const adjustment = plain.get(type);
  if (adjustment === undefined) throw new DialectError(`Comparisons adjusted by ${type}`);
  return adjustPValues(raw, adjustment);
}

function intervalTable(
  labels: readonly string[],
  columns: readonly string[],
  pairs: readonly SimultaneousComparison[],
): RNumber {
  const rows = pairs.map((pair) => [pair.difference, pair.interval.low, pair.interval.high]);
  return matrix(labels, columns, rows);
}
