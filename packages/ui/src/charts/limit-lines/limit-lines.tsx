import plot from "../plot.module.css";
import { type LimitLinesInput, type LimitSpot, limitLines } from "./limit-lines.model";
import styles from "./limit-lines.module.css";

const HEIGHT = 300;

/**
 * Results of single people over time, on the logarithmic scale. A result below its limit is an open triangle at the limit that
 * points down, one above it points up, and lines to and from them are dashed. Drawn as it stands; for the eye only.
 *
 * @param names what each mark means
 * @param thresholdName of a threshold, e.g. "1,000 copies/mL"
 */
export function LimitLines(
  props: LimitLinesInput & {
    readonly names: { readonly quantified: string; readonly below: string; readonly above: string };
    readonly thresholdName: (copies: number) => string;
  },
): React.JSX.Element | null {
  const model = limitLines(props);
  if (!model.drawn) return null;
  const marks = [
    "quantified" as const,
    ...(model.limits.below ? (["below"] as const) : []),
    ...(model.limits.above ? (["above"] as const) : []),
  ];
  return (
    <div>
      <div className={styles.frame}>
        <svg className={plot.drawing} height={HEIGHT} aria-hidden="true">
          {model.ticks.map(({ y, text }) => (
            <g key={text}>
              <line className={plot.grid} x2="100%" y1={`${y}%`} y2={`${y}%`} />
              <text className={plot.tick} dx={-8} dy="0.35em" y={`${y}%`} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          <g data-people="">
            {model.segments.map(({ from, to, uncertain }, at) => (
              <line
                key={at}
                className={uncertain ? styles.uncertain : styles.line}
                x1={`${from.x}%`}
                x2={`${to.x}%`}
                y1={`${from.y}%`}
                y2={`${to.y}%`}
              />
            ))}
          </g>
          {model.thresholds.map(({ y, copies }) => (
            <g key={copies}>
              <line className={styles.threshold} x2="100%" y1={`${y}%`} y2={`${y}%`} />
              <text className={`${plot.strong} ${styles.name}`} x="100%" y={`${y}%`} dy={-5} textAnchor="end">
                {props.thresholdName(copies)}
              </text>
            </g>
          ))}
          <g data-people="">
            {model.spots.map((spot, at) => (
              <svg key={at} x={`${spot.x}%`} y={`${spot.y}%`} overflow="visible" aria-hidden="true">
                <Mark kind={spot.kind} />
              </svg>
            ))}
          </g>
          {model.times.map(({ x, text }) => (
            <text key={x} className={plot.tick} x={`${x}%`} y={HEIGHT + 22} textAnchor={anchorAt(x)}>
              {text}
            </text>
          ))}
        </svg>
      </div>
      <ul className={plot.key}>
        {marks.map((kind) => (
          <li key={kind}>
            <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">
              <Mark kind={kind} />
            </svg>
            {props.names[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The mark of a result around the origin: the tip of a triangle's base lies at the limit. */
function Mark({ kind }: { readonly kind: LimitSpot["kind"] }): React.JSX.Element {
  switch (kind) {
    case "quantified":
      return <circle className={styles.spot} r={2.6} />;
    case "below":
      return <path className={styles.limit} d="M-4.5 -3H4.5L0 5Z" />;
    case "above":
      return <path className={styles.limit} d="M-4.5 3H4.5L0 -5Z" />;
  }
}

function anchorAt(x: number): "start" | "middle" | "end" {
  return x < 10 ? "start" : x > 90 ? "end" : "middle";
}
