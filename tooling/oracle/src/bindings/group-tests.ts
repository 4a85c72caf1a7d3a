import { fCdf, fQuantile, fUpper } from "@alongside/statistics/distribution/f";
import type { InsufficientData } from "@alongside/statistics/estimate";
import { bartlettTest, leveneTest } from "@alongside/statistics/groups/equal-variances";
import { kruskalWallis } from "@alongside/statistics/groups/kruskal-wallis";
import { oneWayAnova } from "@alongside/statistics/groups/one-way-anova";
import { welchAnova } from "@alongside/statistics/groups/welch-anova";
import { type Adjustment, adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, list, named, numbers } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { asNumbers } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { labelled } from "./figures";
import { type GroupedValues, groupedValues } from "./grouped-values";
import { pairwiseTable } from "./several-groups";

export const GROUP_TESTS: Bindings = {
  /** var.test(x, y): an htest of the ratio of two variances. */
  "var.test": bind("x y ratio alternative conf.level ...", (args) => {
    const [first, second] = [args.numbers("x"), args.numbers("y")].map((values) => describeSpread(values));
    if (first === undefined || second === undefined) throw new DialectError("var.test() needs two samples");
    const statistic = first.variance / second.variance / args.number("ratio", 1);
    const alternative = args.text("alternative", "two.sided");
    const level = args.number("conf.level", 0.95);
    const [below, above] = [fCdf(statistic, first.df, second.df), fUpper(statistic, first.df, second.df)];
    const tail = alternative === "two.sided" ? (1 - level) / 2 : 1 - level;
    const estimate = first.variance / second.variance;
    return list({
      statistic: labelled("F", statistic),
      parameter: named(["num df", "denom df"], [first.df, second.df]),
      "p.value": alternative === "less" ? below : alternative === "greater" ? above : 2 * Math.min(below, above),
      "conf.int": numbers([
        alternative === "less" ? 0 : estimate / fQuantile(1 - tail, first.df, second.df),
        alternative === "greater" ? Number.POSITIVE_INFINITY : estimate / fQuantile(tail, first.df, second.df),
      ]),
      estimate: labelled("ratio of variances", estimate),
    });
  }),
  "kruskal.test": bind("x g ... data subset", (args) => {
    const test = given(kruskalWallis(groupsOf(args).values));
    return list({
      statistic: labelled("Kruskal-Wallis chi-squared", test.statistic),
      parameter: labelled("df", test.degreesOfFreedom),
      "p.value": test.pValue,
    });
  }),
  "oneway.test": bind("formula data subset na.action var.equal", (args) => {
    const { values } = byFormula(args, args.value("formula"), args.optional("data"));
    const test = given(args.flag("var.equal", false) ? oneWayAnova(values) : welchAnova(values));
    return list({
      statistic: labelled("F", test.statistic),
      parameter: named(["num df", "denom df"], [test.degreesOfFreedomBetween, test.degreesOfFreedomWithin]),
      "p.value": test.pValue,
    });
  }),
  "bartlett.test": bind("x g ... data subset", (args) => {
    const test = given(bartlettTest(groupsOf(args).values));
    return list({
      statistic: labelled("Bartlett's K-squared", test.statistic),
      parameter: labelled("df", test.degreesOfFreedom),
      "p.value": test.pValue,
    });
  }),
  /** car::leveneTest: a table whose first row holds the test. */
  leveneTest: bind("y group ... center data", (args) => {
    const center = args.expression("center");
    const centre = center?.type === "name" && center.name === "mean" ? "mean" : "median";
    const y = args.value("y");
    const { values } =
      y.kind === "language"
        ? byFormula(args, y, args.optional("data") ?? args.optional("group"))
        : groupedValues(y, args.value("group"));
    const test = given(leveneTest(values, centre));
    return frame(
      {
        Df: numbers([test.degreesOfFreedomBetween, test.degreesOfFreedomWithin]),
        "F value": numbers([test.statistic, null]),
        "Pr(>F)": numbers([test.pValue, null]),
      },
      ["group", ""],
    );
  }),
  "p.adjust": bind("p method n", (args) => {
    const p = asNumbers(args.value("p"));
    const known = p.values.filter((value) => value !== null);
    const adjusted = adjustPValues(known, adjustmentOf(args.text("method", "holm")), args.number("n", known.length));
    let next = 0;
    return { ...p, values: p.values.map((value) => (value === null ? null : (adjusted[next++] ?? null))) };
  }),
  /** pairwise.t.test(x, g, p.adjust.method, pool.sd). */
  "pairwise.t.test": bind("x g p.adjust.method pool.sd paired alternative ...", (args) => {
    const spread = args.flag("pool.sd", true) ? "pooled" : "separate";
    const grouped = groupedValues(args.value("x"), args.value("g"));
    return list({ "p.value": pairwiseTable(grouped, spread, adjustmentOf(args.text("p.adjust.method", "holm"))) });
  }),
};

function groupsOf(args: Arguments): GroupedValues {
  const x = args.value("x");
  if (x.kind === "list") {
    const values = x.values.map((part) => asNumbers(part).values.filter((value) => value !== null));
    return { names: values.map((_, at) => String(at + 1)), values };
  }
  return x.kind === "language"
    ? byFormula(args, x, args.optional("data") ?? args.optional("g"))
    : groupedValues(x, args.value("g"));
}

function byFormula(args: Arguments, formula: RValue, data: RValue | undefined): GroupedValues {
  const table = modelFrame(args.interpreter, formula, data);
  const [group] = table.values.values();
  if (table.response === undefined || group === undefined) throw new DialectError("Expected y ~ group");
  return groupedValues(table.response, group);
}

/** The adjustment that R calls so. */
export function adjustmentOf(method: string): Adjustment {
  switch (method) {
    case "none":
    case "bonferroni":
    case "holm":
    case "hochberg":
    case "hommel":
    case "BH":
    case "BY":
      return method;
    case "fdr":
      return "BH";
    default:
      throw new DialectError(`Adjustment of p values by ${method}`);
  }
}

function given<T extends object>(result: T | InsufficientData): T {
  if ("kind" in result && result.kind === "insufficient-data") throw new DialectError(`No figure: ${result.reason}`);
  return result as T;
}

function describeSpread(values: readonly number[]): { readonly variance: number; readonly df: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const df = values.length - 1;
  return { variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / df, df };
}
