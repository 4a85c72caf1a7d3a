/**
 * Colours of series in charts, with a dash and a marker each, so that no reading depends on colour alone: they must
 * survive a black-and-white printer and every common colour-vision deficiency. Order is fixed; a series keeps its entry.
 */
export const CHART_PALETTE = [
  { light: "#115e59", dark: "#74c7bb", dash: "", marker: "circle" },
  { light: "#b45309", dark: "#f0b26a", dash: "6 3", marker: "square" },
  { light: "#4c4fa8", dark: "#a9abf2", dash: "2 3", marker: "triangle" },
  { light: "#9d2f6f", dark: "#ec9cc7", dash: "10 3 2 3", marker: "diamond" },
  { light: "#5b6470", dark: "#b4bcc7", dash: "1 4", marker: "cross" },
  { light: "#6b5900", dark: "#d9c65a", dash: "12 4", marker: "star" },
] as const satisfies readonly SeriesStyle[];

export interface SeriesStyle {
  /** Colour on light paper. */
  readonly light: string;
  /** Colour on dark paper. */
  readonly dark: string;
  /** SVG stroke-dasharray; empty draws a solid line. */
  readonly dash: string;
  readonly marker: "circle" | "square" | "triangle" | "diamond" | "cross" | "star";
}

/**
 * The look of the series at a position. Beyond the palette it starts over, so a chart with more series than entries has
 * to name its lines directly.
 *
 * @param position place of the series in its fixed order, from 0
 */
export function seriesStyle(position: number): SeriesStyle {
  const size = CHART_PALETTE.length;
  const index = ((Math.trunc(position) % size) + size) % size;
  return CHART_PALETTE[index] ?? CHART_PALETTE[0];
}

/** The same colour as a CSS value that follows the page's light or dark scheme. */
export function seriesColour(position: number): string {
  const { light, dark } = seriesStyle(position);
  return `light-dark(${light}, ${dark})`;
}
