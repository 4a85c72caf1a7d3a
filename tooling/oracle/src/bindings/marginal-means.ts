import type { Estimate } from "@alongside/statistics/estimate";
import { type MarginalMeans, marginalMeans } from "@alongside/statistics/regression/marginal-means";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, numbers, object, texts } from "../dialect/make";
import { payload } from "../dialect/payload";
import { asTexts, oneText } from "../dialect/read";
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
export function meansTable(fit: FittedRegression, factor: string, level = 0.95): RValue {
  const { means } = meansAt(fit, factor)(level);
  const found = estimated(means.map((one) => one.estimate));
  return frame({
    [factor]: texts(means.map((one) => one.level)),
    emmean: numbers(found.map((one) => one.value)),
    SE: numbers(found.map((one) => one.standardError)),
    df: numbers(found.map((one) => one.degreesOfFreedom ?? Number.POSITIVE_INFINITY)),
    "lower.CL": numbers(found.map((one) => one.interval.low)),
    "upper.CL": numbers(found.map((one) => one.interval.high)),
  });
}

/** The differences between a factor's levels, unadjusted, with tests or with limits. */
export function differencesTable(
  fit: FittedRegression,
  factor: string,
  shown: "tests" | "limits",
  level = 0.95,
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
    ...(shown === "tests"
      ? {
          "t.ratio": numbers(found.map((one) => one.test?.statistic ?? null)),
          "p.value": numbers(found.map((one) => one.test?.pValue ?? null)),
        }
      : {
          "lower.CL": numbers(found.map((one) => one.interval.low)),
          "upper.CL": numbers(found.map((one) => one.interval.high)),
        }),
  });
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
}
const SHOWN = payload<Shown>("marginal means");

const asShown = (shown: Shown): RValue => SHOWN.attach(object(["emmGrid"], {}), shown);

function tableOf({ fit, factor, kind }: Shown, what: "tests" | "limits", level: number): RValue {
  return kind === "means" ? meansTable(fit, factor, level) : differencesTable(fit, factor, what, level);
}

export const MARGINAL_MEANS: Bindings = {
  emmeans: bind("object specs ...", (args) =>
    asShown({ fit: REGRESSION.read(args.value("object")), factor: factorOf(args), kind: "means" }),
  ),
  "pairs.emmGrid": bind("x reverse adjust ...", (args) =>
    asShown({ ...SHOWN.read(args.value("x")), kind: "differences" }),
  ),
  pairs: bind("x ...", (args) => {
    throw new DialectError(`Pairs of ${args.value("x").kind}`);
  }),
  "contrast.emmGrid": bind("object method adjust ...", (args) => {
    const method = asTexts(args.value("method")).values[0];
    if (method !== "pairwise") throw new DialectError(`Contrasts by ${method}`);
    return asShown({ ...SHOWN.read(args.value("object")), kind: "differences" });
  }),
  contrast: bind("object ...", (args) => {
    throw new DialectError(`Contrasts of ${args.value("object").kind}`);
  }),
  "summary.emmGrid": bind("object infer level adjust ...", (args) =>
    tableOf(SHOWN.read(args.value("object")), "tests", args.number("level", 0.95)),
  ),
  "confint.emmGrid": bind("object parm level adjust ...", (args) =>
    tableOf(SHOWN.read(args.value("object")), "limits", args.number("level", 0.95)),
  ),
  "as.data.frame.emmGrid": bind("x ...", (args) => tableOf(SHOWN.read(args.value("x")), "tests", 0.95)),
};
