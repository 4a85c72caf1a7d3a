import { normalUpper } from "@alongside/statistics/distribution/normal";
import { tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { oneWayAnova } from "@alongside/statistics/groups/one-way-anova";
import { studentisedRangeComparisons } from "@alongside/statistics/groups/pairwise-means";
import { type Adjustment, adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";
import { DialectError } from "../dialect/failure";
import { frame, list, listFromEntries, listOf, matrix, named, numbers, object, text } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { entryOf, oneText } from "../dialect/read";
import { type Bindings, bind } from "../dialect/values";
import { groupedValues } from "./grouped-values";
import { againstControl, HYPOTHESES, type Hypotheses, hypothesesOf } from "./linear-hypotheses";
import { sequential } from "./model-comparisons";
import { ONE_FACTOR } from "./one-factor";
import { REGRESSION } from "./regression-models";

export const SIMULTANEOUS_COMPARISONS: Bindings = {
  /** A linear model; of one factor also what ICC1 and TukeyHSD read. */
  aov: bind("formula data projections qr contrasts ...", (args) => {
    const [formula, data] = [args.value("formula"), args.optional("data")];
    const table = modelFrame(args.interpreter, formula, data);
    const fitted = args.call("lm", data === undefined ? [formula] : [formula, data]);
    const fit = REGRESSION.read(fitted);
    if (fitted.kind !== "object") throw new DialectError("Expected a linear model");
    const model = REGRESSION.attach(object(["aov", "lm"], fitted.fields), fit);
    const [entry, another] = table.values;
    if (table.response === undefined || entry === undefined || another !== undefined) return model;
    return ONE_FACTOR.attach(model, { ...groupedValues(table.response, entry[1]), factor: entry[0] });
  }),
  /** The table of the analysis, as the one entry of a list. */
  "summary.aov": bind("object ...", (args) => {
    const factor = ONE_FACTOR.find(args.value("object"));
    if (factor === undefined) return listOf([sequential(REGRESSION.read(args.value("object")))]);
    const test = oneWayAnova(factor.values);
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
    return listOf([frame(table, [factor.factor, "Residuals"])]);
  }),
  /** multcomp::mcp(group = "Dunnett" or "Tukey"). */
  mcp: bind("...", ({ rest }) =>
    listFromEntries(rest.map((one) => [one.name ?? "", text(oneText(one.value(), "a kind of comparison"))])),
  ),
  /** multcomp::adjusted(type). */
  adjusted: bind("type ...", (args) => text(args.text("type", "single-step"))),
  glht: bind("model linfct ...", (args) => {
    const model = args.value("model");
    const wanted = args.value("linfct");
    const factor = ONE_FACTOR.find(model);
    const kind = factor !== undefined && wanted.kind === "list" ? entryOf(wanted, factor.factor) : undefined;
    if (factor !== undefined && kind !== undefined && oneText(kind) === "Dunnett") {
      return HYPOTHESES.attach(object(["glht"], {}), againstControl(factor));
    }
    return HYPOTHESES.attach(object(["glht"], {}), hypothesesOf(REGRESSION.read(model), wanted));
  }),
  "summary.glht": bind("object test ...", (args) => {
    const hypotheses = HYPOTHESES.read(args.value("object"));
    const { labels, estimates, errors } = hypotheses;
    const type = args.optional("test") === undefined ? "single-step" : args.text("test");
    const statistics = estimates.map((value, at) => value / (errors[at] ?? Number.NaN));
    return list({
      test: list({
        coefficients: named(labels, estimates),
        sigma: named(labels, errors),
        tstat: named(labels, statistics),
        pvalues: named(labels, adjustedBy(type, hypotheses, statistics)),
      }),
    });
  }),
  "confint.glht": bind("object parm level calpha ...", (args) => {
    const { labels, estimates, errors, critical } = HYPOTHESES.read(args.value("object"));
    const half = critical(args.number("level", 0.95));
    const rows = estimates.map((value, at) => {
      const margin = half * (errors[at] ?? Number.NaN);
      return [value, value - margin, value + margin];
    });
    return list({ confint: matrix(labels, ["Estimate", "lwr", "upr"], rows) });
  }),
  "coef.glht": bind("object ...", (args) => {
    const { labels, estimates } = HYPOTHESES.read(args.value("object"));
    return named(labels, estimates);
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

function adjustedBy(type: string, hypotheses: Hypotheses, statistics: readonly number[]): readonly number[] {
  const { df, upper } = hypotheses;
  const raw = statistics.map((one) => (df === Infinity ? 2 * normalUpper(Math.abs(one)) : tTwoSidedP(one, df)));
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
  if (type === "single-step") return statistics.map((one) => upper(Math.abs(one)));
  const adjustment = plain.get(type);
  if (adjustment === undefined) throw new DialectError(`Comparisons adjusted by ${type}`);
  return adjustPValues(raw, adjustment);
}
