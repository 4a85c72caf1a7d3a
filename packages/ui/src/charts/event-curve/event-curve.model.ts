import type { ShownCurve } from "@alongside/analysis/time-to-suppression/shown-curve";
import { verticalScale } from "../outcome-lines/scale.model";

export interface EventSeries {
  readonly id: string;
  readonly label: string;
  readonly curve: Pick<ShownCurve, "steps" | "risk" | "endsEarly">;
}

export interface EventCurveInput {
  readonly series: readonly EventSeries[];
  readonly locale: string;
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** One curve in per cent of width and height from the top left. */
export interface DrawnCurve {
  readonly id: string;
  readonly label: string;
  readonly corners: readonly Corner[];
  /** Outlines of the stretches with limits, each a closed polygon. */
  readonly bands: readonly (readonly Corner[])[];
  readonly end: Corner;
  readonly endsEarly: boolean;
  readonly risk: readonly { readonly x: number; readonly text: string }[];
}

export interface EventCurveModel {
  readonly drawn: boolean;
  readonly curves: readonly DrawnCurve[];
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
}

const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** Curves that climb only where somebody's event was seen, as far as enough people are at risk, from nobody to everybody. */
export function eventCurve({ series, locale }: EventCurveInput): EventCurveModel {
  const lastOf = ({ curve }: EventSeries) => Math.max(curve.risk.at(-1)?.days ?? 0, curve.steps.at(-1)?.days ?? 0);
  const last = Math.max(0, ...series.map(lastOf));
  const scale = verticalScale({
    values: [0, last],
    range: { minimum: 0, maximum: last || 1 },
    importantDifference: null,
  });
  const across = (days: number) => (100 * days) / (last || 1);
  const down = (share: number) => 100 * (1 - share);
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    drawn: last > 0,
    curves: series.map((one): DrawnCurve => {
      const { steps, risk, endsEarly } = one.curve;
      const end = across(lastOf(one));
      const corners: Corner[] = [{ x: 0, y: 100 }];
      let level = 0;
      for (const { days, share } of steps) {
        corners.push({ x: across(days), y: down(level) }, { x: across(days), y: down(share) });
        level = share;
      }
      corners.push({ x: end, y: down(level) });
      const bands = steps.flatMap(({ days, interval }, at): (readonly Corner[])[] => {
        if (interval === null) return [];
        const [from, to] = [across(days), across(steps[at + 1]?.days ?? lastOf(one))];
        const [top, bottom] = [down(interval.high), down(interval.low)];
        return to > from
          ? [
              [
                { x: from, y: top },
                { x: to, y: top },
                { x: to, y: bottom },
                { x: from, y: bottom },
              ],
            ]
          : [];
      });
      return {
        ...{ id: one.id, label: one.label, corners, bands, endsEarly },
        end: { x: end, y: down(level) },
        risk: risk.map(({ days, atRisk }) => ({ x: across(days), text: count.format(atRisk) })),
      };
    }),
    xTicks: scale.ticks.filter((days) => days <= last).map((days) => ({ x: across(days), text: count.format(days) })),
    yTicks: SHARES.map((share) => ({ y: down(share), text: percent.format(share) })),
  };
}
