import { tCritical, tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { gaussian } from "@alongside/statistics/regression/families";
import { generalisedLinearModel } from "@alongside/statistics/regression/generalised-linear-model";
import { designCovariance } from "@alongside/statistics/weighting/weighted-comparison";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { list, NULL, named, number, object } from "../dialect/make";
import { modelFrame } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { asTexts, asVector, completeNumbers } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { limitsAskedFor } from "./coefficient-limits";
import { familyFor, generalisedObject, outcomeOf } from "./generalised-linear-models";
import { coefficientTable } from "./linear-models";
import { designOf, offsetOf, REGRESSION, standardErrors, sufficient } from "./regression-models";

interface Design {
  readonly data: RValue;
  readonly weights: RValue;
  /** One per row of the data; absent when each row was drawn by itself. */
  readonly clusters: RValue | undefined;
}
const DESIGN = payload<Design>("a survey design");
/** svyglm() stops where glm() stops by default. */
const R_TOLERANCE = 1e-8;
const FREEDOM = payload<number>("degrees of freedom");

/** `~ w` evaluated in the data, or the value; undefined for `~ 1` and `~ 0`. */
function oneSided(args: Arguments, name: string, data: RValue): RValue | undefined {
  const given = args.optional(name);
  if (given === undefined || given.kind === "null") return undefined;
  if (given.kind !== "language") return given;
  const { expression } = given;
  const right = expression.type === "call" ? expression.arguments.at(-1)?.value : undefined;
  if (right === undefined || right.type === "literal") return undefined;
  return args.interpreter.evaluateIn(right, data, given.environment);
}

export const SURVEY_REGRESSION: Bindings = {
  svydesign: bind("ids probs strata variables fpc data nest check.strata weights ...", (args) => {
    const data = args.frame("data");
    for (const name of ["strata", "fpc", "probs"]) {
      if (oneSided(args, name, data) !== undefined) throw new DialectError(`Designs with ${name} are not offered`);
    }
    const ones = () => args.call("rep", [number(1), args.call("nrow", [data])]);
    const weights = oneSided(args, "weights", data) ?? ones();
    return DESIGN.attach(object(["survey.design"], { variables: () => data }), {
      data,
      weights,
      clusters: oneSided(args, "ids", data),
    });
  }),
  svyglm: bind("formula design subset family start rescale ...", (args) => {
    const { data, weights: drawn, clusters } = DESIGN.read(args.value("design"));
    const family = args.has("family") ? familyFor(args.value("family")) : gaussian();
    const extras = { weights: drawn, ...(clusters === undefined ? {} : { clusters }) };
    const frame = modelFrame(args.interpreter, args.value("formula"), data, extras, args.inFrame("subset", data));
    if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
    const given = completeNumbers(frame.extras.get("weights") ?? NULL);
    const average = given.reduce((sum, weight) => sum + weight, 0) / given.length;
    // svyglm() makes them average 1, which moves where the iterations start.
    const even = given.map((weight) => weight / average);
    const { outcome, weights } = outcomeOf(frame.response, family, even);
    const model = sufficient(
      generalisedLinearModel(designOf(frame), outcome, family, {
        weights,
        offset: offsetOf(frame),
        tolerance: R_TOLERANCE,
      }),
    );
    const grouped = frame.extras.get("clusters");
    const labels = grouped && asTexts(asVector(grouped)).values.map((label) => label ?? "NA");
    const robust = designCovariance(model, labels);
    if (robust === null) throw new DialectError("Too few clusters");
    const fit = { model, frame, outcome, weights, covariance: robust.covariance };
    return FREEDOM.attach(generalisedObject(fit, ["svyglm", "glm", "lm"]), robust.degreesOfFreedom);
  }),
  "summary.svyglm": bind("object ...", (args) => {
    const value = args.value("object");
    const { model, covariance } = REGRESSION.read(value);
    const df = FREEDOM.read(value);
    return list({
      coefficients: coefficientTable(model.names, model.coefficients, standardErrors(covariance ?? model.covariance), {
        label: "t",
        p: (statistic) => tTwoSidedP(statistic, df),
      }),
      "df.residual": df,
    });
  }),
  /** Standard errors of what survey functions estimate. */
  SE: bind("object ...", (args) => {
    const { model, covariance } = REGRESSION.read(args.value("object"));
    return named(model.names, standardErrors(covariance ?? model.covariance));
  }),
  "confint.svyglm": bind("object parm level ...", (args) => {
    const value = args.value("object");
    const { model, covariance } = REGRESSION.read(value);
    const level = args.number("level", 0.95);
    const critical = tCritical(level, FREEDOM.read(value));
    const rows = standardErrors(covariance ?? model.covariance).map((error, index): [number, number] => {
      const at = model.coefficients[index] ?? Number.NaN;
      return [at - critical * error, at + critical * error];
    });
    return limitsAskedFor(args, model.names, rows, level);
  }),
  "df.residual.svyglm": bind("object ...", (args) => number(FREEDOM.read(args.value("object")))),
};
