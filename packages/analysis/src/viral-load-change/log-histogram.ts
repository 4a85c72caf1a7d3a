import type { CensoredValue } from "@alongside/statistics/censored/censored-value";
import { effectiveThreshold } from "../disclosure-control/shown-count";

/** People whose log10 copies lie in a stretch; both ends null-able, for "below its limit" and "above its limit". */
export interface LogBar {
  /** Lower end; null where the bar holds people below their limits. */
  readonly from: number | null;
  /** Upper end, not included; null where the bar holds people above their limits. */
  readonly to: number | null;
  readonly count: number;
}

/** Width of a bar before any are joined. */
const WIDTH = 0.5;

/**
 * The people below their limits, bars of half a logarithm, and those above their limits. Neighbours are joined until every bar
 * holds nobody or at least as many people as may be shown; the last are joined backwards.
 * @returns no bars when there are fewer people than may be shown
 */
export function logHistogram(values: readonly CensoredValue[], threshold: number): readonly LogBar[] {
  const k = effectiveThreshold(threshold);
  if (values.length < k) return [];
  const exact = values.flatMap((one) => (one.kind === "exact" ? [one.value] : []));
  const [lowest, highest] = exact.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const start = Math.floor(lowest / WIDTH);
  const bars = exact.length === 0 ? 0 : Math.floor(highest / WIDTH) - start + 1;
  const count = (kind: CensoredValue["kind"]) => values.filter((one) => one.kind === kind).length;
  // Where nobody lies beyond a limit, no bar may say so, not even one that others were joined to.
  const beyond = (bar: LogBar): readonly LogBar[] => (bar.count === 0 ? [] : [bar]);
  const all: LogBar[] = [
    ...beyond({ from: null, to: exact.length === 0 ? null : start * WIDTH, count: count("below") }),
    ...Array.from({ length: bars }, (_, index) => {
      const [from, to] = [(start + index) * WIDTH, (start + index + 1) * WIDTH];
      return { from, to, count: exact.filter((value) => value >= from && value < to).length };
    }),
    ...beyond({ from: exact.length === 0 ? null : (start + bars) * WIDTH, to: null, count: count("above") }),
  ];
  return joinSmall(all, k).filter((bar, index, { length }) => bar.count > 0 || (index > 0 && index < length - 1));
}

function joinSmall(bars: readonly LogBar[], k: number): LogBar[] {
  const joined: LogBar[] = [];
  let open: LogBar | null = null;
  for (const bar of bars) {
    const whole: LogBar = open === null ? bar : { from: open.from, to: bar.to, count: open.count + bar.count };
    open = whole.count > 0 && whole.count < k ? whole : null;
    if (open === null) joined.push(whole);
  }
  while (open !== null) {
    const last = joined.pop();
    if (last === undefined) break;
    const whole: LogBar = { from: last.from, to: open.to, count: last.count + open.count };
    open = whole.count < k ? whole : null;
    if (open === null) joined.push(whole);
  }
  return joined;
}
