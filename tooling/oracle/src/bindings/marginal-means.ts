import { tCritical } from "@alongside/statistics/distribution/student-t";
import { studentisedRangeQuantile, studentisedRangeUpper } from "@alongside/statistics/distribution/studentised-range";
import type { Estimate } from "@alongside/statistics/estimate";
import { type Adjustment, adjustPValues } from "@alongside/statistics/multiplicity/adjust-p-values";
import { type MarginalMeans, marginalMeans } from "@alongside/statistics/regression/marginal-means";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, numbers, object, texts } from "../dialect/make";
import { payload } from "../dialect/payload";
import { asFlags, asTexts, oneText } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { type FittedRegression, REGRESSION } from "./regression-models";

type Found = Extract<Estimate, { kind: "estimate" }>;

function estimated(estimates: readonly Estimate[]): readonly Found[] {
  return estimates.map((one) => {
    if (one.kind !== "estimate") throw new DialectError("A marginal mean is not determined");
    return one;
  });
}

/** A level that emmeans would write with the factor's name before it, since it looks like a number. */
function contrastLabel(factor: string, levels: readonly string[], level: string): string {
  const numeric = levels.every((one) => one.trim() !== "" && Number.isFinite(Number(one)));
  const name = numeric ? `${factor}${level}` : level;
  return /[-+/*]/.test(name) ? `(${name})` : name;
}

/** The means of a factor's levels as emmeans shows them. */
export function meansTable(fit: FittedRegression, factor: string, level = 0.95, tested = false): RValue {
  const { means } = meansAt(fit, factor)(level);
  const found = estimated(means.map((one) => one.estimate));
  return frame({
    [factor]: texts(means.map((one) => one.level)),
    emmean: numbers(found.map((one) => one.value)),
    SE: numbers(found.map((one) => one.standardError)),
    df: numbers(found.map((one) => one.degreesOfFreedom ?? Number.POSITIVE_INFINITY)),
    "lower.CL": numbers(found.map((one) => one.interval.low)),
    "upper.CL": numbers(found.map((one) => one.interval.high)),
    ...(tested ? testColumns(found, adjustedPValues("none", found.length, found)) : {}),
  });
}

/** The differences between a factor's levels, unadjusted, with tests or with limits. */
export function differencesTable(
  fit: FittedRegression,
  factor: string,
  shown: Columns,
  { level, adjust }: { readonly level: number; readonly adjust: string } = { level: 0.95, adjust: "none" },
): RValue {
  const { means, differences } = meansAt(fit, factor)(level);
  const levels = means.map((one) => one.level);
  const found = estimated(differences.map((one) => one.estimate));
  const label = (name: string) => contrastLabel(factor, levels, name);
  return frame({
    contrast: texts(differences.map(({ first, second }) => `${label(first)} - ${label(second)}`)),
    estimate: numbers(found.map((one) => one.value)),
    SE: numbers(found.map((one) => one.standardError)),
    df: numbers(found.map((one) => one.degreesOfFreedom ?? Number.POSITIVE_INFINITY)),
    ...(shown === "tests" ? {} : limitColumns(found, criticalValue(adjust, levels.length, level))),
    ...(shown === "limits" ? {} : testColumns(found, adjustedPValues(adjust, levels.length, found))),
  });
}

type Columns = "tests" | "limits" | "both";

function limitColumns(found: readonly Found[], critical: (df: number) => number): Readonly<Record<string, RValue>> {
  const half = (one: Found) => critical(one.degreesOfFreedom ?? Infinity) * (one.standardError ?? Number.NaN);
  return {
    "lower.CL": numbers(found.map((one) => one.value - half(one))),
    "upper.CL": numbers(found.map((one) => one.value + half(one))),
  };
}

function testColumns(found: readonly Found[], pValues: readonly number[]): Readonly<Record<string, RValue>> {
  return { "t.ratio": numbers(found.map((one) => one.test?.statistic ?? null)), "p.value": numbers(pValues) };
}

/** Every pair of some means is compared. */
const pairsOf = (means: number) => (means * (means - 1)) / 2;

function adjustedPValues(adjust: string, means: number, found: readonly Found[]): readonly number[] {
  const raw = found.map((one) => one.test?.pValue ?? Number.NaN);
  if (adjust === "tukey" && means > 2) {
    return found.map((one) => {
      const range = Math.abs(one.test?.statistic ?? Number.NaN) * Math.SQRT2;
      return studentisedRangeUpper(range, means, one.degreesOfFreedom ?? Infinity);
    });
  }
  if (adjust === "sidak") return raw.map((p) => -Math.expm1(raw.length * Math.log1p(-p)));
  const method = ADJUSTMENTS.get(adjust);
  if (method === undefined) throw new DialectError(`Means compared with adjustment ${adjust}`);
  return adjustPValues(raw, method);
}

const ADJUSTMENTS = new Map<string, Adjustment>([
  ["none", "none"],
  ["tukey", "none"],
  ["bonferroni", "bonferroni"],
  ["holm", "holm"],
  ["hochberg", "hochberg"],
  ["hommel", "hommel"],
  ["BH", "BH"],
  ["fdr", "BH"],
  ["BY", "BY"],
]);

/** Half widths in standard errors; adjustments that take turns have Bonferroni's. */
function criticalValue(adjust: string, means: number, level: number): (df: number) => number {
  const pairs = pairsOf(means);
  if (adjust === "none" || means === 2) return (df) => tCritical(level, df);
  if (adjust === "tukey") return (df) => studentisedRangeQuantile(level, means, df) / Math.SQRT2;
  if (adjust === "sidak") return (df) => tCritical(level ** (1 / pairs), df);
  return (df) => tCritical(1 - (1 - level) / pairs, df);
}

function meansAt(
  { model, frame: modelFrame, atMeans }: FittedRegression,
  factor: string,
): (level: number) => MarginalMeans {
  if (model.kind !== "linear-model") throw new DialectError("Marginal means of a linear model only");
  return (level) => marginalMeans(model, modelFrame.variables, factor, level, atMeans?.());
}

/** `~ group`, or the name. */
function factorOf(args: Arguments): string {
  const given = args.value("specs");
  if (given.kind === "character") return oneText(given);
  if (given.kind !== "language" || given.expression.type !== "call") throw new DialectError("Means of what?");
  const last = given.expression.arguments.at(-1)?.value;
  if (last?.type !== "name") throw new DialectError("Marginal means of one factor only");
  return last.name;
}

interface Shown {
  readonly fit: FittedRegression;
  readonly factor: string;
  readonly kind: "means" | "differences";
  readonly adjust: string;
}
const SHOWN = payload<Shown>("marginal means");

const asShown = (shown: Shown): RValue => SHOWN.attach(object(["emmGrid"], {}), shown);

/** What a call shows of means or differences; its own adjustment goes before that of the call that compared. */
function tableOf(args: Arguments, name: string, usual: Columns): RValue {
  const { fit, factor, kind, adjust: given } = SHOWN.read(args.value(name));
  const [level, adjust] = [args.number("level", 0.95), args.text("adjust", given)];
  const infer = args.optional("infer");
  const [limits = false, tests = false] = infer === undefined ? [] : asFlags(infer).values;
  const columns = infer === undefined ? usual : limits && tests ? "both" : limits ? "limits" : "tests";
  if (kind === "differences") return differencesTable(fit, factor, columns, { level, adjust });
  if (adjust !== "none") throw new DialectError(`Means with adjustment ${adjust}`);
  return meansTable(fit, factor, level, infer !== undefined && tests === true);
}

export const MARGINAL_MEANS: Bindings = {
  emmeans: bind("object specs ...", (args) =>
    asShown({ fit: REGRESSION.read(args.value("object")), factor: factorOf(args), kind: "means", adjust: "none" }),
  ),
  "pairs.emmGrid": bind("x reverse adjust ...", (args) =>
    asShown({ ...SHOWN.read(args.value("x")), kind: "differences", adjust: args.text("adjust", "tukey") }),
  ),
  pairs: bind("x ...", (args) => {
    throw new DialectError(`Pairs of ${args.value("x").kind}`);
  }),
  "contrast.emmGrid": bind("object method adjust ...", (args) => {
    const method = asTexts(args.value("method")).values[0];
    if (method !== "pairwise") throw new DialectError(`Contrasts by ${method}`);
    const adjust = args.text("adjust", "tukey");
    return asShown({ ...SHOWN.read(args.value("object")), kind: "differences", adjust });
  }),
  contrast: bind("object ...", (args) => {
    throw new DialectError(`Contrasts of ${args.value("object").kind}`);
  }),
  "summary.emmGrid": bind("object infer level adjust ...", (args) => tableOf(args, "object", "tests")),
  "confint.emmGrid": bind("object parm level adjust ...", (args) => tableOf(args, "object", "limits")),
  "as.data.frame.emmGrid": bind("x row.names optional level adjust ...", (args) => tableOf(args, "x", "tests")),
};
