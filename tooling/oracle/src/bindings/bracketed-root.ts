/**
 * The root that R's uniroot() arrives at, step for step: Brent's method with inverse quadratic interpolation, stopping at
 * the first value of exactly 0. Of a step function that is 0 over a stretch this decides which point of the stretch is
 * reported, so another way of searching would give another, equally good figure.
 * Source: Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
 * @param f of opposite signs at the two ends
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number, tolerance: number): number {
  let [a, b] = [from, to];
  let [atA, atB] = [f(a), f(b)];
  let [c, atC] = [a, atA];
  for (;;) {
    const lastStep = b - a;
    if (Math.abs(atC) < Math.abs(atB)) {
      [a, b, c] = [b, c, b];
      [atA, atB, atC] = [atB, atC, atB];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || atB === 0) return b;
    let step = half;
    if (Math.abs(lastStep) >= least && Math.abs(atA) > Math.abs(atB)) {
      const [p, q] = interpolation({ a, b, c }, { a: atA, b: atB, c: atC });
      if (p < 0.75 * (c - b) * q - Math.abs(least * q) / 2 && p < Math.abs((lastStep * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < least) step = step > 0 ? least : -least;
    [a, atA] = [b, atB];
    b += step;
    atB = f(b);
    if ((atB > 0 && atC > 0) || (atB < 0 && atC < 0)) [c, atC] = [a, atA];
  }
}

interface Three {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Numerator, not below 0, and denominator of the interpolated step from b. */
function interpolation(at: Three, value: Three): readonly [number, number] {
  const width = at.c - at.b;
  const ratio = value.b / value.a;
  let [p, q] = [width * ratio, 1 - ratio];
  if (at.a !== at.c) {
    const [outer, inner] = [value.a / value.c, value.b / value.c];
    p = ratio * (width * outer * (outer - inner) - (at.b - at.a) * (inner - 1));
    q = (outer - 1) * (inner - 1) * (ratio - 1);
  }
  return p > 0 ? [p, -q] : [-p, q];
}
