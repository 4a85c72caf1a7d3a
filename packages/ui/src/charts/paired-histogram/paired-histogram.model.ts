import type { Distribution } from "@alongside/analysis/change-detail/distribution";

export interface PairedHistogramInput {
  /** The bars, and the quartiles of either side where its median is to be marked. */
  readonly distribution: Pick<Distribution, "bins"> & Partial<Pick<Distribution, "before" | "after" | "step">>;
  readonly locale: string;
  /** What the numbers of the axis are; scores unless said otherwise. */
  readonly unit?: "decimal" | "percent";
}

/** A bar in per cent of the width, as high as its share of the fullest bar, 0 to 1. */
export interface HistogramBar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly people: number;
}

export interface PairedHistogramModel {
  readonly drawn: boolean;
  readonly before: readonly HistogramBar[];
  readonly after: readonly HistogramBar[];
  /** Places of the medians; null where none is known. */
  readonly medians: { readonly before: number | null; readonly after: number | null };
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
}

const MOST_TICKS = 8;

/** Both sides on one axis with one height for one person, so that they can be compared by eye. */
export function pairedHistogram({
  distribution,
  locale,
  unit = "decimal",
}: PairedHistogramInput): PairedHistogramModel {
  const { bins, before, after, step = null } = distribution;
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const most = Math.max(1, ...bins.flatMap((bin) => [bin.before, bin.after]));
  const across = (value: number) => (100 * (value - first)) / (last - first || 1);
  // A bar of possible scores reaches from its first to below the next bar's; a score is at the middle of its step.
  const half = (step ?? 0) / 2;
  const bars = (side: "before" | "after") =>
    bins.map((bin): HistogramBar => {
      const x = across(bin.from);
      return { x, width: across(bin.to) - x, height: bin[side] / most, people: bin[side] };
    });
  const every = Math.max(1, Math.ceil(bins.length / MOST_TICKS));
  const format = new Intl.NumberFormat(locale, { style: unit, maximumFractionDigits: unit === "percent" ? 0 : 1 });
  return {
    drawn: bins.length > 0,
    before: bars("before"),
    after: bars("after"),
    medians: { before: before ? across(before[1] + half) : null, after: after ? across(after[1] + half) : null },
    ticks: bins
      .filter((_, at) => at % every === 0)
      .map(({ from }) => ({ x: across(from + half), text: format.format(from) })),
  };
}
