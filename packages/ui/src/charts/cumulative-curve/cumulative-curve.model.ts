import type { Responders } from "@alongside/analysis/change-detail/responders";
import type { Improvement } from "@alongside/domain/instruments/scale";
import { verticalScale } from "../outcome-lines/scale.model";

export interface CumulativeCurveInput {
  /** For every change that occurred, rising, the share of people who changed by at most that. */
  readonly points: Responders["curve"];
  readonly importantDifference: number | null;
  readonly improvement: Improvement;
  readonly locale: string;
}

export interface CumulativeCurveModel {
  readonly drawn: boolean;
  /** Corners of the steps, in per cent of width and height from the top left. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly zero: number;
  /** Changes too small to be noticed. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly better: "left" | "right" | null;
}

const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The curve as steps: it rises where somebody's change lies, and stays level in between. */
export function cumulativeCurve(input: CumulativeCurveInput): CumulativeCurveModel {
  const { points, importantDifference, improvement, locale } = input;
  const band = importantDifference === null ? [] : [-importantDifference, importantDifference];
  const scale = verticalScale({
    values: [0, ...points.map(({ change }) => change), ...band],
    range: null,
    importantDifference: null,
  });
  const across = (change: number) => (100 * (change - scale.low)) / (scale.high - scale.low || 1);
  const down = (share: number) => 100 * (1 - share);
  const corners = [{ x: 0, y: 100 }];
  let level = 0;
  for (const { change, share } of points) {
    corners.push({ x: across(change), y: down(level) }, { x: across(change), y: down(share) });
    level = share;
  }
  corners.push({ x: 100, y: down(level) });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: scale.decimals });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return {
    drawn: points.length > 0,
    corners,
    zero: across(0),
    band: importantDifference === null ? null : { from: across(-importantDifference), to: across(importantDifference) },
    xTicks: scale.ticks.map((value) => ({ x: across(value), text: number.format(value) })),
    yTicks: SHARES.map((share) => ({ y: down(share), text: percent.format(share) })),
    better: improvement === "none" ? null : improvement === "decrease" ? "left" : "right",
  };
}
