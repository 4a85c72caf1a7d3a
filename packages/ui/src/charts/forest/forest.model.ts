import type { StripRow } from "@alongside/analysis/sensitivity/quick-strip";
import type { Improvement } from "@alongside/domain/instruments/scale";
import { verticalScale } from "../outcome-lines/scale.model";

/** One estimate of the same quantity, with the words beside it already translated. */
export interface ForestRow {
  readonly id: string;
  readonly label: string;
  /** What this row takes for granted, or whom it rests on. */
  readonly note?: string;
  readonly estimate: StripRow["estimate"];
  /** The figure with its interval as text, or why there is none. */
  readonly text: string;
}

export interface ForestInput {
  readonly rows: readonly ForestRow[];
  /** Smallest change people notice, in points: the band around zero inside which nobody would. */
  readonly importantDifference: number | null;
  readonly improvement: Improvement;
  readonly locale: string;
}

/** A mark in per cent of the width. */
export interface ForestMark {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ForestModel {
  /** Whether any row has an estimate. */
  readonly drawn: boolean;
  readonly rows: readonly (Omit<ForestRow, "estimate"> & { readonly mark: ForestMark | null })[];
  readonly zero: number;
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** The end of the axis at which scores are better. */
  readonly better: "left" | "right" | null;
}

/**
 * Rows of one forest on one axis that always shows zero and, where it is known, the important difference both ways. Rows
 * without an estimate take no part in the axis.
 */
export function forest({ rows, importantDifference, improvement, locale }: ForestInput): ForestModel {
  const ends = rows.flatMap(({ estimate }) =>
    estimate.kind === "estimate" ? [estimate.value, estimate.interval.low, estimate.interval.high] : [],
  );
  const band = importantDifference === null ? [] : [-importantDifference, importantDifference];
  const scale = verticalScale({ values: [0, ...ends, ...band], range: null, importantDifference: null });
  const across = (value: number) => (100 * (value - scale.low)) / (scale.high - scale.low || 1);
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: scale.decimals });
  return {
    drawn: ends.length > 0,
    rows: rows.map(({ estimate, ...row }) => ({
      ...row,
      mark:
        estimate.kind === "estimate"
          ? {
              value: across(estimate.value),
              low: across(estimate.interval.low),
              high: across(estimate.interval.high),
            }
          : null,
    })),
    zero: across(0),
    band: importantDifference === null ? null : { from: across(-importantDifference), to: across(importantDifference) },
    ticks: scale.ticks.map((value) => ({ x: across(value), text: format.format(value) })),
    better: improvement === "none" ? null : improvement === "decrease" ? "left" : "right",
  };
}
