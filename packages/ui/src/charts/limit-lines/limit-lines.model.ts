import type { TrajectoryPoint } from "@alongside/analysis/viral-load-change/viral-load-trajectories";
import { copiesText, powersOfTen } from "../log-histogram/log-histogram.model";

export interface LimitLinesInput {
  /** Names of the times, in order. */
  readonly waves: readonly string[];
  readonly lines: readonly (readonly TrajectoryPoint[])[];
  /** Number of copies at which a rule parts its categories; drawn across. */
  readonly thresholds: readonly number[];
  readonly locale: string;
}

/** A result, in per cent of the width and of the height from the top. */
export interface LimitSpot {
  readonly x: number;
  readonly y: number;
  readonly kind: TrajectoryPoint["kind"];
}

export interface LimitSegment {
  readonly from: LimitSpot;
  readonly to: LimitSpot;
  /** Either end is a limit: where the line really went nobody knows. */
  readonly uncertain: boolean;
  /** Times in between without a result. */
  readonly skips: boolean;
}

export interface LimitLinesModel {
  readonly drawn: boolean;
  readonly segments: readonly LimitSegment[];
  readonly spots: readonly LimitSpot[];
  readonly times: readonly { readonly x: number; readonly text: string }[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly thresholds: readonly { readonly y: number; readonly copies: number }[];
  readonly limits: { readonly below: boolean; readonly above: boolean };
}

/** A line per person over the times of the plan, on the logarithmic scale. Limits stay limits. */
export function limitLines({ waves, lines, thresholds, locale }: LimitLinesInput): LimitLinesModel {
  const logs = [...lines.flat().map(({ log10 }) => log10), ...thresholds.map(Math.log10)];
  const [low, high] = logs.length === 0 ? [0, 1] : [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  const span = Math.max(1, high - low);
  const down = (log: number) => 100 * (1 - (log - low) / span);
  const across = (wave: number) => (waves.length === 1 ? 50 : 4 + (92 * wave) / (waves.length - 1));
  const drawn = lines.map((line) =>
    line.map(({ wave, log10, kind }) => ({ wave, spot: { x: across(wave), y: down(log10), kind } })),
  );
  const spots = drawn.flat().map(({ spot }) => spot);
  return {
    drawn: spots.length > 0,
    segments: drawn.flatMap((line) =>
      line.slice(1).flatMap((to, at): LimitSegment[] => {
        const from = line[at];
        if (from === undefined) return [];
        const uncertain = from.spot.kind !== "quantified" || to.spot.kind !== "quantified";
        return [{ from: from.spot, to: to.spot, uncertain, skips: to.wave - from.wave > 1 }];
      }),
    ),
    spots,
    times: waves.map((text, wave) => ({ x: across(wave), text })),
    ticks: powersOfTen(low, low + span).map((power) => ({ y: down(power), text: copiesText(power, locale) })),
    thresholds: thresholds.map((copies) => ({ y: down(Math.log10(copies)), copies })),
    limits: {
      below: spots.some(({ kind }) => kind === "below"),
      above: spots.some(({ kind }) => kind === "above"),
    },
  };
}
