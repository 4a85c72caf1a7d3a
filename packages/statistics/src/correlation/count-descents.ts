/** Pairs of places of which the earlier holds the larger value, counted while merging sorted runs, in n log n steps. */
export function countDescents(values: readonly number[]): number {
  const n = values.length;
  let source = Float64Array.from(values);
  let target = new Float64Array(n);
  let descents = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) {
      descents += mergeRuns(source, target, from, Math.min(from + width, n), Math.min(from + 2 * width, n));
    }
    [source, target] = [target, source];
  }
  return descents;
}

/** Merges source from..middle with middle..to into target; the number of places each later value moves ahead. */
function mergeRuns(source: Float64Array, target: Float64Array, from: number, middle: number, to: number): number {
  let [left, right, moved] = [from, middle, 0];
  for (let place = from; place < to; place += 1) {
    const [early, late] = [source[left] ?? 0, source[right] ?? 0];
    if (left < middle && (right >= to || early <= late)) {
      target[place] = early;
      left += 1;
    } else {
      target[place] = late;
      right += 1;
      moved += middle - left;
    }
  }
  return moved;
}
