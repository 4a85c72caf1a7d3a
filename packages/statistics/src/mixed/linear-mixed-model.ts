import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { backTransform, backTransformCovariance } from "./back-transform";
import { mixedCriterion } from "./mixed-criterion";
import { checkMixedDesign, type MixedDesign, type RandomTerm } from "./mixed-design";
import { type CovarianceUncertainty, mixedUncertainty } from "./mixed-uncertainty";
import { newtonDescent } from "./newton-descent";
import { type OrthonormalColumns, orthonormalColumns } from "./orthonormal-columns";
import { type LikelihoodMethod, profiledCriterion, solveReduction } from "./profiled-criterion";
import { type RandomStructure, randomStructure, type TermPlace } from "./random-structure";

/** The estimated covariance of one random term's effects. */
export interface VarianceComponents {
  readonly term: RandomTerm;
  /** Variances and covariances, in the units of the outcome. */
  readonly covariance: Matrix;
  /** lme4's theta: the lower triangle of its relative Cholesky factor, column after column. */
  readonly theta: readonly number[];
  /** Conditional modes (BLUPs): one row per group, one column per effect. */
  readonly effects: Matrix;
}

export interface LinearMixedModel {
  readonly kind: "linear-mixed-model";
  readonly method: LikelihoodMethod;
  /** Groups of the factor that has most of them: people, where their repeated values are modelled. */
  readonly n: number;
  /** Values of the outcome. */
  readonly rows: number;
  readonly coefficients: Float64Array;
  /** Covariance of the coefficients. */
  readonly covariance: Matrix;
  /** In the order of the terms given. */
  readonly components: readonly VarianceComponents[];
  /** Residual standard deviation. */
  readonly sigma: number;
  /** Restricted under REML, with lme4's constants. */
  readonly logLikelihood: number;
  /** Coefficients, thetas and sigma. */
  readonly parameters: number;
  readonly akaike: number;
  readonly bayesian: number;
  /** A variance of zero or a correlation of one: the data do not support so many random effects. */
  readonly singular: boolean;
  /** How uncertain `covariance` itself is, for degrees of freedom. */
  readonly uncertainty: CovarianceUncertainty;
}

/** A relative standard deviation below this, each column scaled, is a variance of zero: lme4's isSingular bound. */
const SINGULAR = 1e-4;
/** Spread of the residuals below this share of the outcome is rounding. */
const ESSENTIALLY_CONSTANT = 1e-12;

/**
 * Linear mixed model y = X beta + Z b + e with normal random effects, for one grouping factor, factors nested in each
 * other, or (up to a few hundred groups) crossed ones. The deviance is profiled to theta, the Cholesky factor of the
 * random effects' covariance relative to sigma squared, and minimised by Newton's method with exact gradients.
 * Source: Bates, Maechler, Bolker and Walker (2015), J. Stat. Software 67(1). R: lme4::lmer(y ~ x + (z | g), REML).
 * @returns insufficient data when X repeats itself ("not-identifiable"), there are not more rows than coefficients or
 * than effects of a term ("too-few"), nothing varies ("no-spread") or the search does not settle ("no-convergence")
 * @throws RangeError when lengths differ or a code lies outside its levels
 */
export function linearMixedModel(
  design: MixedDesign,
  method: LikelihoodMethod = "REML",
): LinearMixedModel | InsufficientData {
  checkMixedDesign(design);
  const { y, x, terms } = design;
  const n = y.length;
  if (!areFinite(y, x.values, ...terms.flatMap(({ columns }) => columns.map(({ values }) => values)))) {
    return insufficient("not-finite", n);
  }
  const p = x.columns;
  if (n <= p + 1) return tooFew(p + 2, n);
  for (const term of terms) {
    if (term.levels < 2) return tooFew(2, term.levels);
    if (term.levels * term.columns.length >= n) return tooFew(term.levels * term.columns.length + 1, n);
  }
  const basis = orthonormalColumns(x, y);
  if (basis === null) return insufficient("not-identifiable", n);
  const [largest, spread] = [lengthOf(y), lengthOf(basis.columns[p] ?? y)];
  if (spread <= ESSENTIALLY_CONSTANT * largest) return insufficient("no-spread", n);

  const structure = randomStructure(terms, basis.columns);
  const divisor = method === "REML" ? n - p : n;
  const theta = bestTheta(structure, method, divisor);
  if (theta === null) return insufficient("no-convergence", n);
  const model = describe(design, method, basis, structure, theta, divisor);
  return model === null ? insufficient("no-convergence", n) : whereFinite(model, n);
}

function bestTheta({ reducer, start }: RandomStructure, method: LikelihoodMethod, divisor: number) {
  const evaluate = mixedCriterion(reducer, method, divisor);
  const found = newtonDescent(evaluate, start);
  if (found.kind !== "minimum") return null;
  // On the boundary the search comes as close to zero as rounding allows; zero itself is as likely.
  let best = { theta: found.at, value: found.value };
  found.at.forEach((entry, index) => {
    if (start[index] !== 1 || Math.abs(entry) > SINGULAR) return;
    const moved = Float64Array.from(best.theta);
    moved[index] = 0;
    const there = evaluate(moved)?.value ?? Number.POSITIVE_INFINITY;
    if (there <= best.value + 1e-8) best = { theta: moved, value: there };
  });
  return best.theta;
}

function describe(
  { y, x }: MixedDesign,
  method: LikelihoodMethod,
  basis: OrthonormalColumns,
  structure: RandomStructure,
  theta: Float64Array,
  divisor: number,
): LinearMixedModel | null {
  const { reducer, places } = structure;
  const reduction = reducer.reduce(theta);
  const solution = solveReduction(reduction, reducer.width);
  if (solution === null) return null;
  const sigmaSquared = solution.residualSumOfSquares / divisor;
  const uncertainty = mixedUncertainty(reducer, theta, method, divisor, basis.upper);
  if (uncertainty === null) return null;
  const moved = basis.projection.map((value, i) => value + (solution.coefficients[i] ?? 0));
  const constant = (method === "REML" ? basis.logDeterminant : 0) + divisor * (1 + Math.log(2 * Math.PI));
  const criterion = profiledCriterion(reduction, solution, method, divisor) + constant;
  const parameters = x.columns + theta.length + 1;
  const effects = reducer.effects(theta, Float64Array.from([...solution.coefficients.map((value) => -value), 1]));
  return {
    kind: "linear-mixed-model",
    method,
    n: Math.max(...places.map(({ term }) => term.levels)),
    rows: y.length,
    coefficients: backTransform(basis.upper, moved),
    covariance: backTransformCovariance(basis.upper, solution.covariance, sigmaSquared),
    components: places.map((place) => componentsOf(place, theta, sigmaSquared, effects[place.level])),
    sigma: Math.sqrt(sigmaSquared),
    logLikelihood: -criterion / 2,
    parameters,
    akaike: criterion + 2 * parameters,
    bayesian: criterion + Math.log(y.length) * parameters,
    singular: theta.some((value, index) => structure.start[index] === 1 && Math.abs(value) < SINGULAR),
    uncertainty,
  };
}

/** Undoes the scaling of the columns and gives the diagonal of the factor lme4's positive sign. */
function componentsOf(
  { term, effect, levelSize, theta: from, scales }: TermPlace,
  theta: Float64Array,
  sigmaSquared: number,
  levelEffects: Float64Array = new Float64Array(0),
): VarianceComponents {
  const q = term.columns.length;
  const factor = createMatrix(q, q);
  const own: number[] = [];
  let index = from;
  for (let column = 0; column < q; column += 1) {
    const sign = (theta[index] ?? 0) < 0 ? -1 : 1;
    for (let row = column; row < q; row += 1) {
      const value = (sign * (theta[index] ?? 0)) / (scales[row] ?? 1);
      factor.values[row * q + column] = value;
      own.push(value);
      index += 1;
    }
  }
  const covariance = createMatrix(q, q);
  for (let i = 0; i < q; i += 1) {
    for (let j = 0; j < q; j += 1) {
      let total = 0;
      for (let k = 0; k < q; k += 1) total += (factor.values[i * q + k] ?? 0) * (factor.values[j * q + k] ?? 0);
      covariance.values[i * q + j] = sigmaSquared * total;
    }
  }
  const effects = createMatrix(term.levels, q);
  for (let group = 0; group < term.levels; group += 1) {
    for (let i = 0; i < q; i += 1) {
      effects.values[group * q + i] = (levelEffects[group * levelSize + effect + i] ?? 0) / (scales[i] ?? 1);
    }
  }
  return { term, covariance, theta: own, effects };
}

function lengthOf(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += (values[i] ?? 0) ** 2;
  return Math.sqrt(total);
}
