import { chiSquaredUpper } from "../distribution/chi-squared";
import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { type Cholesky, choleskyDecompose } from "../linear-algebra/cholesky";
import { createMatrix, type Matrix, multiplyVector } from "../linear-algebra/matrix";
import { dot, entry } from "../linear-algebra/vector";
import { type CoxLikelihood, coxLikelihood, type TiesMethod } from "./cox-likelihood";
import { type CoxData, coxData } from "./cox-risk-sets";
import { robustCovariance } from "./cox-robust";
import { type FollowUp, isFiniteFollowUp } from "./follow-up";

const MOST_STEPS = 60;
/** Steps of standardised coefficients below this are rounding. */
const SETTLED = 1e-9;
/** Steps that stay above LARGE while the likelihood gains less than NOTHING lead to infinity. */
const LARGE = 1e-3;
const NOTHING = 1e-11;

/** A Cox model: whose time, by what, within what. */
export interface CoxModel {
  readonly followUp: FollowUp;
  /** One row per row of the follow-up, without an intercept. */
  readonly predictors: Matrix;
  /** Code of each row's stratum, each with its own baseline hazard. */
  readonly strata?: readonly number[];
  /** Code of each row's cluster, such as a person with several rows or a site; asks for the robust covariance. */
  readonly clusters?: readonly number[];
  /** Efron's treatment of ties without it. */
  readonly ties?: TiesMethod;
}

/** A chi-squared test that all coefficients are 0. */
export interface ChiSquaredTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** A fitted Cox model. Coefficients are log hazard ratios, in the order of the columns. */
export interface CoxFit {
  readonly kind: "fit";
  readonly n: number;
  readonly events: number;
  readonly coefficients: Float64Array;
  /** Inverse of the observed information. */
  readonly covariance: Matrix;
  /** Sandwich by cluster (Lin & Wei 1989), present when clusters were given. */
  readonly robust?: Matrix;
  readonly logLikelihood: { readonly null: number; readonly fitted: number };
  readonly likelihoodRatio: ChiSquaredTest;
  /** By the robust covariance where there is one. */
  readonly wald: ChiSquaredTest;
  readonly score: ChiSquaredTest;
}

/**
 * Cox's proportional hazards regression by Newton's method. Cox (1972), J R Stat Soc B 34, 187-220; Efron (1977) or Breslow
 * (1974) for ties; Lin & Wei (1989), J Am Stat Assoc 84, 1074-1078 for the robust covariance; late entry and several rows per
 * person as Andersen & Gill (1982). R: coxph(Surv(entry, exit, event) ~ x + strata(s) + cluster(id)).
 * Without a predictor there is only the likelihood. R: coxph(Surv(exit, event) ~ 1).
 * @returns insufficient data without events, for predictors that repeat each other and where a coefficient runs to infinity
 *   because one side has all or none of the events
 * @throws RangeError for impossible follow-up or lengths that differ
 */
export function coxRegression(model: CoxModel): CoxFit | InsufficientData {
  const { ties = "efron", clusters } = model;
  const { followUp, predictors } = model;
  if (!isFiniteFollowUp(followUp) || !areFinite(predictors.values)) return insufficient("not-finite", predictors.rows);
  const data = coxData(model.followUp, model.predictors, model.strata);
  const [n, size] = [data.exit.length, data.predictors.columns];
  if (clusters !== undefined && clusters.length !== n)
    throw new RangeError(`${n} exits but ${clusters.length} clusters`);
  if (n < 2) return tooFew(2, n);
  const events = data.event.filter((happened, row) => happened && entry(data.weights, row) > 0).length;
  if (events === 0) return insufficient("no-events", n);

  const start = coxLikelihood(data, new Float64Array(size), ties);
  if (size === 0) return withoutPredictors(n, events, start.logLikelihood);
  const first = choleskyDecompose(start.information);
  if (first.kind === "not-positive-definite") return insufficient("not-identifiable", n);
  const found = climb(data, ties, start, first);
  if (found === null) return insufficient("no-convergence", n);
  if (found === "infinite") return insufficient("not-identifiable", n);

  const { scaled, likelihood } = found;
  const inverse = found.decomposed.inverse();
  const together = new Set(clusters).size;
  // The pulls of all clusters add up to nothing, so that they span one dimension fewer than there are clusters.
  if (clusters !== undefined && together <= size) return tooFew(size + 1, together);
  const robust = clusters === undefined ? undefined : robustCovariance(data, scaled, ties, inverse, clusters);
  const wald = waldStatistic(scaled, likelihood.information, robust);
  if (wald === null) return insufficient("not-identifiable", n);
  return whereFinite(
    {
      kind: "fit",
      n,
      events,
      coefficients: scaled.map((value, i) => value / entry(data.scale, i)),
      covariance: unscale(inverse, data.scale),
      ...(robust === undefined ? {} : { robust: unscale(robust, data.scale) }),
      logLikelihood: { null: start.logLikelihood, fitted: likelihood.logLikelihood },
      likelihoodRatio: chiSquared(2 * (likelihood.logLikelihood - start.logLikelihood), size),
      wald: chiSquared(wald, size),
      score: chiSquared(squaredLength(first.whiten(start.score)), size),
    },
    n,
  );
}

function withoutPredictors(n: number, events: number, logLikelihood: number): CoxFit {
  const nothing = { statistic: 0, degreesOfFreedom: 0, pValue: 1 };
  return {
    kind: "fit",
    n,
    events,
    coefficients: new Float64Array(),
    covariance: createMatrix(0, 0),
    logLikelihood: { null: logLikelihood, fitted: logLikelihood },
    likelihoodRatio: nothing,
    wald: nothing,
    score: nothing,
  };
}

interface Summit {
  readonly scaled: Float64Array;
  readonly likelihood: CoxLikelihood;
  readonly decomposed: Cholesky;
}

/** Newton's steps, halved whenever the likelihood would fall. */
function climb(data: CoxData, ties: TiesMethod, start: CoxLikelihood, first: Cholesky): Summit | "infinite" | null {
  let here: Summit = { scaled: new Float64Array(start.score.length), likelihood: start, decomposed: first };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const direction = here.decomposed.solve(here.likelihood.score);
    let next: Summit | null = null;
    for (let share = 1; next === null && share > 1e-6; share /= 2) {
      const scaled = here.scaled.map((value, i) => value + share * entry(direction, i));
      const likelihood = coxLikelihood(data, scaled, ties);
      const slack = 1e-12 * Math.abs(here.likelihood.logLikelihood);
      if (!(likelihood.logLikelihood >= here.likelihood.logLikelihood - slack)) continue;
      const decomposed = choleskyDecompose(likelihood.information);
      if (decomposed.kind === "not-positive-definite") return "infinite";
      next = { scaled, likelihood, decomposed };
    }
    if (next === null) return null;
    const largest = Math.max(...direction.map(Math.abs));
    if (largest < SETTLED) return next;
    if (largest > LARGE && next.likelihood.logLikelihood - here.likelihood.logLikelihood < NOTHING) return "infinite";
    here = next;
  }
  return null;
}

function waldStatistic(scaled: Float64Array, information: Matrix, robust: Matrix | undefined): number | null {
  if (robust === undefined) return dot(scaled, multiplyVector(information, scaled));
  const decomposed = choleskyDecompose(robust);
  return decomposed.kind === "not-positive-definite" ? null : squaredLength(decomposed.whiten(scaled));
}

function squaredLength(values: Float64Array): number {
  return dot(values, values);
}

function chiSquared(statistic: number, degreesOfFreedom: number): ChiSquaredTest {
  const atLeastZero = Math.max(0, statistic);
  return { statistic: atLeastZero, degreesOfFreedom, pValue: chiSquaredUpper(atLeastZero, degreesOfFreedom) };
}

function unscale({ rows, columns, values }: Matrix, scale: Float64Array): Matrix {
  return createMatrix(
    rows,
    columns,
    values.map((value, cell) => value / entry(scale, Math.floor(cell / columns)) / entry(scale, cell % columns)),
  );
}
