import { singleNumber } from "@alongside/statistics/censored/censored-value";
import type { Suppressed } from "@alongside/statistics/estimate";
import { effectiveThreshold, SUPPRESSED } from "../disclosure-control/shown-count";
import type { PersonAtWaves } from "../viral-load-rows/at-waves";
import { censoredLog } from "../viral-load-rows/censored-log";
import { FEWEST_SHOWN } from "./withheld";

/** One result of a line: log10 copies, or the limit it lies below or above, to be drawn as a limit. */
export interface TrajectoryPoint {
  readonly wave: number;
  readonly log10: number;
  readonly kind: "quantified" | "below" | "above";
}

/** A line per person with two results or more, or per person of a sample. Nobody's code, and waves instead of days. */
export interface ViralLoadTrajectories {
  readonly kind: "trajectories";
  readonly lines: readonly (readonly TrajectoryPoint[])[];
  /** People of whom the lines are all or a sample. */
  readonly of: number;
}

/** Logarithms are drawn, and sent, to the fiftieth: finer the eye cannot tell. */
const PRECISION = 50;
/** More lines than this cannot be told apart. */
const MOST_LINES = 80;

/**
 * Lines in order of their first result; of too many people those at even distances through the list, so that the sample looks
 * like the whole and is the same every time. Results of an unknown limit are left out. Whoever counts the lines knows what
 * any table of the same people hides: so they are for those only who may open the results of these people one by one.
 */
export function viralLoadTrajectories(
  people: readonly PersonAtWaves[],
  threshold: number,
): ViralLoadTrajectories | Suppressed {
  const k = effectiveThreshold(threshold);
  const drawn = (log10: number) => (k === 1 ? log10 : Math.round(log10 * PRECISION) / PRECISION);
  const lines = people
    .map(({ waves }) =>
      waves.flatMap((at, wave): TrajectoryPoint[] => {
        const value = at.kind === "result" ? censoredLog(at.row.result) : null;
        if (value === null || value.kind === "between") return [];
        return [{ wave, log10: drawn(singleNumber(value)), kind: value.kind === "exact" ? "quantified" : value.kind }];
      }),
    )
    .filter(({ length }) => length >= 2)
    .toSorted((a, b) => (a[0]?.log10 ?? 0) - (b[0]?.log10 ?? 0));
  if (k > 1 && lines.length < Math.max(k, FEWEST_SHOWN)) return SUPPRESSED;
  if (lines.length <= MOST_LINES) return { kind: "trajectories", lines, of: lines.length };
  const step = (lines.length - 1) / (MOST_LINES - 1);
  const sample = Array.from({ length: MOST_LINES }, (_, at) => lines[Math.round(at * step)] ?? []);
  return { kind: "trajectories", lines: sample, of: lines.length };
}
