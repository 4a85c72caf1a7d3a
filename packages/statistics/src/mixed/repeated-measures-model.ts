import { areFinite, type InsufficientData, insufficient, tooFew, whereFinite } from "../estimate";
import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { symmetricEigen, symmetricPower } from "../linear-algebra/symmetric-eigen";
import { backTransform, backTransformCovariance } from "./back-transform";
import type { CovarianceUncertainty } from "./mixed-uncertainty";
import { hessianFromGradient, newtonDescent } from "./newton-descent";
import { orthonormalColumns } from "./orthonormal-columns";
import { covarianceGradient, patternTangent, reducePatterns } from "./pattern-reduction";
import {
  coefficientSlope,
  covarianceSlope,
  type LikelihoodMethod,
  slopeWeights,
  solveReduction,
} from "./profiled-criterion";
import { covarianceModel, type VisitStructure } from "./visit-covariance";
import { type VisitPattern, type VisitRows, visitPatterns } from "./visit-patterns";

/** One row per visit that took place; missing visits have no row. */
export interface RepeatedMeasuresDesign extends VisitRows {
  readonly y: Float64Array;
  readonly x: Matrix;
}

export interface RepeatedMeasuresModel {
  readonly kind: "repeated-measures-model";
  readonly method: LikelihoodMethod;
  readonly structure: VisitStructure;
  /** People, and the visits that took place. */
  readonly n: number;
  readonly rows: number;
  /** Different patterns of visits. */
  readonly patterns: number;
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  /** Covariance between the visits of one person. */
  readonly visitCovariance: Matrix;
  /** The largest slope of minus twice the log likelihood by a covariance parameter: how well the search settled. */
  readonly largestSlope: number;
  /** Restricted under REML, with the constants of nlme::gls. */
  readonly logLikelihood: number;
  /** Coefficients and covariance parameters. */
  readonly parameters: number;
  readonly akaike: number;
  /** Derivative of the coefficients by each covariance parameter. */
  readonly coefficientSlopes: readonly Float64Array[];
  readonly uncertainty: CovarianceUncertainty;
}

/** An eigenvalue of the correlations between visits below this means that they are not told apart. */
const SINGULAR = 1e-7;
const ESSENTIALLY_CONSTANT = 1e-12;
const NEGLIGIBLE = 1e-12;

/**
 * Mixed model for repeated measures: y = X beta + e, where a person's errors have a covariance of the given structure
 * over visits and people are independent. People with missing visits stay in, under missing at random.
 * R: nlme::gls(y ~ x, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | visit)) for
 * "unstructured"; corAR1 and corCompSymm, with and without varIdent, for the others.
 * @returns "too-few" with fewer than two visits or not more rows than coefficients, "no-spread" when X explains
 * everything, "not-identifiable" when X repeats itself, somebody has two rows for a visit, or the structure has a
 * parameter no two visits speak to, "no-convergence" when the search does not settle or ends at a singular covariance
 * @throws RangeError when lengths differ or a code lies outside its range
 */
export function repeatedMeasuresModel(
  design: RepeatedMeasuresDesign,
  structure: VisitStructure,
  method: LikelihoodMethod = "REML",
): RepeatedMeasuresModel | InsufficientData {
  checkDesign(design);
  const { y, x, visitCount } = design;
  const n = y.length;
  if (!areFinite(y, x.values)) return insufficient("not-finite", n);
  const p = x.columns;
  if (visitCount < 2) return tooFew(2, visitCount);
  if (n <= p + 1) return tooFew(p + 2, n);
  const basis = orthonormalColumns(x, y);
  const rest = basis?.columns[p];
  if (basis === null || rest === undefined) return insufficient("not-identifiable", n);
  const spread = Math.sqrt(sumOfSquares(rest));
  if (spread <= ESSENTIALLY_CONSTANT * Math.sqrt(sumOfSquares(y))) return insufficient("no-spread", n);
  // Residuals are brought to a variance near one, where the search starts.
  const scale = spread / Math.sqrt(n - p);
  const width = p + 1;
  const scaled = [...basis.columns.slice(0, p), rest.map((value) => value / scale)];
  const patterns = visitPatterns(design, scaled);
  if (patterns === null || !isIdentified(patterns, structure, visitCount)) return insufficient("not-identifiable", n);

  const model = covarianceModel(structure, visitCount);
  const slopesAt = (parameters: Float64Array) => {
    const { covariance, slopes } = model.at(parameters);
    const reduced = reducePatterns(patterns, covariance, width);
    const solution = reduced === null ? null : solveReduction(reduced.reduction, width);
    if (reduced === null || solution === null) return null;
    const fixed = method === "REML" ? solution.logDeterminant : 0;
    const value = reduced.reduction.logDeterminant + fixed + solution.residualSumOfSquares;
    const byEntry = covarianceGradient(patterns, reduced.inverses, slopeWeights(solution, method, 1), visitCount);
    const gradient = Float64Array.from(slopes, (slope) => innerProduct(byEntry, slope));
    if (!Number.isFinite(value) || !gradient.every(Number.isFinite)) return null;
    return { value, gradient, solution, inverses: reduced.inverses };
  };
  const found = newtonDescent(slopesAt, model.start);
  const best = found.kind === "minimum" ? slopesAt(found.at) : null;
  if (found.kind !== "minimum" || best === null) return insufficient("no-convergence", n);
  const { covariance, slopes } = model.at(found.at);
  const hessian = hessianFromGradient((at) => slopesAt(at)?.gradient ?? null, found.at);
  if (hessian === null || isSingular(covariance)) return insufficient("no-convergence", n);

  const variance = scale ** 2;
  const { solution } = best;
  const tangents = slopes.map((slope) => patternTangent(patterns, best.inverses, slope, width));
  const covarianceSlopes = tangents.map((tangent) =>
    backTransformCovariance(basis.upper, covarianceSlope(tangent, solution), variance),
  );
  const coefficientSlopes = tangents.map((tangent) =>
    backTransform(
      basis.upper,
      coefficientSlope(tangent, solution).map((value) => scale * value),
    ),
  );
  const degrees = method === "REML" ? n - p : n;
  const criterion =
    best.value + degrees * Math.log(2 * Math.PI * variance) + (method === "REML" ? basis.logDeterminant : 0);
  const parameters = p + found.at.length;
  const moved = basis.projection.map((value, i) => value + scale * (solution.coefficients[i] ?? 0));
  return whereFinite(
    {
      kind: "repeated-measures-model",
      method,
      structure,
      n: patterns.reduce((total, { people }) => total + people, 0),
      rows: n,
      patterns: patterns.length,
      coefficients: backTransform(basis.upper, moved),
      covariance: backTransformCovariance(basis.upper, solution.covariance, variance),
      visitCovariance: times(covariance, variance),
      largestSlope: Math.max(...best.gradient.map(Math.abs)),
      logLikelihood: -criterion / 2,
      parameters,
      akaike: criterion + 2 * parameters,
      coefficientSlopes,
      uncertainty: { slopes: covarianceSlopes, parameterCovariance: times(symmetricPower(hessian, -1, NEGLIGIBLE), 2) },
    },
    n,
  );
}

function checkDesign({ y, x, people, visits, visitCount }: RepeatedMeasuresDesign): void {
  const n = y.length;
  if (x.rows !== n || people.length !== n || visits.length !== n) throw new RangeError("Columns of different lengths");
  if (people.some((person) => person < 0)) throw new RangeError("A person's number is negative");
  if (visits.some((visit) => visit < 0 || visit >= visitCount)) throw new RangeError("A visit lies outside its range");
}

/** Whether somebody was seen at every visit and, for an unstructured covariance, at every pair of visits. */
function isIdentified(patterns: readonly VisitPattern[], structure: VisitStructure, visitCount: number): boolean {
  const together = new Set<number>();
  for (const { visits } of patterns) {
    for (const one of visits) for (const other of visits) together.add(one * visitCount + other);
  }
  if (structure === "unstructured") return together.size === visitCount ** 2;
  const everyVisit = Array.from({ length: visitCount }, (_, visit) => together.has(visit * visitCount + visit));
  return everyVisit.every(Boolean) && patterns.some(({ visits }) => visits.length > 1);
}

function isSingular(covariance: Matrix): boolean {
  const size = covariance.rows;
  const deviation = (i: number) => Math.sqrt(covariance.values[i * size + i] ?? 0);
  const correlation = createMatrix(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      correlation.values[i * size + j] = (covariance.values[i * size + j] ?? 0) / deviation(i) / deviation(j);
    }
  }
  return !((symmetricEigen(correlation).values[size - 1] ?? 0) > SINGULAR);
}

function innerProduct(a: Matrix, b: Matrix): number {
  return a.values.reduce((total, value, index) => total + value * (b.values[index] ?? 0), 0);
}

function times(matrix: Matrix, factor: number): Matrix {
  return createMatrix(
    matrix.rows,
    matrix.columns,
    matrix.values.map((value) => factor * value),
  );
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((total, value) => total + value ** 2, 0);
}
