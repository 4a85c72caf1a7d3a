import { seriesColour, seriesStyle } from "../../theme/chart-palette.model";
import { Marker } from "../outcome-lines/marker";
import { SeriesKey } from "../outcome-lines/series-key";
import plot from "../plot.module.css";
import { type WaveLinesInput, type WavePoint, waveLines } from "./wave-lines.model";
import styles from "./wave-lines.module.css";

const HEIGHT = 260;

/**
 * Courses over the waves: thin lines of single people, strong lines with names, and the band of scores that differ from
 * the start by less than people notice. Drawn as it stands, without script; for the eye only.
 *
 * @param personLabel what a thin line is
 * @param bandLabel what the band is
 */
export function WaveLines(
  props: WaveLinesInput & { readonly personLabel?: string; readonly bandLabel?: string | undefined },
): React.JSX.Element | null {
  const model = waveLines(props);
  if (!model.drawn) return null;
  return (
    <div>
      <div className={styles.frame}>
        <svg className={plot.drawing} height={HEIGHT} aria-hidden="true">
          {model.band ? (
            <>
              <rect className={plot.band} y={`${model.band.top}%`} width="100%" height={`${model.band.height}%`} />
              {[model.band.top, model.band.top + model.band.height].map((y) => (
                <line key={y} className={plot.bandEdge} x2="100%" y1={`${y}%`} y2={`${y}%`} />
              ))}
            </>
          ) : null}
          {model.yTicks.map(({ y, text }) => (
            <g key={text}>
              <line className={plot.grid} x2="100%" y1={`${y}%`} y2={`${y}%`} />
              <text className={plot.tick} dx={-8} dy="0.35em" y={`${y}%`} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            overflow="visible"
            aria-hidden="true"
            data-people=""
          >
            {model.people.flatMap((stretches, person) =>
              stretches.map((points, at) => (
                <polyline key={`${person} ${at}`} className={styles.person} points={pointsOf(points)} />
              )),
            )}
          </svg>
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            overflow="visible"
            aria-hidden="true"
          >
            {model.named.flatMap(({ name, position, stretches }) =>
              stretches.map((points, at) => (
                <g key={`${name} ${at}`}>
                  <polyline className={styles.halo} points={pointsOf(points)} />
                  <polyline
                    className={styles.line}
                    points={pointsOf(points)}
                    style={{ stroke: seriesColour(position), strokeDasharray: seriesStyle(position).dash || "none" }}
                  />
                </g>
              )),
            )}
          </svg>
          {model.named.flatMap(({ name, position, intervals }) =>
            intervals.map(({ x, top, bottom }) => (
              <line
                key={`${name} ${x}`}
                className={styles.interval}
                x1={`${x}%`}
                x2={`${x}%`}
                y1={`${top}%`}
                y2={`${bottom}%`}
                style={{ stroke: seriesColour(position) }}
              />
            )),
          )}
          {model.named.flatMap(({ name, position, stretches }) =>
            stretches.flatMap((points) =>
              points.map(({ x, y }) => (
                <svg key={`${name} ${x}`} x={`${x}%`} y={`${y}%`} overflow="visible" aria-hidden="true">
                  <Marker shape={seriesStyle(position).marker} x={0} y={0} colour={seriesColour(position)} />
                </svg>
              )),
            ),
          )}
          {model.xTicks.map(({ x, text, row, anchor }) => (
            <text
              key={x}
              className={`${plot.tick} ${row === 1 ? styles.second : ""}`}
              x={`${x}%`}
              y={HEIGHT + 18}
              textAnchor={anchor}
              dx={anchor === "start" ? -6 : anchor === "end" ? 6 : 0}
            >
              {text}
            </text>
          ))}
        </svg>
      </div>
      <ul className={plot.key}>
        {model.named.map(({ name, position }) => (
          <li key={name}>
            <SeriesKey position={position} /> {name}
          </li>
        ))}
        {model.people.length > 0 && props.personLabel ? (
          <li>
            <svg width="24" height="10" aria-hidden="true">
              <line className={styles.person} x2="24" y1="5" y2="5" />
            </svg>
            {props.personLabel}
          </li>
        ) : null}
        {model.band && props.bandLabel ? (
          <li>
            <svg width="24" height="14" aria-hidden="true">
              <rect className={plot.band} width="24" height="14" />
              <line className={plot.bandEdge} x2="24" y1="1" y2="1" />
              <line className={plot.bandEdge} x2="24" y1="13" y2="13" />
            </svg>
            {props.bandLabel}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function pointsOf(points: readonly WavePoint[]): string {
  // A stretch of one value is a line of no length with round ends: a dot.
  const [first] = points;
  return (points.length === 1 && first ? [first, first] : points).map(({ x, y }) => `${x},${y}`).join(" ");
}
