const MAXIMUM_STEPS = 1000;

/**
 * Where a function crosses zero between two ends of opposite sign, by Brent's own steps, so that a search with a coarse
 * tolerance stops at the same place as other programs'. Elsewhere `findRoot` is the better choice.
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4. R: uniroot(f, c(low, high), tol).
 * @param tolerance width at which to stop; 0 for as close as doubles allow
 * @returns null when the signs are the same
 */
export function brentRoot(f: (x: number) => number, low: number, high: number, tolerance: number): number | null {
  let [a, fa] = [low, f(low)];
  let [b, fb] = [high, f(high)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return null;
  let [c, fc] = [a, fa];
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const before = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, fa, b, fb] = [b, fb, c, fc];
      [c, fc] = [a, fa];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) return b;
    let move = half;
    if (Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb)) {
      const inner = interpolate({ a, fa, b, fb, c, fc });
      const within = 1.5 * half * Math.sign(half) - least / 2;
      if (Math.abs(inner) < within && inner * half > 0 && Math.abs(inner) < Math.abs(before / 2)) move = inner;
    }
    if (Math.abs(move) < least) move = move > 0 ? least : -least;
    [a, fa] = [b, fb];
    b += move;
    fb = f(b);
    if (fb > 0 === fc > 0) [c, fc] = [a, fa];
  }
  return b;
}

interface Points {
  readonly a: number;
  readonly fa: number;
  readonly b: number;
  readonly fb: number;
  readonly c: number;
  readonly fc: number;
}

/** The step from b to the zero of the line through two points, or of the inverse parabola through three. */
function interpolate({ a, fa, b, fb, c, fc }: Points): number {
  const ratio = fb / fa;
  if (a === c) return ((b - c) * ratio) / (1 - ratio);
  const [first, second] = [fa / fc, fb / fc];
  const above = ratio * ((c - b) * first * (first - second) - (b - a) * (second - 1));
  const below = -(first - 1) * (second - 1) * (ratio - 1);
  return above / below;
}
