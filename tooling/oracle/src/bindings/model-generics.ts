import { DialectError } from "../dialect/failure";
import { numbers, withAttributes } from "../dialect/make";
import { entryOf } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";

/** What a field of a fitted model holds, whether it is an object or a list. */
function fieldOf(value: RValue, ...names: readonly string[]): RValue {
  for (const name of names) {
    const found =
      value.kind === "object" ? value.fields[name]?.() : value.kind === "list" ? entryOf(value, name) : undefined;
    if (found !== undefined) return found;
  }
  throw new DialectError(`Nothing here has ${names.join(" or ")}`);
}

const reading = (...names: readonly string[]) => bind("object ...", (args) => fieldOf(args.value("object"), ...names));

/** Questions that models of every kind answer. A kind has its own version under its class, e.g. "vcov.lm". */
export const MODEL_GENERICS: Bindings = {
  coef: reading("coefficients"),
  coefficients: bind("object ...", (args) => args.call("coef", [args.value("object")])),
  resid: bind("object ...", (args) => {
    const values = [args.value("object"), ...args.rest.map((one) => one.value())];
    return args.call("residuals", values, [undefined, ...args.rest.map((one) => one.name)]);
  }),
  residuals: reading("residuals"),
  fitted: reading("fitted.values"),
  "fitted.values": bind("object ...", (args) => args.call("fitted", [args.value("object")])),
  deviance: reading("deviance"),
  "df.residual": reading("df.residual"),
  nobs: reading("nobs"),
  vcov: reading("vcov"),
  logLik: reading("loglik"),
  AIC: reading("aic"),
  BIC: reading("bic"),
  confint: reading("confint"),
  predict: reading("predict"),
  formula: reading("formula"),
  "model.matrix": reading("model.matrix"),
  "model.frame": reading("model.frame"),
};

/** A log-likelihood as R's logLik() gives it. */
export function logLikValue(value: number): RValue {
  return withAttributes(numbers([value]), { class: ["logLik"] });
}
