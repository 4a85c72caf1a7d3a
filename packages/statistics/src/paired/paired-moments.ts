/**
 * What every paired statistic is computed from. Null where it does not exist: means need one pair, standard deviations
 * (divisor n - 1) two, the correlation also some spread on both sides. Values may be infinite where doubles end.
 */
export interface PairedMoments {
  readonly n: number;
  readonly meanPre: number | null;
  readonly meanPost: number | null;
  /** Mean of post - pre. */
  readonly meanChange: number | null;
  readonly sdPre: number | null;
  readonly sdPost: number | null;
  /** Standard deviation of post - pre. Exactly 0 when every pair changed by the same amount. */
  readonly sdChange: number | null;
  /** Pearson correlation of pre and post. */
  readonly correlation: number | null;
}

export const NO_PAIRS: PairedMoments = {
  n: 0,
  meanPre: null,
  meanPost: null,
  meanChange: null,
  sdPre: null,
  sdPost: null,
  sdChange: null,
  correlation: null,
};
