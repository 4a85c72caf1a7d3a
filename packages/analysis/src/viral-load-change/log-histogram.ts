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

/** Where results stop being suppressed, and on which side of it each value counts. No bar reaches across. */
export interface HistogramCut {
  /** Logarithm of the threshold. */
  readonly at: number;
  /** By value; a result that does not tell is neither. */
  readonly statuses: readonly ("suppressed" | "unsuppressed" | "undetermined")[];
}

/**
 * The people below their limits, bars of half a logarithm, and those above their limits. Neighbours are joined until every bar
 * holds nobody or at least as many people as may be shown; the last are joined backwards.
 * @param cut the threshold of the table the bars stand beside. Its two sides are joined apart, so that no bar less a number
 *   of that table leaves a few; where a result does not tell on which side it lies, there are no bars
 * @returns no bars when there are fewer people than may be shown
 */
export function logHistogram(
  values: readonly CensoredValue[],
  threshold: number,
  cut: HistogramCut | null = null,
): readonly LogBar[] {
  const k = effectiveThreshold(threshold);
  if (values.length < k) return [];
  if (cut === null || k === 1) return trimmed(joinSmall(barsOf(values, null), k));
  if (cut.statuses.includes("undetermined")) return [];
  const side = (status: "suppressed" | "unsuppressed") => values.filter((_, at) => cut.statuses[at] === status);
  const low = joinSmall(barsOf(side("suppressed"), { to: cut.at }), k);
  const high = joinSmall(barsOf(side("unsuppressed"), { from: cut.at }), k);
  const [last, next] = [low.at(-1), high[0]];
  if (last === undefined || next === undefined) return trimmed([...low, ...high]);
  // Between the two sides lies whatever neither reaches.
  const [end, start] = [last.to ?? cut.at, next.from ?? cut.at];
  return trimmed([...low, ...(start > end ? [{ from: end, to: start, count: 0 }] : []), ...high]);
}

function trimmed(bars: readonly LogBar[]): readonly LogBar[] {
  return bars.filter((bar, index, { length }) => bar.count > 0 || (index > 0 && index < length - 1));
}

function barsOf(
  values: readonly CensoredValue[],
  side: { readonly from?: number; readonly to?: number } | null,
): LogBar[] {
  const exact = values.flatMap((one) => (one.kind === "exact" ? [one.value] : []));
  const least = side?.from ?? Number.NEGATIVE_INFINITY;
  const most = side?.to ?? Number.POSITIVE_INFINITY;
  // A value at the threshold itself belongs to the bar on its own side.
  const placeOf = (value: number) =>
    Math.max(Math.floor(least / WIDTH), Math.min(Math.floor(value / WIDTH), Math.ceil(most / WIDTH) - 1));
  const places = exact.map(placeOf);
  const [start, end] = [Math.min(...places), Math.max(...places)];
  const edge = (place: number) => Math.max(least, Math.min(most, place * WIDTH));
  const count = (kind: CensoredValue["kind"]) => values.filter((one) => one.kind === kind).length;
  // Where nobody lies beyond a limit, no bar may say so, not even one that others were joined to.
  const beyond = (bar: LogBar): readonly LogBar[] => (bar.count === 0 ? [] : [bar]);
  const none = exact.length === 0;
  return [
    ...beyond({ from: null, to: none ? (side?.to ?? null) : edge(start), count: count("below") }),
    ...Array.from({ length: none ? 0 : end - start + 1 }, (_, index) => {
      const place = start + index;
      return { from: edge(place), to: edge(place + 1), count: places.filter((one) => one === place).length };
    }),
    ...beyond({ from: none ? (side?.from ?? null) : edge(end + 1), to: null, count: count("above") }),
  ];
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
