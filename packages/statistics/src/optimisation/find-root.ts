const MAXIMUM_STEPS = 200;

/**
 * The argument between two ends at which a continuous function crosses zero, or null when it has the same sign at
 * both ends or is not a number on the way. Chandrupatla's bracketing method: inverse quadratic interpolation where it
 * is safe, halving elsewhere; never slower than halving by much and never outside the bracket.
 * Source: Chandrupatla, Advances in Engineering Software 28 (1997) 145-149. R: uniroot(f, c(low, high), tol).
 * @param tolerance width at which the search stops; by default as close as doubles allow
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 0): number | null {
  let [a, b, c] = [high, low, high];
  let [fa, fb] = [f(a), f(b)];
  let fc = fa;
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(Math.sign(fa) * Math.sign(fb) < 0)) return null;
  let share = 0.5;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Number.isNaN(fx)) return null;
    if (Math.sign(fx) === Math.sign(fa)) {
      [c, fc] = [a, fa];
    } else {
      [c, fc] = [b, fb];
      [b, fb] = [a, fa];
    }
    [a, fa] = [x, fx];
    const [best, value] = Math.abs(fb) < Math.abs(fa) ? [b, fb] : [a, fa];
    const width = Math.abs(b - a);
    const limit = (2 * Number.EPSILON * Math.abs(best) + 0.5 * tolerance) / width;
    if (limit > 0.5 || value === 0) return best;
    const position = (a - b) / (c - b);
    const rise = (fa - fb) / (fc - fb);
    const safe = rise ** 2 < position && (1 - rise) ** 2 < 1 - position;
    const interpolated =
      (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    share = safe && Number.isFinite(interpolated) ? interpolated : 0.5;
    share = Math.min(1 - limit, Math.max(limit, share));
  }
  return a;
}
