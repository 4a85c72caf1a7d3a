import { type ProportionalOddsModel, proportionalOddsModel } from "@alongside/statistics/regression/proportional-odds";
import { DialectError } from "../dialect/failure";
import { list, matrix, named, number, object } from "../dialect/make";
import { toLabels } from "../dialect/model-frame";
import { payload } from "../dialect/payload";
import { type Bindings, bind } from "../dialect/values";
import { frameOfCall } from "./generalised-linear-models";
import { logLikValue } from "./model-generics";
import { designOf, squareMatrix, standardErrors, sufficient } from "./regression-models";

interface Fitted {
  readonly model: ProportionalOddsModel;
  readonly names: readonly string[];
}
const ORDERED = payload<Fitted>("a proportional odds model");

export const PROPORTIONAL_ODDS: Bindings = {
  polr: bind("formula data weights start ... subset Hess method", (args) => {
    const frame = frameOfCall(args, []);
    if (frame.response === undefined) throw new DialectError("A regression needs an outcome");
    if (args.has("weights") || args.text("method", "logistic") !== "logistic") {
      throw new DialectError("Only unweighted logistic polr()");
    }
    const { labels, levels } = toLabels(frame.response);
    const used = levels.filter((level) => labels.includes(level));
    const outcome = labels.map((label) => used.indexOf(label ?? ""));
    const model = sufficient(proportionalOddsModel(designOf(frame), outcome));
    const thresholds = used.slice(1).map((level, index) => `${used[index]}|${level}`);
    const names = [...model.names.slice(0, model.predictors), ...thresholds];
    const values = [...model.coefficients];
    const fields = {
      coefficients: () => named(names.slice(0, model.predictors), values.slice(0, model.predictors)),
      zeta: () => named(thresholds, values.slice(model.predictors)),
      deviance: () => number(model.deviance),
      edf: () => number(values.length),
      nobs: () => number(model.n),
      "df.residual": () => number(model.n - values.length),
    };
    return ORDERED.attach(object(["polr"], fields), { model, names });
  }),
  "vcov.polr": bind("object ...", (args) => {
    const { model, names } = ORDERED.read(args.value("object"));
    return squareMatrix(names, model.covariance);
  }),
  "logLik.polr": bind("object ...", (args) => logLikValue(ORDERED.read(args.value("object")).model.logLikelihood)),
  "AIC.polr": bind("object ...", (args) => number(ORDERED.read(args.value("object")).model.aic)),
  "summary.polr": bind("object ...", (args) => {
    const { model, names } = ORDERED.read(args.value("object"));
    const errors = standardErrors(model.covariance);
    const rows = names.map((_, index) => {
      const [value, error] = [model.coefficients[index] ?? Number.NaN, errors[index] ?? Number.NaN];
      return [value, error, value / error];
    });
    return list({ coefficients: matrix(names, ["Value", "Std. Error", "t value"], rows, 3) });
  }),
};
