import { seriesColour, seriesStyle } from "../../theme/chart-palette.model";
import { Marker } from "./marker";

/** Line and marker of a cohort, to stand before its name in a table. */
export function SeriesKey({ position }: { readonly position: number }): React.JSX.Element {
  const { dash, marker } = seriesStyle(position);
  const colour = seriesColour(position);
  return (
    <svg width="30" height="12" viewBox="0 0 30 12" aria-hidden="true" style={{ verticalAlign: "middle" }}>
      <line x1="0" x2="30" y1="6" y2="6" style={{ stroke: colour, strokeWidth: 2, strokeDasharray: dash || "none" }} />
      <Marker shape={marker} x={15} y={6} colour={colour} />
    </svg>
  );
}
