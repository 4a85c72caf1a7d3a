import type { SmoothFunction } from "./newton-descent";
import { type LikelihoodMethod, profiledCriterion, slopeWeights, solveReduction } from "./profiled-criterion";
import type { Reducer } from "./reduction";

/**
 * Minus twice the profiled log likelihood of a linear mixed model as a function of theta, with its gradient.
 * @param divisor of the residual sum of squares: rows less coefficients under REML, rows under maximum likelihood
 */
export function mixedCriterion(reducer: Reducer, method: LikelihoodMethod, divisor: number): SmoothFunction {
  return (theta) => {
    const differentiated = reducer.differentiate(theta);
    const solution = solveReduction(differentiated.value, reducer.width);
    if (solution === null) return null;
    const value = profiledCriterion(differentiated.value, solution, method, divisor);
    const sigmaSquared = solution.residualSumOfSquares / divisor;
    const gradient = differentiated.slopes(slopeWeights(solution, method, sigmaSquared));
    return Number.isFinite(value) ? { value, gradient } : null;
  };
}
