import { createMatrix, type Matrix } from "../linear-algebra/matrix";
import { symmetricPower } from "../linear-algebra/symmetric-eigen";
import { backTransformCovariance } from "./back-transform";
import { hessianFromGradient } from "./newton-descent";
import { covarianceSlope, type LikelihoodMethod, slopeWeights, solveReduction } from "./profiled-criterion";
import { type Reducer, slopesFromTangents } from "./reduction";

/** How a covariance of coefficients depends on the covariance parameters, and how well those are known. */
export interface CovarianceUncertainty {
  /** Derivative of the covariance by each parameter. */
  readonly slopes: readonly Matrix[];
  /** Covariance of the parameters, from the observed information. */
  readonly parameterCovariance: Matrix;
}

/** Curvature below this share of the largest belongs to a parameter the data say nothing about. */
const NEGLIGIBLE = 1e-10;

/** Uncertainty at the optimum, with theta and log sigma squared as the parameters; null where undefined. */
export function mixedUncertainty(
  reducer: Reducer,
  theta: Float64Array,
  method: LikelihoodMethod,
  divisor: number,
  upper: Matrix,
): CovarianceUncertainty | null {
  const differentiated = reducer.differentiate(theta);
  const solution = solveReduction(differentiated.value, reducer.width);
  if (solution === null) return null;
  const tangents = differentiated.tangents();
  const sigmaSquared = solution.residualSumOfSquares / divisor;
  const inner = hessianFromGradient((at) => {
    const there = reducer.differentiate(at);
    const solved = solveReduction(there.value, reducer.width);
    if (solved === null) return null;
    return there.slopes(slopeWeights(solved, method, sigmaSquared));
  }, theta);
  if (inner === null) return null;
  // Of the residual sum of squares alone, which is what sigma divides.
  const residuals = tangents.map(({ crossProduct }) => ({ logDeterminant: 0, crossProduct }));
  const residualSlopes = slopesFromTangents(residuals, slopeWeights(solution, "ML", sigmaSquared));
  const size = theta.length + 1;
  const hessian = createMatrix(size, size);
  tangents.forEach((_, i) => {
    for (let j = 0; j < theta.length; j += 1) hessian.values[i * size + j] = inner.values[i * theta.length + j] ?? 0;
    const mixed = -(residualSlopes[i] ?? 0);
    hessian.values[i * size + theta.length] = mixed;
    hessian.values[theta.length * size + i] = mixed;
  });
  hessian.values[size * size - 1] = divisor;
  const slopes = tangents.map((tangent) =>
    backTransformCovariance(upper, covarianceSlope(tangent, solution), sigmaSquared),
  );
  const parameterCovariance = symmetricPower(hessian, -1, NEGLIGIBLE);
  parameterCovariance.values.forEach((entry, index) => {
    parameterCovariance.values[index] = 2 * entry;
  });
  return {
    slopes: [...slopes, backTransformCovariance(upper, solution.covariance, sigmaSquared)],
    parameterCovariance,
  };
}
