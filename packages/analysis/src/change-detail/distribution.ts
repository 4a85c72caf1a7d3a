import { quantile } from "@alongside/statistics/descriptive/quantile";
import type { ChangePairs } from "../sensitivity/bootstrap-change";
import { type ScoreSteps, scoreSteps } from "./score-steps";

/**
 * A bar: scores from `from` to below `to`, and how many people had one. The last bar of a measure that moves freely holds
 * `to` itself; where scores move in steps, the last `to` lies a step beyond the highest score.
 */
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
  /** Distance of two neighbouring possible scores; null where the measure moves freely. */
  readonly step: number | null;
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
 * The scores before and after in the same bars. A measure that moves in few steps has a bar for each possible score, one of
 * many steps the same number of them in each bar (the last may hold fewer), and one that moves freely about as many bars as
 * suit the number of people (Freedman and Diaconis, Z. Wahrscheinlichkeitstheorie 57 (1981) 453-476). A score between two
 * steps, of an answer filled in, counts with the nearer. No bar lies beyond the highest possible score.
 * @param range lowest and highest possible score; null where there is none
 */
export function distribution(
  { pre, post }: ChangePairs,
  range: { readonly minimum: number; readonly maximum: number } | null,
): Distribution {
  const { edges, steps } = binEdges([...pre, ...post], range);
  const placed = (value: number) => (steps === null ? value : nearestStep(value, steps));
  const bins = edges.slice(0, -1).map((from, at): DistributionBin => {
    const to = edges[at + 1] ?? from;
    const last = at === edges.length - 2;
    const inside = (value: number) => placed(value) >= from && (placed(value) < to || (last && placed(value) === to));
    return { from, to, before: pre.filter(inside).length, after: post.filter(inside).length };
  });
  const share = (values: readonly number[], end: number) =>
    values.filter((value) => value === end).length / Math.max(1, values.length);
  const ends = (end: number) => ({ before: share(pre, end), after: share(post, end) });
  return {
    n: pre.length,
    bins,
    step: steps === null ? null : steps.step,
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

/** The possible score at a place, the same number wherever it is computed. */
function scoreAt({ lowest, step }: ScoreSteps, place: number): number {
  return lowest + place * step;
}

function nearestStep(value: number, steps: ScoreSteps): number {
  const place = Math.round((value - steps.lowest) / steps.step);
  return scoreAt(steps, Math.min(steps.count, Math.max(0, place)));
}

function binEdges(
  values: readonly number[],
  range: { readonly minimum: number; readonly maximum: number } | null,
): { readonly edges: readonly number[]; readonly steps: ScoreSteps | null } {
  if (values.length === 0) return { edges: [], steps: null };
  const [lowest, highest] =
    range === null ? [Math.min(...values), Math.max(...values)] : [range.minimum, range.maximum];
  if (highest === lowest) return { edges: [lowest, lowest + 1], steps: { lowest, step: 1, count: 0 } };
  const steps = scoreSteps(values, lowest, highest);
  if (steps !== null) {
    const width = Math.ceil((steps.count + 1) / MOST_BINS);
    const count = Math.ceil((steps.count + 1) / width);
    const edges = Array.from({ length: count + 1 }, (_, at) => scoreAt(steps, Math.min(at * width, steps.count + 1)));
    return { edges, steps };
  }
  const [q1, , q3] = quartiles(values);
  const width = (2 * (q3 - q1)) / Math.cbrt(values.length);
  const count = Math.max(4, Math.min(MOST_BINS, width > 0 ? Math.ceil((highest - lowest) / width) : MOST_BINS));
  return { edges: Array.from({ length: count + 1 }, (_, at) => lowest + ((highest - lowest) * at) / count), steps };
}
