/** A picture to enlarge or edit, a picture for everywhere, and the table beside the chart. */
export const CHART_FORMATS = ["svg", "png", "csv"] as const;
export type ChartFormat = (typeof CHART_FORMATS)[number];

/** What ties a file to the figures it was made from. */
export interface ChartStamp {
  /** Lower-case letters and digits; short, because people read it out. */
  readonly code: string;
  /** The day of the figures, as 2026-11-23. */
  readonly day: string;
}

/**
 * Name of a file of a chart. It says nothing of what is measured or of whom: files lie in folders that others see.
 *
 * @param place of the chart on its page, from 1, so that two charts of one page do not replace each other
 */
export function chartFileName(stamp: ChartStamp, place: number, format: ChartFormat): string {
  return `chart-${stamp.day}-${stamp.code}-${place}.${format}`;
}
