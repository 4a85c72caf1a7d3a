import type { LogWave } from "@alongside/analysis/viral-load-change/log-wave";

export type LogHistogramBar = LogWave["histogram"][number];

export interface LogHistogramInput {
  /** Bars of each occasion, one above the other on one axis. */
  readonly sides: readonly (readonly LogHistogramBar[])[];
  readonly locale: string;
}

/** A bar in per cent of the width; its area, not its height, is its people. */
export interface DrawnBar {
  readonly x: number;
  readonly width: number;
  /** Share of the tallest bar of all sides, 0 to 1. */
  readonly height: number;
  readonly people: number;
  /** Whether it holds people of whom only a limit is known. */
  readonly censored: "below" | "above" | null;
}

export interface LogHistogramModel {
  readonly drawn: boolean;
  readonly sides: readonly (readonly DrawnBar[])[];
  /** Where the numbers begin and end; outside lie the people beyond their limits. */
  readonly axis: { readonly from: number; readonly to: number };
  /** Powers of ten, as numbers of copies. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly below: boolean;
  readonly above: boolean;
}

/** One stretch of the axis, in logarithms, and how many of those people beyond a limit take up. */
const STRETCH = 0.5;
const BEYOND = 1.5;

/** People below and above their limits stand beside the axis, never on it: nobody knows their numbers. */
export function logHistogram({ sides, locale }: LogHistogramInput): LogHistogramModel {
  const bars = sides.flat();
  const ends = bars.flatMap(({ from, to }) => [from, to].filter((end) => end !== null));
  const [low, high] = ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
  const [below, above] = [bars.some(({ from }) => from === null), bars.some(({ to }) => to === null)];
  const start = low - (below ? BEYOND * STRETCH : 0);
  const end = Math.max(high, low + STRETCH) + (above ? BEYOND * STRETCH : 0);
  const across = (log: number) => (100 * (log - start)) / (end - start);
  const density = ({ from, to, count }: LogHistogramBar) => count / ((to ?? end) - (from ?? start) || 1);
  const most = Math.max(...bars.map(density), Number.MIN_VALUE);
  const axisEnd = above ? high : end;
  return {
    drawn: bars.some(({ count }) => count > 0),
    sides: sides.map((own) =>
      own.map((bar): DrawnBar => {
        const x = across(bar.from ?? start);
        const censored = bar.from === null ? "below" : bar.to === null ? "above" : null;
        return { x, width: across(bar.to ?? end) - x, height: density(bar) / most, people: bar.count, censored };
      }),
    ),
    axis: { from: across(low), to: across(axisEnd) },
    ticks: powersOfTen(low, axisEnd).map((power) => ({ x: across(power), text: copiesText(power, locale) })),
    below,
    above,
  };
}

/** Whole logarithms between two ends, both included. */
export function powersOfTen(low: number, high: number): readonly number[] {
  const first = Math.ceil(low - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high + 1e-9) - first + 1) }, (_, index) => first + index);
}

/** A power of ten in figures, short from ten thousand on. */
export function copiesText(power: number, locale: string): string {
  const value = 10 ** power;
  const notation = power >= 4 ? "compact" : "standard";
  return new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 2 }).format(value);
}
