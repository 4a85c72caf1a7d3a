import { tCritical, tTwoSidedP } from "@alongside/statistics/distribution/student-t";
import { robustCovariance } from "@alongside/statistics/regression/robust-covariance";
import type { Arguments } from "../dialect/arguments";
import { DialectError } from "../dialect/failure";
import { frame, list, named, number, numbers, texts } from "../dialect/make";
import { parse } from "../dialect/parse";
import { asList, asNumbers, asTexts, completeNumbers, entryOf } from "../dialect/read";
import { type Bindings, bind, type RList, type RValue } from "../dialect/values";
import { limits } from "./coefficient-limits";
import { coefficientTable } from "./linear-models";
import { differencesTable, meansTable } from "./marginal-means";
import { type FittedRegression, REGRESSION, standardErrors } from "./regression-models";
import { anovaTable, clustered, satterthwaite, testOf } from "./robust-errors";

const HC = ["HC0", "HC1", "HC2", "HC3", "HC4"] as const;

export const COHORT_COMPARISON: Bindings = {
  /** anc(f, d, group): analysis of covariance in full. */
  anc: bind("f d g", (args) => {
    const fitted = args.call("lm", [args.value("f"), args.value("d")]);
    const fit = REGRESSION.read(fitted);
    const { model } = fit;
    if (model.kind !== "linear-model") throw new DialectError("Expected a linear model");
    const { names, coefficients, degreesOfFreedom: df, f } = model;
    const group = args.text("g");
    const table = (errors: readonly number[]) =>
      args.call("coefdf", [coefficientTable(names, coefficients, errors, { label: "t", p: (t) => tTwoSidedP(t, df) })]);
    const interval = (errors: readonly number[]) =>
      limits(
        names,
        errors.map((error, index) => around(coefficients[index] ?? 0, error * tCritical(0.95, df))),
        0.95,
      );
    const own = standardErrors(model.covariance);
    const robust = robustCovariance(model, "HC3");
    const anova = asList(anovaTable(fit));
    const position = model.design.terms.findIndex((term) => term.length === 1 && term[0] === group) + 1;
    const columns = names.filter((_, index) => model.design.assign[model.determined[index] ?? -1] === position);
    const wald = testOf(fit, columns, robust, df);
    return list({
      n: model.n,
      coef: table(own),
      ci95: interval(own),
      r2: model.rSquared,
      adj_r2: model.adjustedRSquared,
      sigma: model.sigma,
      df_resid: df,
      F: f === null ? [] : [f.statistic, f.df1, f.df2],
      se_HC: list(
        Object.fromEntries(HC.map((type) => [type, named(names, standardErrors(robustCovariance(model, type)))])),
      ),
      HC3: table(standardErrors(robust)),
      HC3_ci95: interval(standardErrors(robust)),
      anova_type2: frame({
        term: texts(anova.attributes.rowNames ?? []),
        "Sum.Sq": columnOf(anova, "Sum Sq"),
        Df: columnOf(anova, "Df"),
        "F.value": columnOf(anova, "F value"),
        "Pr..F.": columnOf(anova, "Pr(>F)"),
      }),
      HC3_wald_group: list({ F: wald.f, df1: wald.df1, df2: df, p: wald.pValue }),
      emmeans: meansTable(fit, group),
      pairwise_unadjusted: differencesTable(fit, group, "tests"),
      pairwise_ci95: differencesTable(fit, group, "limits"),
      aic: model.aic,
      bic: model.bic,
      loglik: model.logLikelihood,
    });
  }),

  /** did(L): difference in differences of long rows with columns id, y, post and trt. */
  did: bind("L", (args) => {
    const data = args.frame("L");
    const formula = args.interpreter.evaluate(parse("y ~ trt * post"), args.environment);
    const fit = REGRESSION.read(args.call("lm", [formula, data]));
    const ids = asTexts(columnOf(data, "id")).values.map((id) => id ?? "NA");
    return list({
      n_rows: fit.model.n,
      n_clusters: new Set(ids).size,
      ...didFigures(args, fit, ids),
      welch_on_change: welch(args, data),
    });
  }),
};

function didFigures(args: Arguments, fit: FittedRegression, ids: readonly string[]) {
  const { model } = fit;
  const { names, coefficients, degreesOfFreedom } = model;
  const interaction = names.indexOf("trt:post");
  const clusterRobust = clustered(fit, ids, "CR2");
  const errors = standardErrors(clusterRobust.covariance);
  const df = satterthwaite(fit, clusterRobust).map((value) => value ?? Number.NaN);
  const p = errors.map((error, index) => tTwoSidedP((coefficients[index] ?? 0) / error, df[index] ?? 1));
  const ends = errors.map((error, index) => around(coefficients[index] ?? 0, error * tCritical(0.95, df[index] ?? 1)));
  const ols = coefficientTable(names, coefficients, standardErrors(model.covariance), {
    label: "t",
    p: (t) => tTwoSidedP(t, degreesOfFreedom),
  });
  return {
    did: coefficients[interaction] ?? null,
    ols: args.call("coefdf", [ols]),
    cluster_HC1_CR1S_se: named(names, standardErrors(clustered(fit, ids, "CR1S").covariance)),
    CR2: frame({
      term: texts(names),
      estimate: numbers([...coefficients]),
      se: numbers(errors),
      t: numbers(errors.map((error, index) => (coefficients[index] ?? 0) / error)),
      df_satterthwaite: numbers(df),
      p: numbers(p),
    }),
    lm_robust_CR2: list({
      se: named(names, errors),
      df: named(names, df),
      p: named(names, p),
      ci_lo: named(
        names,
        ends.map(([low]) => low),
      ),
      ci_hi: named(
        names,
        ends.map(([, high]) => high),
      ),
    }),
  };
}

/** Welch's test of the changes of people with both measurements. */
function welch(args: Arguments, data: RList): RValue {
  const [ids, y, post, treated] = [
    asTexts(columnOf(data, "id")).values,
    completeNumbers(columnOf(data, "y")),
    completeNumbers(columnOf(data, "post")),
    completeNumbers(columnOf(data, "trt")),
  ];
  const before = new Map(ids.flatMap((id, row) => (post[row] === 0 ? [[id, y[row] ?? 0] as const] : [])));
  const changes = (group: number) =>
    numbers(
      ids.flatMap((id, row) => {
        const start = before.get(id);
        return post[row] === 1 && treated[row] === group && start !== undefined ? [(y[row] ?? 0) - start] : [];
      }),
    );
  const [one, other] = [changes(1), changes(0)];
  const test = asList(args.call("t.test", [one, other]));
  const first = (field: string) => asNumbers(entryOf(test, field) ?? number(null)).values[0] ?? null;
  return list({ diff: mean(one) - mean(other), t: first("statistic"), df: first("parameter"), p: first("p.value") });
}

function mean(value: RValue): number {
  const values = completeNumbers(value);
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function columnOf(data: RList, column: string): RValue {
  const found = entryOf(data, column);
  if (found === undefined) throw new DialectError(`No column ${column}`);
  return found;
}

function around(value: number, half: number): [number, number] {
  return [value - half, value + half];
}
