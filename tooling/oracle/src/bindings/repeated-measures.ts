import { type RepeatedMeasuresModel, repeatedMeasuresModel } from "@alongside/statistics/mixed/repeated-measures-model";
import { satterthwaiteContrast } from "@alongside/statistics/mixed/satterthwaite";
import { modelMatrix } from "@alongside/statistics/model-matrix/model-matrix";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, list, matrix, named, numbers, texts } from "../dialect/make";
import { modelFrame, toLabels } from "../dialect/model-frame";
import { asNumbers, completeNumbers, entryOf } from "../dialect/read";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { ends } from "./figures";
import { unitWeights } from "./mixed-model-fit";

interface RepeatedMeasuresFit {
  readonly names: readonly string[];
  readonly model: RepeatedMeasuresModel;
}

/** Fits the unstructured model of the rows that are complete in the formula's variables. */
function fitRows(args: Arguments): RepeatedMeasuresFit {
  const data = args.frame("d");
  const frameOf = modelFrame(args.interpreter, args.value("formula"), data, {
    id: entryOf(data, args.text("id")),
    visit: entryOf(data, args.text("visit")),
  });
  if (frameOf.response === undefined) throw new DialectError("A model needs an outcome");
  const fixed = modelMatrix(frameOf.variables, frameOf.formula.terms, frameOf.formula.intercept);
  const codes = (name: string) => {
    const value = frameOf.extras.get(name);
    if (value === undefined) throw new DialectError(`The data have no ${name}`);
    const { labels, levels } = toLabels(value);
    const used = levels.filter((level) => labels.includes(level));
    const codeOf = new Map(used.map((level, code) => [level, code]));
    return { codes: Int32Array.from(labels, (label) => codeOf.get(label ?? "") ?? -1), count: used.length };
  };
  const visits = codes("visit");
  const model = repeatedMeasuresModel(
    {
      y: Float64Array.from(completeNumbers(frameOf.response, "the outcome")),
      x: fixed.matrix,
      people: codes("id").codes,
      visits: visits.codes,
      visitCount: visits.count,
    },
    "unstructured",
  );
  if (model.kind !== "repeated-measures-model") throw new DialectError(`No model: ${model.reason}`);
  return { names: fixed.names, model };
}

function contrastRow(model: RepeatedMeasuresModel, weights: readonly number[]) {
  const estimate = satterthwaiteContrast(model, weights);
  if (estimate.kind !== "estimate" || estimate.test === undefined) throw new DialectError("A contrast has no test");
  const { value, standardError, degreesOfFreedom, test, interval } = estimate;
  return { value, standardError, degreesOfFreedom: degreesOfFreedom ?? null, test, interval };
}

function coefficientTable({ names, model }: RepeatedMeasuresFit): RList {
  const rows = names.map((_, index) => contrastRow(model, unitWeights(names.length, index)));
  return frame({
    term: texts(names),
    estimate: numbers(rows.map(({ value }) => value)),
    se: numbers(rows.map(({ standardError }) => standardError)),
    df_satterthwaite: numbers(rows.map(({ degreesOfFreedom }) => degreesOfFreedom)),
    t: numbers(rows.map(({ test }) => test.statistic)),
    p: numbers(rows.map(({ test }) => test.pValue)),
  });
}

/** The contrasts by name, each a function from the names of the coefficients to their weights. */
function contrastList(args: Arguments, { names, model }: RepeatedMeasuresFit): RValue {
  const contrasts = args.value("contrasts");
  const rows = (contrasts.kind === "list" ? contrasts.values : []).map((contrast, index) => {
    const weights = asNumbers(args.apply(contrast, [texts(names)])).values.map((weight) => weight ?? 0);
    const { value, standardError, degreesOfFreedom, test, interval } = contrastRow(model, weights);
    return list({
      contrast: contrasts.attributes.names?.[index] ?? "",
      estimate: value,
      se: standardError,
      df: degreesOfFreedom,
      t: test.statistic,
      p: test.pValue,
      ci95: ends([interval.low, interval.high]),
    });
  });
  return { kind: "list", values: rows, attributes: {} };
}

export const REPEATED_MEASURES: Bindings = {
  /** mmrm(formula, d, id, visit, contrasts): unstructured covariance over visits, REML, Satterthwaite. */
  mmrm: bind("formula d id visit contrasts", (args) => {
    const fit = fitRows(args);
    const { names, model } = fit;
    const m = model.visitCovariance.rows;
    const entry = (i: number, j: number) => model.visitCovariance.values[i * m + j] ?? 0;
    const table = (value: (i: number, j: number) => number) =>
      Array.from({ length: m }, (_, i) => Array.from({ length: m }, (_unused, j) => value(i, j)));
    const criterion = -2 * model.logLikelihood;
    const errors = names.map((_, index) => Math.sqrt(model.covariance.values[index * names.length + index] ?? 0));
    return list({
      n_obs: model.rows,
      n_subjects: model.n,
      visits: m,
      coef: coefficientTable(fit),
      contrasts: contrastList(args, fit),
      Sigma: matrix(null, null, table(entry), m),
      corr: matrix(
        null,
        null,
        table((i, j) => entry(i, j) / Math.sqrt(entry(i, i) * entry(j, j))),
        m,
      ),
      reml_minus2loglik: criterion,
      // The same model, which the cases hold a second time as nlme fits it.
      nlme_gls: list({
        minus2loglik: criterion,
        coef: named(names, Array.from(model.coefficients)),
        se: named(names, errors),
      }),
      max_abs_gradient: model.largestSlope,
    });
  }),
};
