/** Mean and standard deviation of a population. */
export interface Population {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Values that separate people with the complaint from people without. */
export interface ClinicalCutOffs {
  /** Two standard deviations from the clinical mean, towards function. */
  readonly a: number;
  /** Two standard deviations from the mean of the general population, towards the complaint. */
  readonly b: number;
  /** Between the two means, each weighted by the other's standard deviation: equally likely from both populations. */
  readonly c: number;
}

/**
 * Cut-offs a, b and c. Source: Jacobson & Truax, J. Consult. Clin. Psychol. 59 (1991) 12-19.
 * @throws RangeError when a standard deviation is not above 0
 */
export function clinicalCutOffs(clinical: Population, general: Population, lowerIsBetter: boolean): ClinicalCutOffs {
  for (const { standardDeviation } of [clinical, general]) {
    if (!(standardDeviation > 0)) throw new RangeError(`Not a standard deviation: ${standardDeviation}`);
  }
  const towardsFunction = lowerIsBetter ? -1 : 1;
  const total = clinical.standardDeviation + general.standardDeviation;
  return {
    a: clinical.mean + towardsFunction * 2 * clinical.standardDeviation,
    b: general.mean - towardsFunction * 2 * general.standardDeviation,
    c: (clinical.standardDeviation / total) * general.mean + (general.standardDeviation / total) * clinical.mean,
  };
}
