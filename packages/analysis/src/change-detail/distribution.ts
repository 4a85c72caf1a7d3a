import { quantile } from "@alongside/statistics/descriptive/quantile";
import type { ChangePairs } from "../sensitivity/bootstrap-change";

/** A bar: scores from `from` to below `to` (to `to` itself in the last bar), and how many people had one. */
export interface DistributionBin {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/** Scores of the same people before and after. */
export interface Distribution {
  readonly n: number;
  readonly bins: readonly DistributionBin[];
  /** Quartiles, by linear interpolation (R's type 7). */
  readonly before: readonly [number, number, number];
  readonly after: readonly [number, number, number];
  /** Shares of people at the lowest and the highest possible score; null where the measure has no end. */
  readonly floor: { readonly before: number; readonly after: number } | null;
  readonly ceiling: { readonly before: number; readonly after: number } | null;
}

/** More bars than this are a hedge. */
const MOST_BINS = 16;

/**
 * The scores before and after in the same bars. A scale of few whole points has a bar for each; anything else about as many
 * as suit the number of people (Freedman and Diaconis, Z. Wahrscheinlichkeitstheorie 57 (1981) 453-476).
 * @param range lowest and highest possible score; null where there is none
 */
export function distribution(
  { pre, post }: ChangePairs,
  range: { readonly minimum: number; readonly maximum: number } | null,
): Distribution {
  const edges = binEdges([...pre, ...post], range);
  const bins = edges.slice(0, -1).map((from, at): DistributionBin => {
    const to = edges[at + 1] ?? from;
    const last = at === edges.length - 2;
    const inside = (value: number) => value >= from && (value < to || (last && value === to));
    return { from, to, before: pre.filter(inside).length, after: post.filter(inside).length };
  });
  const share = (values: readonly number[], end: number) =>
    values.filter((value) => value === end).length / Math.max(1, values.length);
  const ends = (end: number) => ({ before: share(pre, end), after: share(post, end) });
  return {
    n: pre.length,
    bins,
    before: quartiles(pre),
    after: quartiles(post),
    floor: range && ends(range.minimum),
    ceiling: range && ends(range.maximum),
  };
}

function quartiles(values: readonly number[]): [number, number, number] {
  if (values.length === 0) return [0, 0, 0];
  const [low = 0, middle = 0, high = 0] = [0.25, 0.5, 0.75].map((p) => quantile(values, p));
  return [low, middle, high];
}

function binEdges(
  values: readonly number[],
  range: { readonly minimum: number; readonly maximum: number } | null,
): readonly number[] {
  if (values.length === 0) return [];
  const [lowest, highest] =
    range === null ? [Math.min(...values), Math.max(...values)] : [range.minimum, range.maximum];
  if (highest === lowest) return [lowest, lowest + 1];
  const whole = values.every(Number.isInteger) && Number.isInteger(lowest) && Number.isInteger(highest);
  if (whole) {
    // Bars of whole points, so that none holds more possible scores than its neighbour; the last may reach over the end.
    const width = Math.ceil((highest - lowest + 1) / MOST_BINS);
    const count = Math.ceil((highest - lowest + 1) / width);
    return Array.from({ length: count + 1 }, (_, at) => lowest + at * width);
  }
  const [q1, , q3] = quartiles(values);
  const width = (2 * (q3 - q1)) / Math.cbrt(values.length);
  const count = Math.max(4, Math.min(MOST_BINS, width > 0 ? Math.ceil((highest - lowest) / width) : MOST_BINS));
  return Array.from({ length: count + 1 }, (_, at) => lowest + ((highest - lowest) * at) / count);
}
