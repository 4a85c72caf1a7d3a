import plot from "../plot.module.css";
import { type CascadeRow, cascadeBars } from "./cascade-bars.model";
import styles from "./cascade-bars.module.css";

const HEIGHT = 34;
/** Stands in the outline of what nobody can know. */
const UNKNOWN = "?";

/**
 * Shares of people, one bar each, with the target as a line, the interval, and how far people of whom nothing is known could
 * move it. Drawn as it stands, without script; for the eye only.
 *
 * @param names of the target and of the stretch that is not known
 */
export function CascadeBars(props: {
  readonly rows: readonly CascadeRow[];
  readonly names: { readonly target: string; readonly interval: string; readonly possible: string };
}): React.JSX.Element {
  const { rows } = cascadeBars(props.rows);
  return (
    <div>
      <ul className={styles.rows}>
        {rows.map(({ id, label, note, text, share, interval, possible, target, unknowable }) => (
          <li key={id} className={styles.row}>
            <p className={styles.label}>
              <strong>{label}</strong>
              <span className={styles.text}>{text}</span>
            </p>
            <svg className={plot.drawing} height={HEIGHT} aria-hidden="true">
              <rect className={unknowable ? styles.unknowable : styles.whole} y="7" width="100%" height={HEIGHT - 14} />
              {possible ? (
                <rect
                  className={styles.possible}
                  x={`${possible.from}%`}
                  width={`${possible.to - possible.from}%`}
                  y="7"
                  height={HEIGHT - 14}
                />
              ) : null}
              {share === null ? null : <rect className={styles.share} y="7" width={`${share}%`} height={HEIGHT - 14} />}
              {unknowable ? (
                <text className={plot.strong} x="50%" y={HEIGHT / 2} dy="0.35em" textAnchor="middle">
                  {UNKNOWN}
                </text>
              ) : null}
              {interval ? <Whisker low={interval.low} high={interval.high} /> : null}
              {target === null ? null : (
                <line className={styles.target} x1={`${target}%`} x2={`${target}%`} y1="1" y2={HEIGHT - 1} />
              )}
            </svg>
            <p className={styles.note}>{note}</p>
          </li>
        ))}
      </ul>
      <ul className={plot.key}>
        <li>
          <svg width="14" height="16" aria-hidden="true">
            <line className={styles.target} x1="7" x2="7" y2="16" />
          </svg>
          {props.names.target}
        </li>
        <li>
          <svg width="26" height="12" aria-hidden="true">
            <Whisker low={8} high={92} middle={6} />
          </svg>
          {props.names.interval}
        </li>
        {rows.some(({ possible }) => possible !== null) ? (
          <li>
            <svg width="22" height="14" aria-hidden="true">
              <rect className={styles.possible} x="1" y="1" width="20" height="12" />
            </svg>
            {props.names.possible}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Whisker(props: { readonly low: number; readonly high: number; readonly middle?: number }): React.JSX.Element {
  const middle = props.middle ?? HEIGHT / 2;
  return (
    <>
      {[styles.rim, styles.whisker].map((layer) => (
        <g key={layer} className={layer}>
          <line x1={`${props.low}%`} x2={`${props.high}%`} y1={middle} y2={middle} />
          {[props.low, props.high].map((end) => (
            <line key={end} x1={`${end}%`} x2={`${end}%`} y1={middle - 4} y2={middle + 4} />
          ))}
        </g>
      ))}
    </>
  );
}
