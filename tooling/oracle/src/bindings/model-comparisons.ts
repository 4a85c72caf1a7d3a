import { fUpper } from "@alongside/statistics/distribution/f";
import { qrDecompose } from "@alongside/statistics/linear-algebra/qr";
import { type AnovaRow, typeTwoAnova } from "@alongside/statistics/regression/type-two-anova";
import { DialectError } from "../dialect/failure";
import { frame, named, numbers } from "../dialect/make";
import { completeNumbers } from "../dialect/read";
import { type Bindings, bind, type RValue } from "../dialect/values";
import { droppedDeviance, nestedDeviance, sequentialDeviance } from "./deviance-tables";
import { generalised } from "./generalised-linear-models";
import { type FittedRegression, REGRESSION } from "./regression-models";

/** Each term of a linear model after those before it. R: anova(lm). */
export function sequential({ model, outcome, weights }: FittedRegression): RValue {
  const { design, determined, degreesOfFreedom, weightedDesign, names } = model;
  const roots = outcome.map((y, row) => Math.sqrt(weights?.[row] ?? 1) * y);
  const effects = qrDecompose(weightedDesign).qTransposed(roots);
  const residual = effects.subarray(names.length).reduce((sum, one) => sum + one ** 2, 0);
  const variance = residual / degreesOfFreedom;
  const terms = design.terms.flatMap((term, position) => {
    const columns = determined.flatMap((column, index) => (design.assign[column] === position + 1 ? [index] : []));
    const sum = columns.reduce((total, index) => total + (effects[index] ?? 0) ** 2, 0);
    return columns.length === 0
      ? []
      : [{ name: term.join(":"), df: columns.length, sum, f: sum / columns.length / variance }];
  });
  return frame(
    {
      Df: numbers([...terms.map((term) => term.df), degreesOfFreedom]),
      "Sum Sq": numbers([...terms.map((term) => term.sum), residual]),
      "Mean Sq": numbers([...terms.map((term) => term.sum / term.df), variance]),
      "F value": numbers([...terms.map((term) => term.f), null]),
      "Pr(>F)": numbers([...terms.map((term) => fUpper(term.f, term.df, degreesOfFreedom)), null]),
    },
    [...terms.map((term) => term.name), "Residuals"],
  );
}

/** A linear model without each term that no other contains. R: drop1(lm). */
function droppedSquares({ model, outcome, weights }: FittedRegression, test: string | undefined): RValue {
  if (model.kind !== "linear-model") throw new DialectError("Expected a linear model");
  const kept = typeTwoAnova(model, outcome, weights).filter(
    ({ term }) => !model.design.terms.some((other) => contains(other, term.split(":"))),
  );
  const sums = [model.residualSumOfSquares, ...kept.map((row) => model.residualSumOfSquares + row.sumOfSquares)];
  const parameters = [model.names.length, ...kept.map((row) => model.names.length - row.degreesOfFreedom)];
  const rest = test === undefined ? {} : fColumns(kept);
  return frame(
    {
      Df: numbers([null, ...kept.map((row) => row.degreesOfFreedom)]),
      "Sum of Sq": numbers([null, ...kept.map((row) => row.sumOfSquares)]),
      RSS: numbers(sums),
      AIC: numbers(sums.map((sum, row) => model.n * Math.log(sum / model.n) + 2 * (parameters[row] ?? 0))),
      ...rest,
    },
    ["<none>", ...kept.map((row) => row.term)],
  );
}

function contains(term: readonly string[], part: readonly string[]): boolean {
  return term.length > part.length && part.every((name) => term.includes(name));
}

function fColumns(rows: readonly AnovaRow[]): Readonly<Record<string, RValue>> {
  return {
    "F value": numbers([null, ...rows.map((row) => row.f)]),
    "Pr(>F)": numbers([null, ...rows.map((row) => row.pValue)]),
  };
}

/** Nested models in rising order of size, each against the one before. */
function nested(fits: readonly FittedRegression[]): RValue {
  const models = fits.map(({ model }) => model);
  const df = models.map((model) => model.degreesOfFreedom);
  const largest = models.reduce((best, model) => (model.degreesOfFreedom < best.degreesOfFreedom ? model : best));
  const steps = df.slice(1).map((value, index) => (df[index] ?? 0) - value);
  if (models.every((model) => model.kind === "linear-model") && largest.kind === "linear-model") {
    const sums = models.map((model) => model.residualSumOfSquares);
    const falls = sums.slice(1).map((value, index) => (sums[index] ?? 0) - value);
    const f = falls.map((fall, index) => fall / (steps[index] ?? 1) / largest.sigma ** 2);
    return frame({
      "Res.Df": numbers(df),
      RSS: numbers(sums),
      Df: numbers([null, ...steps]),
      "Sum of Sq": numbers([null, ...falls]),
      F: numbers([null, ...f]),
      "Pr(>F)": numbers([null, ...f.map((value, i) => fUpper(value, steps[i] ?? 1, largest.degreesOfFreedom))]),
    });
  }
  throw new DialectError("Models of different kinds");
}

export const MODEL_COMPARISONS: Bindings = {
  anova: bind("object ...", (args) => {
    throw new DialectError(`anova() of ${args.value("object").kind}`);
  }),
  "anova.lm": bind("object ... test", (args) => {
    const first = REGRESSION.read(args.value("object"));
    const others = args.rest.flatMap((part) => {
      const found = REGRESSION.find(part.value());
      return found === undefined ? [] : [found];
    });
    return others.length > 0 ? nested([first, ...others]) : sequential(first);
  }),
  "anova.glm": bind("object ... dispersion test", (args) => {
    const first = generalised(args.value("object"));
    const others = args.rest.flatMap((part) => (REGRESSION.find(part.value()) ? [generalised(part.value())] : []));
    const test = args.has("test") ? args.text("test") : undefined;
    if (others.length === 0) return sequentialDeviance(first, test);
    return nestedDeviance(
      [first, ...others].map(({ model }) => model),
      test,
    );
  }),
  "drop1.glm": bind("object scope scale test k ...", (args) =>
    droppedDeviance(generalised(args.value("object")), args.has("test") ? args.text("test") : undefined),
  ),
  "drop1.lm": bind("object scope scale test k ...", (args) =>
    droppedSquares(REGRESSION.read(args.value("object")), args.has("test") ? args.text("test") : undefined),
  ),
  /** Residuals over their own standard deviation. */
  rstandard: bind("model ...", (args) => {
    const { model, frame: rows } = REGRESSION.read(args.value("model"));
    const spread = model.kind === "linear-model" ? model.sigma : Math.sqrt(model.dispersion);
    const residuals =
      model.kind === "linear-model"
        ? [...model.weightedResiduals]
        : completeNumbers(args.call("residuals", [args.value("model")]));
    const values = residuals.map((one, row) => one / spread / Math.sqrt(1 - (model.leverages[row] ?? 0)));
    return named(rows.rowNames, values);
  }),
  "cooks.distance": bind("model ...", (args) => {
    const { model, frame: rows } = REGRESSION.read(args.value("model"));
    if (model.kind !== "linear-model") throw new DialectError("cooks.distance() of a linear model only");
    const values = [...model.weightedResiduals].map((one, row) => {
      const leverage = model.leverages[row] ?? 0;
      return ((one / model.sigma / (1 - leverage)) ** 2 * leverage) / model.names.length;
    });
    return named(rows.rowNames, values);
  }),
};
