import { placesInTime } from "../outcome-lines/places-in-time.model";
import { verticalScale } from "../outcome-lines/scale.model";

/** The course of one score of one person over the times of a plan. */
export interface TrajectoryInput {
  /** In order of time, with the day each is planned for. `value` is null where there is no score: the line breaks there. */
  readonly points: readonly { readonly label: string; readonly day: number; readonly value: number | null }[];
  /** Lowest and highest possible score; the whole of it is shown, so that small changes look small. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** Lowest value of each band upwards. */
  readonly bands: readonly { readonly from: number; readonly label: string }[];
}

export interface Spot {
  readonly x: number;
  /** Null without a score. */
  readonly y: number | null;
  readonly label: string;
  readonly value: number | null;
  /** The point stands in the upper half, so that its number goes below. */
  readonly high: boolean;
}

export interface TrajectoryDrawing {
  readonly width: number;
  readonly height: number;
  /** Left, right, top and bottom edge of the plot, in the units of the view box. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly bands: readonly { readonly label: string; readonly y: number; readonly height: number }[];
  readonly spots: readonly Spot[];
  /** SVG paths of the stretches between neighbouring scores. */
  readonly paths: readonly string[];
}

const WIDTH = 360;
const HEIGHT = 190;
const PLOT = { left: 34, right: 346, top: 14, bottom: 158 } as const;

/** Where everything goes, in a fixed view box. Pure, so that it is tested without drawing. */
export function trajectoryDrawing({ points, range, bands }: TrajectoryInput): TrajectoryDrawing {
  const values = points.flatMap((point) => point.value ?? []);
  const scale = verticalScale({
    values: range === null ? values : [range.minimum, range.maximum],
    range,
    importantDifference: null,
  });
  const yOf = (value: number) =>
    PLOT.bottom - ((value - scale.low) / (scale.high - scale.low || 1)) * (PLOT.bottom - PLOT.top);
  const places = placesInTime(points.map(({ day }) => day));
  const spots = points.map(({ label, value }, place) => {
    const y = value === null ? null : yOf(value);
    const x = PLOT.left + 20 + (places[place] ?? 0) * (PLOT.right - PLOT.left - 40);
    return { x, y, label, value, high: y !== null && y < PLOT.top + 24 };
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    ...PLOT,
    ticks: scale.ticks.map((value) => ({ value, y: yOf(value) })),
    bands: bandBoxes(bands, scale, yOf),
    spots,
    paths: stretches(spots),
  };
}

function bandBoxes(
  bands: TrajectoryInput["bands"],
  { low, high }: { readonly low: number; readonly high: number },
  yOf: (value: number) => number,
): TrajectoryDrawing["bands"] {
  const rising = bands.toSorted((a, b) => a.from - b.from);
  return rising.flatMap(({ from, label }, place) => {
    const start = Math.max(from, low);
    const end = Math.min(rising[place + 1]?.from ?? high, high);
    return end > start ? [{ label, y: yOf(end), height: yOf(start) - yOf(end) }] : [];
  });
}

function stretches(spots: readonly Spot[]): string[] {
  const runs: { x: number; y: number }[][] = [[]];
  for (const { x, y } of spots) {
    if (y === null) runs.push([]);
    else runs.at(-1)?.push({ x, y });
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => run.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${x} ${y}`).join(" "));
}

/** The band a value falls in; null when there are none. */
export function bandOf<B extends { readonly from: number }>(value: number, bands: readonly B[]): B | null {
  return bands.toSorted((a, b) => a.from - b.from).findLast((band) => value >= band.from) ?? null;
}
