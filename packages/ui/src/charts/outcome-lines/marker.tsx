import type { SeriesStyle } from "../../theme/chart-palette.model";

/** Outlines in a box of 10 by 10 around 0, 0. */
const OUTLINES = {
  circle: "M0 -4.2a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0 -8.4z",
  square: "M-3.8 -3.8h7.6v7.6h-7.6z",
  triangle: "M0 -5 4.8 3.6h-9.6z",
  diamond: "M0 -5.2 5.2 0 0 5.2 -5.2 0z",
  cross: "M-4.2 -1.3h2.9v-2.9h2.6v2.9h2.9v2.6h-2.9v2.9h-2.6v-2.9h-2.9z",
  star: "M0 -5.4 1.5 -1.6 5.4 -1.6 2.3 0.9 3.4 4.8 0 2.5 -3.4 4.8 -2.3 0.9 -5.4 -1.6 -1.5 -1.6z",
} as const satisfies Record<SeriesStyle["marker"], string>;

/** The marker of a series, inside an SVG. `hollow` marks a mean of only some of the people. */
export function Marker(props: {
  readonly shape: SeriesStyle["marker"];
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly hollow?: boolean;
}): React.JSX.Element {
  const { shape, x, y, colour, hollow } = props;
  return (
    <path
      d={OUTLINES[shape]}
      transform={`translate(${x} ${y})`}
      style={{ fill: hollow ? "var(--surface)" : colour, stroke: colour, strokeWidth: 1.6 }}
    />
  );
}
