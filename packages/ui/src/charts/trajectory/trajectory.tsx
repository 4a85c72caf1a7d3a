import { type TrajectoryInput, trajectoryDrawing } from "./trajectory.model";
import styles from "./trajectory.module.css";

/**
 * One person's score over time, small. Drawn as it stands, without script. It is for the eye: give the same numbers as a
 * table beside it.
 *
 * @param formatValue a score as text
 */
export function TrajectoryChart(
  props: TrajectoryInput & { readonly formatValue: (value: number) => string },
): React.JSX.Element {
  const { formatValue, ...input } = props;
  const drawing = trajectoryDrawing(input);
  const { width, height, left, right, bottom } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawing} aria-hidden="true">
      {drawing.bands.map((band, place) => (
        <g key={band.label}>
          <rect
            x={left}
            y={band.y}
            width={right - left}
            height={band.height}
            className={place % 2 === 0 ? styles.evenBand : styles.oddBand}
          />
          {band.height >= MIN_LABEL_HEIGHT ? (
            <text x={right - 4} y={band.y + 12} textAnchor="end" className={styles.bandLabel}>
              {band.label}
            </text>
          ) : null}
        </g>
      ))}
      {drawing.ticks.map((tick) => (
        <g key={tick.value}>
          <line x1={left} x2={right} y1={tick.y} y2={tick.y} className={styles.grid} />
          <text x={left - 6} y={tick.y + 4} textAnchor="end" className={styles.tick}>
            {formatValue(tick.value)}
          </text>
        </g>
      ))}
      {drawing.paths.map((path) => (
        <path key={path} d={path} className={styles.line} />
      ))}
      {drawing.spots.map(({ x, y, label, value, high }, place) => (
        <g key={place}>
          {y !== null && value !== null ? (
            <>
              <circle cx={x} cy={y} r={4} className={styles.spot} />
              <text x={x} y={high ? y + 18 : y - 9} textAnchor="middle" className={styles.value}>
                {formatValue(value)}
              </text>
            </>
          ) : (
            <text x={x} y={bottom - 6} textAnchor="middle" className={styles.tick}>
              –
            </text>
          )}
          <text x={x} y={bottom + 20} textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

const MIN_LABEL_HEIGHT = 15;
