import type { FollowUpChange } from "@alongside/analysis/change/cohort-change";
import type { Improvement } from "@alongside/domain/instruments/scale";
import { verticalScale } from "../outcome-lines/scale.model";

/** One cohort in one outcome. */
export interface DomainForestRow {
  readonly id: string;
  readonly name: string;
  /** Place of the cohort in the programme's order; decides colour and marker. */
  readonly position: number;
  /** The change in standard deviations at baseline. */
  readonly standardised: FollowUpChange["standardised"];
  /** The smallest change people notice on the same scale; null where nobody knows it. */
  readonly noticeable: number | null;
}

/** One outcome with its cohorts. */
export interface DomainForestOutcome<R extends DomainForestRow = DomainForestRow> {
  readonly id: string;
  readonly improvement: Improvement;
  readonly rows: readonly R[];
}

/** A mark in per cent of the width; an end beyond the axis is cut and shown as an arrow. */
export interface DomainForestMark {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly cutLow: boolean;
  readonly cutHigh: boolean;
}

export interface DomainForestStrip {
  readonly mark: DomainForestMark | null;
  readonly band: { readonly from: number; readonly to: number } | null;
}

export interface DomainForestAxis {
  readonly zero: number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly across: (value: number) => number;
}

/** Standard deviations beyond which an axis does not follow: one outcome in tiny units must not squeeze all others. */
const FARTHEST = 2;
const NARROWEST = 0.5;

/** Turns a change so that better is to the right; what has no better end stays as it is. */
function towardsBetter(improvement: Improvement, value: number): number {
  return improvement === "decrease" ? -value : value;
}

/** One axis for all outcomes of a page, with zero in its middle, so that they can be looked along. */
export function domainForestAxis(outcomes: readonly DomainForestOutcome[], locale: string): DomainForestAxis {
  const ends = outcomes.flatMap(({ rows }) =>
    rows.flatMap(({ standardised: one }) =>
      one.kind === "estimate" ? [Math.abs(one.interval.low), Math.abs(one.interval.high)] : [],
    ),
  );
  const far = Math.min(FARTHEST, Math.max(NARROWEST, ...ends));
  const scale = verticalScale({ values: [-far, far], range: null, importantDifference: null });
  const reach = Math.max(-scale.low, scale.high);
  const across = (value: number) => 50 + (50 * value) / reach;
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: scale.decimals, signDisplay: "negative" });
  return {
    zero: across(0),
    ticks: scale.ticks.map((value) => ({ x: across(value), text: format.format(value) })),
    across,
  };
}

/** What is drawn of one row. Nothing without an estimate. */
export function domainForestStrip(
  row: DomainForestRow,
  improvement: Improvement,
  { across }: DomainForestAxis,
): DomainForestStrip {
  const { standardised, noticeable } = row;
  const kept = (x: number) => Math.min(100, Math.max(0, x));
  const band = noticeable === null ? null : { from: kept(across(-noticeable)), to: kept(across(noticeable)) };
  if (standardised.kind !== "estimate") return { mark: null, band: null };
  const { interval, value } = standardised;
  const [one, other] = [interval.low, interval.high].map((end) => across(towardsBetter(improvement, end)));
  const [low, high] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)];
  return {
    band,
    mark: {
      value: kept(across(towardsBetter(improvement, value))),
      ...{ low: kept(low), high: kept(high), cutLow: low < 0, cutHigh: high > 100 },
    },
  };
}
