interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Points on the cubic spline through some points, as many as wanted and equally far apart. Its third derivative at
 * either end is that of the cubic through the four points there (Forsythe, Malcolm and Moler 1977, chapter 4).
 * R: spline(x, y, n).
 */
export function splinePoints(x: readonly number[], y: readonly number[], count: number): Curve {
  const n = x.length;
  const [low = 0, high = 0] = [x[0], x[n - 1]];
  const second = curvatures(x, y);
  const at = Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
  let piece = 0;
  const values = at.map((value) => {
    while (piece < n - 2 && value > (x[piece + 1] ?? 0)) piece += 1;
    const [from = 0, to = 0] = [x[piece], x[piece + 1]];
    const width = to - from;
    const [right, left] = [(value - from) / width, (to - value) / width];
    const bend = (side: number, curvature: number) => side * (side * side - 1) * width * width * curvature;
    return (
      left * (y[piece] ?? 0) +
      right * (y[piece + 1] ?? 0) +
      bend(left, second[piece] ?? 0) +
      bend(right, second[piece + 1] ?? 0)
    );
  });
  return { x: at, y: values };
}

/** A sixth of the spline's second derivative at its points. */
function curvatures(x: readonly number[], y: readonly number[]): readonly number[] {
  const n = x.length;
  const width = (i: number) => (x[i + 1] ?? 0) - (x[i] ?? 0);
  const slope = (i: number) => ((y[i + 1] ?? 0) - (y[i] ?? 0)) / width(i);
  // Divided differences of the second and third order, from point i on.
  const bend = (i: number) => (slope(i + 1) - slope(i)) / ((x[i + 2] ?? 0) - (x[i] ?? 0));
  const third = (i: number) => (bend(i + 1) - bend(i)) / ((x[i + 3] ?? 0) - (x[i] ?? 0));
  const diagonal = Array.from({ length: n }, (_, i) => 2 * (width(i - 1) + width(i)));
  const right = Array.from({ length: n }, (_, i) => slope(i) - slope(i - 1));
  diagonal[0] = -width(0);
  diagonal[n - 1] = -width(n - 2);
  right[0] = n > 3 ? width(0) ** 2 * third(0) : 0;
  right[n - 1] = n > 3 ? -(width(n - 2) ** 2) * third(n - 4) : 0;
  for (let i = 1; i < n; i += 1) {
    const share = width(i - 1) / (diagonal[i - 1] ?? 1);
    diagonal[i] = (diagonal[i] ?? 0) - share * width(i - 1);
    right[i] = (right[i] ?? 0) - share * (right[i - 1] ?? 0);
  }
  const found = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    const known = i === n - 1 ? 0 : width(i) * (found[i + 1] ?? 0);
    found[i] = ((right[i] ?? 0) - known) / (diagonal[i] ?? 1);
  }
  return found;
}

/** The x at which the lines between points reach a height; null beyond them. R: approx(y, x, xout). */
export function whereAt({ x, y }: Curve, height: number): number | null {
  const order = y.map((_, index) => index).sort((a, b) => (y[a] ?? 0) - (y[b] ?? 0));
  for (let k = 0; k + 1 < order.length; k += 1) {
    const [from = 0, to = 0] = [order[k], order[k + 1]];
    const [low = 0, high = 0] = [y[from], y[to]];
    if (height < low || height > high || high === low) continue;
    const [start = 0, end = 0] = [x[from], x[to]];
    return start + ((end - start) * (height - low)) / (high - low);
  }
  return null;
}
