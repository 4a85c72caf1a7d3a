import type { WaveMean } from "@alongside/analysis/change/wave-means";
import type { Improvement } from "@alongside/domain/instruments/scale";
import { placesInTime } from "./places-in-time.model";
import { verticalScale } from "./scale.model";
import { spreadLabels } from "./spread-labels.model";
import { timesInUse } from "./times-in-use.model";

/** One cohort. Its position in the programme's order decides its colour, dash and marker, in every chart alike. */
export interface OutcomeSeries {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly waves: readonly WaveMean[];
}

export interface OutcomeLinesInput {
  /** In order of time, with the day each is planned for. */
  readonly timepoints: readonly { readonly id: string; readonly label: string; readonly targetDay: number }[];
  readonly series: readonly OutcomeSeries[];
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  readonly improvement: Improvement;
  /** Smallest change people notice, in points; null where nobody knows. */
  readonly importantDifference: number | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Language tag for numbers. */
  readonly locale: string;
}

export interface OutcomePoint {
  readonly timepointId: string;
  readonly x: number;
  readonly y: number;
  /** Ends of the 95 % interval; top is the higher value. */
  readonly top: number;
  readonly bottom: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** The mean is of those with both scores, because the others would be too few to hide. */
  readonly pairedOnly: boolean;
}

export interface OutcomeLine {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  /** A line is drawn only between waves that follow each other: over a gap nothing is known. */
  readonly segments: readonly (readonly OutcomePoint[])[];
  readonly points: readonly OutcomePoint[];
  /** Where the name stands; null when nothing of the cohort can be drawn, or names do not stand beside the lines. */
  readonly label: { readonly y: number; readonly text: string } | null;
}

export interface OutcomeLinesModel {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  /** Names of the times. Where they are too wide to stand in one row, every other one stands a row lower. */
  readonly xTicks: readonly { readonly x: number; readonly row: 0 | 1; readonly text: string }[];
  readonly lines: readonly OutcomeLine[];
  /** A bar as long as the smallest change people notice, at the left edge of the plot. */
  readonly importantBar: { readonly top: number; readonly bottom: number } | null;
  /** Which way on the page is better. */
  readonly better: "up" | "down" | null;
  /** False where a name would not fit whole at the end of its line; a key below the chart names them all then. */
  readonly namesBeside: boolean;
  /** False when there is no point at all; then there is nothing to draw. */
  readonly drawn: boolean;
}

const MARGIN = { left: 44, top: 14, bottom: 44 } as const;
/** Least room between the names of two times. */
const NAME_GAP = 6;
/** Room for the names at the right, as a share of the width and at most in pixels; none where the chart is narrow. */
const NAMES = { share: 0.3, most: 150, from: 400, gap: 14 } as const;
const LABEL_GAP = 15;
const DODGE = 9;
const LETTER = 6.6;

/** Everything a small multiple draws, in pixels. Suppressed and missing means take no part, also not in the scale. */
export function outcomeLines(input: OutcomeLinesInput): OutcomeLinesModel {
  const { width, height, series, range, locale } = input;
  const timepoints = timepointsInUse(input);
  const widest = Math.max(0, ...series.map(({ name }) => widthOf(name))) + NAMES.gap;
  const namesBeside = width >= NAMES.from && widest <= Math.min(NAMES.most, width * NAMES.share);
  const names = namesBeside ? widest : 6;
  const plot = { left: MARGIN.left, right: width - names, top: MARGIN.top, bottom: height - MARGIN.bottom };
  const known = series.flatMap((one) => one.waves).flatMap(({ mean }) => (mean.kind === "estimate" ? [mean] : []));
  const scale = verticalScale({
    values: known.flatMap((mean) => [mean.interval.low, mean.value, mean.interval.high]),
    range,
    importantDifference: input.importantDifference,
  });
  const yOf = (value: number) =>
    plot.bottom - ((value - scale.low) / (scale.high - scale.low)) * (plot.bottom - plot.top);
  // An interval may reach beyond the possible scores; the drawing ends where the scale does.
  const clip = (value: number) => Math.min(scale.high, Math.max(scale.low, value));
  const xs = places(
    timepoints.map(({ targetDay }) => targetDay),
    plot,
    series.length,
  );
  const lines = series.map((one, index): OutcomeLine => {
    const shift = (index - (series.length - 1) / 2) * DODGE;
    const places = timepoints.map((timepoint, at) => {
      const wave = one.waves.find(({ timepointId }) => timepointId === timepoint.id);
      if (wave === undefined || wave.mean.kind !== "estimate") return null;
      const { value, interval, n } = wave.mean;
      return {
        timepointId: timepoint.id,
        x: (xs[at] ?? plot.left) + shift,
        y: yOf(clip(value)),
        top: yOf(clip(interval.high)),
        bottom: yOf(clip(interval.low)),
        mean: value,
        low: interval.low,
        high: interval.high,
        n,
        pairedOnly: wave.basis === "paired",
      };
    });
    const points = places.filter((point) => point !== null);
    return { id: one.id, name: one.name, position: one.position, segments: unbroken(places), points, label: null };
  });
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: scale.decimals,
    maximumFractionDigits: scale.decimals,
  });
  const middle = (plot.top + plot.bottom) / 2;
  const difference = input.importantDifference;
  const half = difference === null ? 0 : ((difference / (scale.high - scale.low)) * (plot.bottom - plot.top)) / 2;
  return {
    width,
    height,
    plot,
    yTicks: scale.ticks.map((value) => ({ y: yOf(value), text: number.format(value) })),
    xTicks: timeNames(timepoints, xs, width),
    lines: namesBeside ? withLabels(lines, plot) : lines,
    importantBar: difference === null ? null : { top: middle - half, bottom: middle + half },
    better: input.improvement === "none" ? null : input.improvement === "increase" ? "up" : "down",
    namesBeside,
    drawn: known.length > 0,
  };
}

/** Without those at which all cohorts are known to have measured nobody. */
function timepointsInUse({ timepoints, series }: OutcomeLinesInput): OutcomeLinesInput["timepoints"] {
  const nobody = (id: string) =>
    series.every(({ waves }) => {
      const measured = waves.find(({ timepointId }) => timepointId === id)?.measured;
      return measured?.kind === "exact" && measured.n === 0;
    });
  const places = timesInUse(timepoints.map(({ id }) => !nobody(id)));
  return timepoints.filter((_, place) => places.includes(place));
}

/** Horizontal places of the waves: as far apart as their days, in from the edges so that shifted points stay inside. */
function places(
  days: readonly number[],
  { left, right }: Pick<OutcomeLinesModel["plot"], "left" | "right">,
  series: number,
): readonly number[] {
  const inset = 22 + (series * DODGE) / 2;
  const room = Math.max(0, right - left - 2 * inset);
  return placesInTime(days).map((place) => left + inset + room * place);
}

function timeNames(
  timepoints: OutcomeLinesInput["timepoints"],
  xs: readonly number[],
  width: number,
): OutcomeLinesModel["xTicks"] {
  // Two names fit side by side where neither is wider than their places are apart.
  const apart = (index: number, next: number) => {
    const x = xs[index] ?? 0;
    return Math.min(x - (xs[index - next] ?? -width), (xs[index + next] ?? 2 * width) - x) - NAME_GAP;
  };
  const rows = timepoints.some(({ label }, index) => widthOf(label) > apart(index, 1)) ? 2 : 1;
  return timepoints.map(({ label }, index) => {
    const x = xs[index] ?? 0;
    // Centred under its place: half of it lies on either side, inside the picture.
    const room = Math.min(apart(index, rows), 2 * x, 2 * (width - x));
    return { x, row: rows === 2 && index % 2 === 1 ? 1 : 0, text: shortened(label, room) };
  });
}

/** Runs of points without a gap. */
function unbroken(places: readonly (OutcomePoint | null)[]): readonly (readonly OutcomePoint[])[] {
  const runs: OutcomePoint[][] = [[]];
  for (const point of places) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function withLabels(lines: readonly OutcomeLine[], plot: OutcomeLinesModel["plot"]): readonly OutcomeLine[] {
  const wished = lines.flatMap((line) => {
    const last = line.points.at(-1);
    return last === undefined ? [] : [{ id: line.id, y: last.y }];
  });
  const placed = spreadLabels(wished, LABEL_GAP, plot.top, plot.bottom);
  return lines.map((line) => {
    const y = placed.get(line.id);
    return { ...line, label: y === undefined ? null : { y, text: line.name } };
  });
}

/** About how wide a text is, in pixels. */
function widthOf(text: string): number {
  return letterWidths(text).reduce((sum, width) => sum + width, 0);
}

/** Chinese characters are about twice as wide as Latin letters. */
function letterWidths(text: string): readonly number[] {
  return Array.from(text, (letter) => ((letter.codePointAt(0) ?? 0) > 0x2e80 ? LETTER * 1.9 : LETTER));
}

/** Text cut to about a width in pixels. The full text is in the table and the summary. */
function shortened(text: string, room: number): string {
  let used = 0;
  const fits = letterWidths(text).findIndex((width) => {
    used += width;
    return used > room;
  });
  return fits < 0
    ? text
    : `${Array.from(text)
        .slice(0, Math.max(1, fits - 1))
        .join("")
        .trimEnd()}…`;
}
