import { normalCritical, normalUpper } from "@alongside/statistics/distribution/normal";
import type { Matrix } from "@alongside/statistics/linear-algebra/matrix";
import { qrDecompose } from "@alongside/statistics/linear-algebra/qr";
import { keepColumns } from "@alongside/statistics/regression/linear-model";
import { baselineHazard } from "@alongside/statistics/survival/baseline-hazard";
import { concordance } from "@alongside/statistics/survival/concordance";
import {
  type ChiSquaredTest,
  type CoxFit,
  type CoxModel,
  coxRegression,
} from "@alongside/statistics/survival/cox-regression";
import { proportionalHazardsTest, type TimeTransform } from "@alongside/statistics/survival/proportional-hazards-test";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame as dataFrame, list, matrix, named, number, numbers, object } from "../dialect/make";
import type { ModelFrame } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { asTexts, completeNumbers } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { limitsAskedFor } from "./coefficient-limits";
import { frameOfCall } from "./generalised-linear-models";
import { logLikValue } from "./model-generics";
import { designOf, squareMatrix, standardErrors, sufficient } from "./regression-models";
import { codesOf } from "./survival-groups";
import { followUpOf } from "./survival-response";

/** A fitted Cox model with the names of its columns and terms. */
export interface NamedCox {
  readonly model: CoxModel;
  readonly fit: CoxFit;
  /** Of the columns with a coefficient. */
  readonly names: readonly string[];
  /** Of all columns, those that repeat others among them. */
  readonly allNames: readonly string[];
  readonly terms: readonly { readonly label: string; readonly columns: readonly number[] }[];
  readonly rowNames?: readonly string[];
}

export const COX = payload<NamedCox>("a Cox model");

/** Columns without the intercept, and without those that repeat earlier ones. */
function predictorsOf(frame: ModelFrame) {
  const design = designOf(frame, true);
  const { determined } = qrDecompose(design.matrix, 1e-9);
  const columns = determined.filter((column) => column > 0);
  const names = columns.map((column) => design.names[column] ?? "");
  const terms = design.terms.flatMap((term, at) => {
    const own = columns.flatMap((column, position) => (design.assign[column] === at + 1 ? [position] : []));
    return own.length === 0 ? [] : [{ label: term.join(":"), columns: own }];
  });
  return { predictors: keepColumns(design.matrix, columns), names, allNames: design.names.slice(1), terms };
}

/** Fits what a call of coxph() describes. */
export function fitCox(args: Arguments): NamedCox {
  const frame = frameOfCall(args, ["weights", "cluster", "id"]);
  const given = frame.extras.get("weights");
  const weights = given && completeNumbers(given);
  const followUp = followUpOf(frame.response, weights);
  const special = (name: string) => frame.special.filter((one) => one.called === name).map((one) => one.value);
  const [cluster = frame.extras.get("cluster")] = special("cluster");
  const together = special("strata").map((value) => asTexts(value).values);
  const strata = codesOf(frame.rows.map((_, row) => together.map((labels) => labels[row] ?? "").join("\u0000")));
  const id = frame.extras.get("id");
  const codes = cluster ?? id;
  const fractional = weights?.some((weight) => !Number.isInteger(weight)) ?? false;
  const repeated = id !== undefined && new Set(asTexts(id).values).size < frame.rows.length;
  const robust = args.flag("robust", cluster !== undefined || fractional || repeated);
  const clusters = codes === undefined ? frame.rows.map((_, row) => row) : codesOf(asTexts(codes).values);
  const method = args.text("ties", args.text("method", "efron"));
  if (method !== "efron" && method !== "breslow") throw new DialectError(`Ties by ${method}`);
  const { predictors, ...named } = predictorsOf(frame);
  if (special("offset").length > 0) throw new DialectError("coxph() with an offset");
  const model: CoxModel = {
    followUp,
    predictors,
    ties: method,
    ...(together.length === 0 ? {} : { strata }),
    ...(robust ? { clusters } : {}),
  };
  return { model, fit: sufficient(coxRegression(model)), rowNames: frame.rowNames, ...named };
}

/** The covariance that R shows: the robust one where there is one. */
function shown(fit: CoxFit): Matrix {
  return fit.robust ?? fit.covariance;
}

/** Linear predictor of every row. */
export function linearPredictor({ model, fit }: NamedCox): number[] {
  const { rows, columns, values } = model.predictors;
  return Array.from({ length: rows }, (_, row) =>
    fit.coefficients.reduce((sum, value, j) => sum + value * (values[row * columns + j] ?? 0), 0),
  );
}

/** The means from which R measures predictors: 0 for a column of no values but -1, 0 and 1, as indicators are. */
function centreOf({ model, names }: NamedCox): number[] {
  const { rows, columns, values } = model.predictors;
  return names.map((_, j) => {
    const own = Array.from({ length: rows }, (_row, row) => values[row * columns + j] ?? 0);
    return own.every((value) => Math.abs(value) === 1 || value === 0) ? 0 : own.reduce((a, b) => a + b, 0) / rows;
  });
}

/** The linear predictor at those means. */
export function centralPredictor(cox: NamedCox): number {
  const centre = centreOf(cox);
  return cox.fit.coefficients.reduce((sum, value, j) => sum + value * (centre[j] ?? 0), 0);
}

/** Harrell's concordance of the fitted model. */
export function concordanceOf(cox: NamedCox): number | null {
  const found = concordance(cox.model.followUp, linearPredictor(cox), cox.model.strata);
  return found.kind === "concordance" ? found.value : null;
}

/** One value per column, NA for those that repeat others. */
function byName({ names, allNames }: NamedCox, values: ArrayLike<number>): RValue {
  return named(
    allNames,
    allNames.map((name) => (names.includes(name) ? (values[names.indexOf(name)] ?? null) : null)),
  );
}

function coxObject(cox: NamedCox): RValue {
  const { fit, names } = cox;
  const centre = centralPredictor(cox);
  const fields = {
    coefficients: () => byName(cox, fit.coefficients),
    // Without a predictor there is only one.
    loglik: () => numbers([fit.logLikelihood.null, ...(names.length === 0 ? [] : [fit.logLikelihood.fitted])]),
    var: () => squareMatrix(names, shown(fit)),
    ...(fit.robust === undefined ? {} : { "naive.var": () => squareMatrix(names, fit.covariance) }),
    score: () => number(fit.score.statistic),
    "wald.test": () => number(fit.wald.statistic),
    concordance: () => named(["concordance"], [concordanceOf(cox)]),
    n: () => number(fit.n),
    nevent: () => number(fit.events),
    means: () => named(names, centreOf(cox)),
    "linear.predictors": () => numbers(linearPredictor(cox).map((value) => value - centre)),
  };
  return COX.attach(object(["coxph"], fields), cox);
}

function chiSquared({ statistic, degreesOfFreedom, pValue }: ChiSquaredTest): RValue {
  return named(["test", "df", "pvalue"], [statistic, degreesOfFreedom, pValue]);
}

/** exp(coef) with its Wald limits, one row per column. */
export function ratioLimits({ fit, names }: NamedCox, level: number): RValue {
  const critical = normalCritical(level);
  const errors = standardErrors(shown(fit));
  const rows = names.map((_, j) => {
    const [value, half] = [fit.coefficients[j] ?? 0, critical * (errors[j] ?? 0)];
    return [Math.exp(value), Math.exp(-value), Math.exp(value - half), Math.exp(value + half)];
  });
  const written = String(level).replace(/^0/, "");
  return matrix(names, ["exp(coef)", "exp(-coef)", `lower ${written}`, `upper ${written}`], rows, 4);
}

function summarise(args: Arguments): RValue {
  const cox = COX.read(args.value("object"));
  const { fit, names } = cox;
  const [plain, errors] = [standardErrors(fit.covariance), standardErrors(shown(fit))];
  const rows = names.map((_, j) => {
    const value = fit.coefficients[j] ?? 0;
    const z = value / (errors[j] ?? 0);
    const both = fit.robust === undefined ? [errors[j] ?? 0] : [plain[j] ?? 0, errors[j] ?? 0];
    return [value, Math.exp(value), ...both, z, 2 * normalUpper(Math.abs(z))];
  });
  const robust = fit.robust === undefined ? [] : ["robust se"];
  const columns = ["coef", "exp(coef)", "se(coef)", ...robust, "z", "Pr(>|z|)"];
  return list({
    n: fit.n,
    nevent: fit.events,
    loglik: numbers([fit.logLikelihood.null, fit.logLikelihood.fitted]),
    coefficients: matrix(names, columns, rows, columns.length),
    "conf.int": ratioLimits(cox, args.number("conf.int", 0.95)),
    logtest: chiSquared(fit.likelihoodRatio),
    sctest: chiSquared(fit.score),
    waldtest: named(
      ["test", "df", "pvalue"],
      [Math.round(fit.wald.statistic * 100) / 100, fit.wald.degreesOfFreedom, fit.wald.pValue],
    ),
    concordance: named(["C"], [concordanceOf(cox)]),
  });
}

const TRANSFORMS: readonly TimeTransform[] = ["km", "rank", "log", "identity"];

/** The table of cox.zph(): per term, or per column, and for all. */
export function zphTable({ model, fit, names, terms }: NamedCox, transform: TimeTransform, byTerm: boolean): RValue {
  const rows = byTerm ? terms : names.map((label, column) => ({ label, columns: [column] }));
  const test = sufficient(
    proportionalHazardsTest(
      model,
      fit,
      rows.map(({ columns }) => columns),
      transform,
    ),
  );
  const cells = [...test.terms, test.global].map((one) => [one.statistic, one.degreesOfFreedom, one.pValue]);
  return matrix([...rows.map(({ label }) => label), "GLOBAL"], ["chisq", "df", "p"], cells, 3);
}

function zph(args: Arguments): RValue {
  const transform = TRANSFORMS.find((one) => one === args.text("transform", "km"));
  if (transform === undefined) throw new DialectError(`cox.zph() with ${args.text("transform")}`);
  return list({ table: zphTable(COX.read(args.value("fit")), transform, args.flag("terms", true)) });
}

function basehaz(args: Arguments): RValue {
  const cox = COX.read(args.value("fit"));
  const { model, fit } = cox;
  const person = args.flag("centered", true) ? centreOf(cox) : cox.names.map(() => 0);
  const [steps = []] = baselineHazard(model, fit, person);
  const times = [...new Set(model.followUp.exit)].sort((a, b) => a - b);
  const at = (time: number) => steps.findLast((step) => step.time <= time)?.cumulativeHazard ?? 0;
  return dataFrame({ hazard: numbers(times.map(at)), time: numbers(times) });
}

export const COX_MODELS: Bindings = {
  coxph: bind(
    "formula data weights subset na.action init control ties singular.ok robust model x y tt method id cluster",
    (args) => coxObject(fitCox(args)),
  ),
  "summary.coxph": bind("object conf.int scale ...", summarise),
  "vcov.coxph": bind("object ...", (args) => {
    const { fit, names } = COX.read(args.value("object"));
    return squareMatrix(names, shown(fit));
  }),
  "logLik.coxph": bind("object ...", (args) => logLikValue(COX.read(args.value("object")).fit.logLikelihood.fitted)),
  "AIC.coxph": bind("object ...", (args) => {
    const { fit, names } = COX.read(args.value("object"));
    return number(2 * names.length - 2 * fit.logLikelihood.fitted);
  }),
  "BIC.coxph": bind("object ...", (args) => {
    const { fit, names } = COX.read(args.value("object"));
    return number(Math.log(fit.events) * names.length - 2 * fit.logLikelihood.fitted);
  }),
  "confint.coxph": bind("object parm level ...", (args) => {
    const { fit, names } = COX.read(args.value("object"));
    const level = args.number("level", 0.95);
    const errors = standardErrors(shown(fit));
    const rows = names.map((_, j): [number, number] => {
      const half = normalCritical(level) * (errors[j] ?? 0);
      return [(fit.coefficients[j] ?? 0) - half, (fit.coefficients[j] ?? 0) + half];
    });
    return limitsAskedFor(args, names, rows, level);
  }),
  /** concordance(fit), or of one predictor whose larger values go with later events unless reversed. */
  concordance: bind(
    "formula data weights subset na.action cluster ymin ymax timewt influence ranks reverse ...",
    (args) => {
      const held = COX.find(args.value("formula"));
      if (held !== undefined) return list({ concordance: concordanceOf(held), n: held.fit.n });
      const frame = frameOfCall(args, ["weights"]);
      const given = frame.extras.get("weights");
      const [x] = [...frame.variables.values()];
      if (x?.kind !== "numeric") throw new DialectError("concordance() needs one numeric predictor");
      const sign = args.flag("reverse", false) ? 1 : -1;
      const followUp = followUpOf(frame.response, given && completeNumbers(given));
      const found = sufficient(
        concordance(
          followUp,
          x.values.map((value) => sign * value),
        ),
      );
      const count = named(["concordant", "discordant", "tied.x"], [found.agreeing, found.disagreeing, found.tied]);
      return list({ concordance: found.value, count, n: frame.rows.length });
    },
  ),
  "cox.zph": bind("fit transform terms singledf global", zph),
  basehaz: bind("fit centered", basehaz),
};
