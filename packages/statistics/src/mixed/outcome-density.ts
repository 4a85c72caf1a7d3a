import { logGamma } from "../distribution/log-gamma";

/** An outcome whose distribution belongs to the exponential family, with its canonical link. */
export interface OutcomeDensity {
  /** Mean at a linear predictor. */
  mean(predictor: number): number;
  /** Logarithm of the density of an outcome, given the linear predictor and its mean. */
  log(outcome: number, predictor: number, mean: number): number;
  /** Slope of the mean by the linear predictor, as a function of the mean. */
  variance(mean: number): number;
  /** Slope of that slope. */
  skew(mean: number): number;
}

/** Yes (1) or no (0), on the scale of log odds. */
export const YES_OR_NO: OutcomeDensity = {
  mean: (predictor) => {
    const small = Math.exp(-Math.abs(predictor));
    return (predictor >= 0 ? 1 : small) / (1 + small);
  },
  log: (outcome, predictor) =>
    outcome * predictor - Math.max(predictor, 0) - Math.log1p(Math.exp(-Math.abs(predictor))),
  variance: (mean) => mean * (1 - mean),
  skew: (mean) => mean * (1 - mean) * (1 - 2 * mean),
};

/** Poisson counts, on the scale of the logarithm of their mean. */
export const COUNT: OutcomeDensity = {
  mean: Math.exp,
  log: (outcome, predictor, mean) => outcome * predictor - mean - logGamma(outcome + 1),
  variance: (mean) => mean,
  skew: (mean) => mean,
};
