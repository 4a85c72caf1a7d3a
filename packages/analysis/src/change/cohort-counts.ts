import { type DerivedCount, type NestedCount, showNestedCounts } from "../disclosure-control/show-nested-counts";
import { type ShownCount, suppressCount } from "../disclosure-control/shown-count";
import type { ChangeCell } from "./cells";

/** Cells of one cohort by measure, then by timepoint. */
export type CohortCells = ReadonlyMap<string, ReadonlyMap<string, ChangeCell>>;

/** How every number of people of one cohort may be shown. Nested groups are decided together, over all measures. */
export interface CohortCounts {
  readonly enrolled: ShownCount;
  readonly scored: (measure: string, timepointId: string) => ShownCount;
  readonly unscored: (measure: string, timepointId: string) => ShownCount;
  readonly paired: (measure: string, timepointId: string) => ShownCount;
}

const id = (...parts: readonly string[]) => JSON.stringify(parts);

/**
 * Decides what is shown of a cohort's counts.
 * @param enrolled people enrolled; raised to what the cells prove where it lags behind them
 * @param baselineTimepointId null when the programme has no baseline
 * @param inside other numbers of people of the cohort, shown elsewhere
 */
export function cohortCounts(
  enrolled: number,
  cells: CohortCells,
  baselineTimepointId: string | null,
  threshold: number,
  inside: readonly number[] = [],
): CohortCounts {
  const counts: NestedCount[] = inside.map((n, at) => ({ id: id("elsewhere", String(at)), n, contains: [] }));
  const derived: DerivedCount[] = [];
  let proven = Math.max(0, ...inside);
  for (const [measure, byTimepoint] of cells) {
    const groups = groupsOfMeasure(measure, byTimepoint, baselineTimepointId);
    counts.push(...groups.counts);
    derived.push(...groups.derived);
    proven = Math.max(proven, groups.proven);
  }
  const all = [...counts, ...derived].map((group) => group.id);
  const whole = { id: id("enrolled"), n: Math.max(enrolled, proven), contains: all };
  const shown = showNestedCounts([whole, ...counts], derived, threshold);
  // Nobody has a cell where there is none, so a missing one is a zero, unless the whole cohort is too small to say so.
  const enrolledShown = shown.get(whole.id) ?? suppressCount(0, threshold);
  const absent: ShownCount =
    enrolledShown.kind === "hidden"
      ? { kind: "range", low: 0, high: enrolledShown.below - 1 }
      : suppressCount(0, threshold);
  const look = (kind: string) => (measure: string, timepointId: string) =>
    shown.get(id(kind, measure, timepointId)) ?? absent;
  return { enrolled: enrolledShown, scored: look("scored"), unscored: look("unscored"), paired: look("paired") };
}

interface Groups {
  readonly counts: readonly NestedCount[];
  readonly derived: readonly DerivedCount[];
  /** Fewest people that must exist. */
  readonly proven: number;
}

function groupsOfMeasure(
  measure: string,
  byTimepoint: ReadonlyMap<string, ChangeCell>,
  baselineTimepointId: string | null,
): Groups {
  const counts: NestedCount[] = [];
  const derived: DerivedCount[] = [];
  const of = (kind: string, timepointId: string) => id(kind, measure, timepointId);
  const baseline = baselineTimepointId === null ? undefined : byTimepoint.get(baselineTimepointId);
  const followUps = [...byTimepoint.values()].filter((cell) => cell !== baseline);
  let proven = 0;

  for (const { timepointId, n, unscored, pairs } of followUps) {
    const [scored, notScored, paired] = [
      of("scored", timepointId),
      of("unscored", timepointId),
      of("paired", timepointId),
    ];
    counts.push({ id: scored, n, contains: [paired] });
    counts.push({ id: notScored, n: unscored, contains: [] });
    counts.push({ id: paired, n: pairs, contains: [] });
    derived.push({ id: of("answered", timepointId), plus: [scored, notScored], minus: [] });
    derived.push({ id: of("paired or unscored", timepointId), plus: [paired, notScored], minus: [] });
    proven = Math.max(proven, n + unscored, n - pairs + (baseline?.n ?? 0));
    if (baseline) {
      const start = baseline.timepointId;
      derived.push({ id: of("ever", timepointId), plus: [of("scored", start), scored], minus: [paired] });
      derived.push({
        id: of("paired or unscored first", timepointId),
        plus: [paired, of("unscored", start)],
        minus: [],
      });
    }
  }
  if (baseline) {
    const [scored, notScored] = [of("scored", baseline.timepointId), of("unscored", baseline.timepointId)];
    counts.push({ id: scored, n: baseline.n, contains: followUps.map((cell) => of("paired", cell.timepointId)) });
    counts.push({ id: notScored, n: baseline.unscored, contains: [] });
    derived.push({ id: of("answered", baseline.timepointId), plus: [scored, notScored], minus: [] });
    proven = Math.max(proven, baseline.n + baseline.unscored);
  }
  return { counts, derived, proven };
}
