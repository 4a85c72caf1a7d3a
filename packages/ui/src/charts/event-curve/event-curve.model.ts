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
  /**
   * The share goes down from everybody, of people without the event, in place of up from nobody. Its days are those at which
   * it was read off, so they are joined; what lies between is not known.
   */
  readonly falls?: boolean;
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

/** Curves that climb, or fall, only where somebody's event was seen, as far as enough people are at risk, from nobody to everybody. */
export function eventCurve({ series, locale, falls = false }: EventCurveInput): EventCurveModel {
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
      const shape = falls ? joined(steps, across, down) : climbing(steps, end, lastOf(one), across, down);
      return {
        ...{ id: one.id, label: one.label, corners: shape.corners, bands: shape.bands, endsEarly },
        end: shape.corners.at(-1) ?? { x: 0, y: 0 },
        risk: risk.map(({ days, atRisk }) => ({ x: across(days), text: count.format(atRisk) })),
      };
    }),
    xTicks: scale.ticks.filter((days) => days <= last).map((days) => ({ x: across(days), text: count.format(days) })),
    yTicks: SHARES.map((share) => ({ y: down(share), text: percent.format(share) })),
  };
}

type Steps = EventSeries["curve"]["steps"];
type Place = (value: number) => number;
type Shape = Pick<DrawnCurve, "corners" | "bands">;

function climbing(steps: Steps, end: number, last: number, across: Place, down: Place): Shape {
  const corners: Corner[] = [{ x: 0, y: down(0) }];
  let level = 0;
  for (const { days, share } of steps) {
    corners.push({ x: across(days), y: down(level) }, { x: across(days), y: down(share) });
    level = share;
  }
  corners.push({ x: end, y: down(level) });
  const bands = steps.flatMap(({ days, interval }, at): (readonly Corner[])[] => {
    if (interval === null) return [];
    const [from, to] = [across(days), across(steps[at + 1]?.days ?? last)];
    const [top, bottom] = [down(interval.high), down(interval.low)];
    return to > from ? [box([from, top, bottom], [to, top, bottom])] : [];
  });
  return { corners, bands };
}

/** Straight from one day to the next; where a share has no limits, its band is as wide as the share. */
function joined(steps: Steps, across: Place, down: Place): Shape {
  const points = [{ days: 0, share: 1, interval: null }, ...steps];
  const edge = ({ days, share, interval }: Pick<Steps[number], "days" | "share" | "interval">) =>
    [across(days), down(interval?.high ?? share), down(interval?.low ?? share)] as const;
  return {
    corners: points.map(({ days, share }) => ({ x: across(days), y: down(share) })),
    bands: points.slice(1).flatMap((to, at) => {
      const from = points[at];
      return from === undefined ? [] : [box(edge(from), edge(to))];
    }),
  };
}

type Edge = readonly [x: number, top: number, bottom: number];

function box([left, leftTop, leftBottom]: Edge, [right, rightTop, rightBottom]: Edge): readonly Corner[] {
  return [
    { x: left, y: leftTop },
    { x: right, y: rightTop },
    { x: right, y: rightBottom },
    { x: left, y: leftBottom },
  ];
}
