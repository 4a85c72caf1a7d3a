/** Up to this share the series is used. */
const CLOSE = 0.3;

/**
 * x log(x / m) + m - x for x, m > 0: what an observed x costs where m is expected, exact also when the two are close.
 * Source: Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function deviancePart(x: number, m: number): number {
  const v = (x - m) / (x + m);
  if (!(Math.abs(v) < CLOSE)) return x * Math.log(x / m) + m - x;
  // With log(x / m) = 2 atanh(v): x log(x/m) + m - x = (x - m) v + 2 x (v^3/3 + v^5/5 + ...).
  let total = (x - m) * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= v * v;
    const next = total + power / k;
    if (next === total) return total;
    total = next;
  }
}
