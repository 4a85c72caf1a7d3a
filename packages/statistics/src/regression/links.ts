import { normalCdf, normalDensity, normalQuantile } from "../distribution/normal";

/** How a mean hangs together with the linear predictor. */
export interface Link {
  readonly name: "identity" | "log" | "logit" | "probit" | "complementary-log-log";
  /** Linear predictor of a mean. */
  link(mean: number): number;
  /** Mean of a linear predictor. */
  inverse(predictor: number): number;
  /** Slope of the mean at a linear predictor. */
  slope(predictor: number): number;
}

/** Beyond this a probability cannot be told from 0 or 1. */
const EXTREME = 30;
const LEAST = Number.EPSILON;

export const IDENTITY: Link = {
  name: "identity",
  link: (mean) => mean,
  inverse: (predictor) => predictor,
  slope: () => 1,
};

export const LOG: Link = {
  name: "log",
  link: Math.log,
  inverse: (predictor) => Math.max(Math.exp(predictor), LEAST),
  slope: (predictor) => Math.max(Math.exp(predictor), LEAST),
};

export const LOGIT: Link = {
  name: "logit",
  link: (mean) => Math.log(mean / (1 - mean)),
  inverse: (predictor) => {
    const odds = Math.exp(Math.min(EXTREME, Math.max(-EXTREME, predictor)));
    return odds / (1 + odds);
  },
  slope: (predictor) => {
    if (Math.abs(predictor) > EXTREME) return LEAST;
    const odds = Math.exp(predictor);
    return odds / (1 + odds) ** 2;
  },
};

export const PROBIT: Link = {
  name: "probit",
  link: normalQuantile,
  inverse: (predictor) => Math.min(1 - LEAST, Math.max(LEAST, normalCdf(predictor))),
  slope: (predictor) => Math.max(normalDensity(predictor), LEAST),
};

export const COMPLEMENTARY_LOG_LOG: Link = {
  name: "complementary-log-log",
  link: (mean) => Math.log(-Math.log1p(-mean)),
  inverse: (predictor) => Math.min(1 - LEAST, Math.max(LEAST, -Math.expm1(-Math.exp(predictor)))),
  slope: (predictor) => {
    const bounded = Math.min(predictor, 700);
    return Math.max(Math.exp(bounded) * Math.exp(-Math.exp(bounded)), LEAST);
  },
};
