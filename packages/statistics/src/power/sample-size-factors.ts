import { requirePositive } from "./require-share";

/**
 * How many times as many people as without are needed when baseline values are adjusted for: 1 - r^2, r being their
 * correlation with the outcome. Source: Borm, Fransen and Lemmens, J. Clin. Epidemiol. 60 (2007) 1234-1238.
 */
export function ancovaFactor(correlation: number): number {
  if (!(Math.abs(correlation) <= 1)) throw new RangeError(`Not a correlation: ${correlation}`);
  return 1 - correlation ** 2;
}

/** Groups that people come in, such as one peer supporter's clients. */
export interface Clusters {
  readonly meanSize: number;
  /** Standard deviation of the sizes over their mean; 0 where all are of one size. */
  readonly sizeVariation?: number;
  /** Share of the variance that lies between clusters. */
  readonly intraclassCorrelation: number;
}

/**
 * How many times as many people are needed because those of one cluster are alike: 1 + ((1 + cv^2) m - 1) icc.
 * Source: Eldridge, Ashby and Kerry, Int. J. Epidemiol. 35 (2006) 1292-1300.
 */
export function designEffect({ meanSize, sizeVariation = 0, intraclassCorrelation }: Clusters): number {
  requirePositive(meanSize, "size of a cluster");
  if (!(sizeVariation >= 0 && sizeVariation < Infinity)) throw new RangeError(`Not a variation: ${sizeVariation}`);
  if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
    throw new RangeError(`Not a share of the variance: ${intraclassCorrelation}`);
  }
  return 1 + ((1 + sizeVariation ** 2) * meanSize - 1) * intraclassCorrelation;
}

/** How many times as many people are to be recruited when this share of them is not seen at the end: 1 / (1 - share). */
export function attritionFactor(share: number): number {
  if (!(share >= 0 && share < 1)) throw new RangeError(`Not a share of people lost: ${share}`);
  return 1 / (1 - share);
}
