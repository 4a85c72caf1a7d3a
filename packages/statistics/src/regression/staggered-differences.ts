import { normalCritical, normalUpper } from "../distribution/normal";
import { areFinite, type Estimate, finiteEstimate, insufficient, tooFew } from "../estimate";

const PROVENANCE = { statistic: "regression/staggered-differences", version: 1 } as const;
/** People needed on each side of a comparison. */
const FEWEST = 2;

/** One person: when the programme started for them, and what was measured in which period. */
export interface PanelPerson {
  /** Whole number of the first period with the programme; null for people it never started for. */
  readonly start: number | null;
  /** Outcome by period; periods without a measurement are absent. */
  readonly outcomes: ReadonlyMap<number, number>;
  /** Site or other cluster; the person when absent. */
  readonly cluster?: string;
}

/** What the programme changed, by one period, for those for whom it started in one period. */
export interface GroupTimeDifference {
  readonly start: number;
  readonly period: number;
  readonly treated: number;
  readonly controls: number;
  readonly estimate: Estimate;
}

export interface StaggeredDifferences {
  /** By start, then by period; periods before the start are checks that trends were alike, and should lie about 0. */
  readonly cells: readonly GroupTimeDifference[];
  /** Average over starts and periods since the start, each person's measurement with equal weight. */
  readonly overall: Estimate;
}

/**
 * Differences in differences when the programme started at different times: change since the last period before the start
 * among those who started, less the same change among those who had not started by then (or never did). Two-way fixed
 * effects, which take people who started earlier for controls, are not used.
 *
 * Standard errors from influence functions, summed within clusters, each group's with n - 1; normal intervals.
 * Source: Callaway and Sant'Anna (2021), J Econometrics 225, 200-230, without covariates and with controls not yet treated.
 * @returns cells where both groups have someone measured in both periods; "too-few" with fewer than two on a side
 */
export function staggeredDifferences(people: readonly PanelPerson[], level = 0.95): StaggeredDifferences {
  if (!people.every(({ outcomes }) => areFinite([...outcomes.values()]))) {
    return { cells: [], overall: insufficient("not-finite", people.length) };
  }
  const starts = distinct(people.flatMap(({ start }) => (start === null ? [] : [start])));
  const periods = distinct(people.flatMap(({ outcomes }) => [...outcomes.keys()]));
  const found = starts.flatMap((start) => {
    const base = periods.filter((period) => period < start).at(-1);
    if (base === undefined) return [];
    return periods.filter((period) => period !== base).map((period) => compare(people, start, base, period));
  });
  const since = found.filter((cell) => cell.period >= cell.start && cell.influence !== null);
  const weight = since.reduce((sum, { treated }) => sum + treated, 0);
  const total = new Float64Array(people.length);
  let value = 0;
  for (const { treated, difference, influence } of since) {
    value += (treated / weight) * difference;
    influence?.forEach((one, person) => {
      total[person] = (total[person] ?? 0) + (treated / weight) * one;
    });
  }
  return {
    cells: found.map(({ start, period, treated, controls, difference, influence }) => ({
      start,
      period,
      treated,
      controls,
      estimate:
        influence === null
          ? tooFew(FEWEST, Math.min(treated, controls))
          : estimateOf(people, difference, influence, treated + controls, level),
    })),
    overall:
      since.length === 0
        ? insufficient("no-events", people.length)
        : estimateOf(people, value, total, people.length, level),
  };
}

interface Comparison extends Omit<GroupTimeDifference, "estimate"> {
  readonly difference: number;
  /** What each person moves the difference by; null when a side has too few. */
  readonly influence: Float64Array | null;
}

function compare(people: readonly PanelPerson[], start: number, base: number, period: number): Comparison {
  const last = Math.max(base, period);
  const changes = people.map(({ outcomes }) => {
    const [before, after] = [outcomes.get(base), outcomes.get(period)];
    return before === undefined || after === undefined ? null : after - before;
  });
  const side = (belongs: (person: PanelPerson) => boolean) =>
    people.flatMap((person, index) => {
      const change = changes[index] ?? null;
      return change !== null && belongs(person) ? [{ index, change }] : [];
    });
  const first = side((person) => person.start === start);
  const others = side((person) => person.start === null || (person.start > last && person.start !== start));
  const mean = (group: readonly { readonly change: number }[]) =>
    group.reduce((sum, { change }) => sum + change, 0) / group.length;
  const [treated, controls] = [first.length, others.length];
  const cell = { start, period, treated, controls };
  if (Math.min(treated, controls) < FEWEST) return { ...cell, difference: 0, influence: null };
  const influence = new Float64Array(people.length);
  for (const [group, sign] of [[first, 1] as const, [others, -1] as const]) {
    const [centre, n] = [mean(group), group.length];
    for (const { index, change } of group) influence[index] = (sign * (change - centre)) / Math.sqrt(n * (n - 1));
  }
  return { ...cell, difference: mean(first) - mean(others), influence };
}

function estimateOf(
  people: readonly PanelPerson[],
  value: number,
  influence: Float64Array,
  n: number,
  level: number,
): Estimate {
  const sums = new Map<string | number, number>();
  influence.forEach((one, person) => {
    const key = people[person]?.cluster ?? person;
    sums.set(key, (sums.get(key) ?? 0) + one);
  });
  const standardError = Math.sqrt([...sums.values()].reduce((sum, one) => sum + one ** 2, 0));
  if (!(standardError > 0)) return insufficient("no-spread", n);
  const half = normalCritical(level) * standardError;
  const statistic = value / standardError;
  return finiteEstimate({
    value,
    interval: { low: value - half, high: value + half, level },
    n,
    method: "staggered-differences",
    standardError,
    test: { distribution: "normal", statistic, pValue: 2 * normalUpper(Math.abs(statistic)), null: 0 },
    provenance: PROVENANCE,
  });
}

function distinct(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
