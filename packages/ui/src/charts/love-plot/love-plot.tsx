import plot from "../plot.module.css";
import { type BalanceRow, lovePlot } from "./love-plot.model";
import styles from "./love-plot.module.css";

const STRIP = 26;

/**
 * Differences between two cohorts before, as they are (hollow) and after weighting (filled), with the line up to which
 * they count as alike. Drawn as it stands, without script; for the eye only.
 */
export function LovePlot(props: {
  readonly rows: readonly BalanceRow[];
  readonly before: string;
  readonly after: string;
  readonly limit: string;
  readonly formatValue: (value: number) => string;
}): React.JSX.Element | null {
  const model = lovePlot(props.rows);
  if (!model.drawn) return null;
  return (
    <div>
      {model.rows.map(({ id, label, beforeX, afterX }) => (
        <div key={id} className={styles.row}>
          <span className={styles.label}>{label}</span>
          <svg className={plot.drawing} height={STRIP} aria-hidden="true">
            <line className={plot.grid} x2="100%" y1={STRIP / 2} y2={STRIP / 2} />
            <line className={plot.bandEdge} x1={`${model.limit}%`} x2={`${model.limit}%`} y2={STRIP} />
            {beforeX === null ? null : <circle className={styles.before} cx={`${beforeX}%`} cy={STRIP / 2} r={5.5} />}
            {afterX === null ? null : <circle className={styles.after} cx={`${afterX}%`} cy={STRIP / 2} r={5.5} />}
          </svg>
        </div>
      ))}
      <div className={styles.row}>
        <span className={styles.label} />
        <svg className={plot.drawing} height={18} aria-hidden="true">
          {model.ticks.map(({ x, value }) => (
            <text key={x} className={plot.tick} x={`${x}%`} y={13} textAnchor="middle">
              {props.formatValue(value)}
            </text>
          ))}
        </svg>
      </div>
      <ul className={plot.key}>
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle className={styles.before} cx="7" cy="7" r="5.5" />
          </svg>
          {props.before}
        </li>
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle className={styles.after} cx="7" cy="7" r="5.5" />
          </svg>
          {props.after}
        </li>
        <li>
          <svg width="8" height="14" aria-hidden="true">
            <line className={plot.bandEdge} x1="4" x2="4" y2="14" />
          </svg>
          {props.limit}
        </li>
      </ul>
    </div>
  );
}
