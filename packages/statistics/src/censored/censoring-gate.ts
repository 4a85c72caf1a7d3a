/** What may be said of values at one wave or in one group, given how many of them lie beyond their limits. */
export type CensoringGate = {
  /** The largest share censored in any of the groups. */
  readonly share: number;
} & (
  | { readonly kind: "no-values" }
  /** A mean by censored likelihood may be shown. */
  | { readonly kind: "mean" }
  /** No mean: shares below cut-offs, and those quantiles that the limits leave visible. */
  | { readonly kind: "quantiles-only" }
  /** No mean and no quantile: shares below cut-offs and time to rebound. */
  | { readonly kind: "shares-only" }
);

const NO_MEAN_ABOVE = 0.5;
const NO_QUANTILE_ABOVE = 0.8;

/**
 * Decides what censored values can carry. The model's mean rests on its assumed shape alone once more than half of the values
 * of any wave are unseen, and nothing but shares is left above four fifths.
 * @param groups per wave or group, how many values there are and how many of them are censored
 * @throws RangeError when counts are negative, not whole, or more are censored than there are
 */
export function censoringGate(groups: readonly { readonly n: number; readonly censored: number }[]): CensoringGate {
  for (const { n, censored } of groups) {
    if (!(Number.isInteger(n) && Number.isInteger(censored) && censored >= 0 && censored <= n)) {
      throw new RangeError(`${censored} of ${n} censored`);
    }
  }
  const shares = groups.filter(({ n }) => n > 0).map(({ n, censored }) => censored / n);
  if (shares.length === 0) return { kind: "no-values", share: 0 };
  const share = Math.max(...shares);
  if (share > NO_QUANTILE_ABOVE) return { kind: "shares-only", share };
  return { kind: share > NO_MEAN_ABOVE ? "quantiles-only" : "mean", share };
}
