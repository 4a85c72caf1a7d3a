import { seriesColour, seriesStyle } from "../../theme/chart-palette.model";
import plot from "../plot.module.css";
import { type EventCurveInput, eventCurve } from "./event-curve.model";
import styles from "./event-curve.module.css";

const HEIGHT = 240;
const ROW = 20;

/**
 * Share of people with an event by day, with limits and the numbers still at risk below. Drawn as it stands, without script;
 * for the eye only.
 *
 * @param days what the axis counts
 * @param atRisk heading of the numbers below
 */
export function EventCurve(
  props: EventCurveInput & { readonly days: string; readonly atRisk: string },
): React.JSX.Element | null {
  const model = eventCurve(props);
  if (!model.drawn) return null;
  return (
    <div>
      <div className={styles.frame}>
        <svg className={plot.drawing} height={HEIGHT + 44} aria-hidden="true">
          {model.yTicks.map(({ y, text }) => (
            <g key={text}>
              <line className={plot.grid} x2="100%" y1={(HEIGHT * y) / 100} y2={(HEIGHT * y) / 100} />
              <text className={plot.tick} dx={-8} dy="0.35em" y={(HEIGHT * y) / 100} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height={HEIGHT}
            overflow="visible"
            aria-hidden="true"
          >
            {model.curves.map(({ id, bands }, position) => (
              <g key={id} style={{ fill: seriesColour(position) }} className={styles.band}>
                {bands.map((corners) => (
                  <polygon key={corners[0]?.x} points={corners.map(({ x, y }) => `${x},${y}`).join(" ")} />
                ))}
              </g>
            ))}
            {model.curves.map(({ id, corners }, position) => (
              <polyline
                key={id}
                className={styles.curve}
                style={{ stroke: seriesColour(position), strokeDasharray: seriesStyle(position).dash }}
                points={corners.map(({ x, y }) => `${x},${y}`).join(" ")}
              />
            ))}
          </svg>
          {model.xTicks.map(({ x, text }) => (
            <text key={text} className={plot.tick} x={`${x}%`} y={HEIGHT + 18} textAnchor={x > 97 ? "end" : "middle"}>
              {text}
            </text>
          ))}
          <text className={plot.tick} x="100%" y={HEIGHT + 38} textAnchor="end">
            {props.days}
          </text>
        </svg>
        <p className={styles.heading}>{props.atRisk}</p>
        {model.curves.map(({ id, label, risk }) => (
          <div key={id}>
            <p className={styles.who}>{label}</p>
            <svg className={plot.drawing} height={ROW} aria-hidden="true">
              {risk.map(({ x, text }) => (
                <text key={x} className={plot.tick} x={`${x}%`} y={14} textAnchor={x > 97 ? "end" : "middle"}>
                  {text}
                </text>
              ))}
            </svg>
          </div>
        ))}
      </div>
      <ul className={plot.key}>
        {model.curves.map(({ id, label }, position) => (
          <li key={id}>
            <svg width="30" height="10" aria-hidden="true">
              <line
                className={styles.curve}
                style={{ stroke: seriesColour(position), strokeDasharray: seriesStyle(position).dash }}
                x2="30"
                y1="5"
                y2="5"
              />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
