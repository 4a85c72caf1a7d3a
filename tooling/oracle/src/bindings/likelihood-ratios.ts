import { chiSquaredUpper } from "@alongside/statistics/distribution/chi-squared";
import { keepColumns } from "@alongside/statistics/regression/linear-model";
import { coxRegression } from "@alongside/statistics/survival/cox-regression";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, numbers } from "../dialect/make";
import { oneNumber, oneText } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { COX, type NamedCox } from "./cox-models";
import { sufficient } from "./regression-models";

interface Step {
  readonly label: string;
  readonly logLikelihood: number;
  readonly df: number;
}

/** Each step against the one before. R: anova(coxph). */
function cumulative(steps: readonly Step[]): RValue {
  const falls = steps.slice(1).map((step, at) => 2 * (step.logLikelihood - (steps[at]?.logLikelihood ?? 0)));
  const df = steps.slice(1).map((step, at) => step.df - (steps[at]?.df ?? 0));
  return frame(
    {
      loglik: numbers(steps.map((step) => step.logLikelihood)),
      Chisq: numbers([null, ...falls.map(Math.abs)]),
      Df: numbers([null, ...df.map(Math.abs)]),
      "Pr(>|Chi|)": numbers([null, ...falls.map((fall, at) => chiSquaredUpper(Math.abs(fall), Math.abs(df[at] ?? 1)))]),
    },
    steps.map((step) => step.label),
  );
}

/** The model with the columns of some of its terms. */
function withTerms({ model, terms }: NamedCox, chosen: (at: number) => boolean): { logLikelihood: number; df: number } {
  const columns = terms.flatMap((term, at) => (chosen(at) ? term.columns : []));
  const fit = sufficient(coxRegression({ ...model, predictors: keepColumns(model.predictors, columns) }));
  return { logLikelihood: fit.logLikelihood.fitted, df: columns.length };
}

function anovaOfCox(args: Arguments): RValue {
  const first = COX.read(args.value("object"));
  const others = args.rest.flatMap((part) => COX.find(part.value()) ?? []);
  if (others.length > 0) {
    return cumulative(
      [first, ...others].map(({ fit, names }, at) => ({
        label: String(at + 1),
        logLikelihood: fit.logLikelihood.fitted,
        df: names.length,
      })),
    );
  }
  const steps = first.terms.map((term, at) => ({ label: term.label, ...withTerms(first, (other) => other <= at) }));
  return cumulative([{ label: "NULL", logLikelihood: first.fit.logLikelihood.null, df: 0 }, ...steps]);
}

function droppedOfCox(args: Arguments): RValue {
  const cox = COX.read(args.value("object"));
  const { fit, terms, names } = cox;
  const full = fit.logLikelihood.fitted;
  const rows = terms.map((_, dropped) => withTerms(cox, (at) => at !== dropped));
  const df = terms.map((term) => term.columns.length);
  const falls = rows.map((row) => 2 * (full - row.logLikelihood));
  return frame(
    {
      Df: numbers([null, ...df]),
      AIC: numbers([2 * names.length - 2 * full, ...rows.map((row) => 2 * row.df - 2 * row.logLikelihood)]),
      ...(args.has("test")
        ? {
            LRT: numbers([null, ...falls]),
            "Pr(>Chi)": numbers([null, ...falls.map((fall, at) => chiSquaredUpper(fall, df[at] ?? 1))]),
          }
        : {}),
    },
    ["<none>", ...terms.map((term) => term.label)],
  );
}

/** Parameters of a model, as its AIC counts them. */
function parametersOf(args: Arguments, model: RValue): { readonly logLikelihood: number; readonly df: number } {
  const logLikelihood = oneNumber(args.call("logLik", [model]));
  return { logLikelihood, df: Math.round((oneNumber(args.call("AIC", [model])) + 2 * logLikelihood) / 2) };
}

export const LIKELIHOOD_RATIOS: Bindings = {
  "anova.coxph": bind("object ... test", anovaOfCox),
  "drop1.coxph": bind("object scope scale test k ...", (args) => {
    if (args.has("test") && oneText(args.value("test")) !== "Chisq")
      throw new DialectError("Terms dropped by Chisq only");
    return droppedOfCox(args);
  }),
  /** lmtest's, of nested models in the order given. */
  lrtest: bind("object ...", (args) => {
    const models = [args.value("object"), ...args.rest.map((part) => part.value())];
    if (models.length < 2) throw new DialectError("lrtest() needs two models");
    const found = models.map((model) => parametersOf(args, model));
    const df = found.slice(1).map((one, at) => one.df - (found[at]?.df ?? 0));
    const falls = found.slice(1).map((one, at) => 2 * Math.abs(one.logLikelihood - (found[at]?.logLikelihood ?? 0)));
    return frame({
      "#Df": numbers(found.map((one) => one.df)),
      LogLik: numbers(found.map((one) => one.logLikelihood)),
      Df: numbers([null, ...df]),
      Chisq: numbers([null, ...falls]),
      "Pr(>Chisq)": numbers([null, ...falls.map((fall, at) => chiSquaredUpper(fall, Math.abs(df[at] ?? 1)))]),
    });
  }),
};
