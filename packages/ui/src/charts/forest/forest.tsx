import plot from "../plot.module.css";
import { type ForestInput, type ForestModel, forest } from "./forest.model";
import styles from "./forest.module.css";

/**
 * Estimates of one quantity below each other, with their intervals, zero and the band nobody would notice. Drawn as it
 * stands, without script. For the eye: put the same numbers into a table beside it.
 *
 * @param better and worse: what stands at the two ends, e.g. "better"
 * @param bandLabel what the band is, e.g. "less than 5 points: nobody would notice"
 */
export function Forest(
  props: ForestInput & {
    readonly better: string;
    readonly worse: string;
    readonly bandLabel: string | null;
  },
): React.JSX.Element | null {
  const model = forest(props);
  if (!model.drawn) return null;
  const [left, right] = model.better === "left" ? [props.better, props.worse] : [props.worse, props.better];
  return (
    <div>
      <div className={styles.rows}>
        {model.rows.map(({ id, label, note, text, mark }) => (
          <div key={id} className={styles.row} data-row={id}>
            <div className={styles.label}>
              {label}
              {note ? <span className={styles.note}>{note}</span> : null}
            </div>
            <svg className={`${plot.drawing} ${styles.strip}`} height={STRIP} aria-hidden="true">
              <Ground model={model} />
              {mark ? (
                <>
                  <line
                    className={styles.interval}
                    x1={`${mark.low}%`}
                    x2={`${mark.high}%`}
                    y1={STRIP / 2}
                    y2={STRIP / 2}
                  />
                  {[mark.low, mark.high].map((end) => (
                    <line
                      key={end}
                      className={styles.interval}
                      x1={`${end}%`}
                      x2={`${end}%`}
                      y1={STRIP / 2 - 5}
                      y2={STRIP / 2 + 5}
                    />
                  ))}
                  <circle className={styles.value} cx={`${mark.value}%`} cy={STRIP / 2} r={5} />
                </>
              ) : null}
            </svg>
            <div className={styles.text}>{text}</div>
          </div>
        ))}
        <div className={styles.row}>
          <div className={styles.label} />
          <svg className={`${plot.drawing} ${styles.strip}`} height={18} aria-hidden="true">
            {model.ticks.map(({ x, text }) => (
              <text key={text} className={plot.tick} x={`${x}%`} y={13} textAnchor="middle">
                {text}
              </text>
            ))}
          </svg>
          <div className={styles.text} />
        </div>
        {model.better ? (
          <div className={styles.row}>
            <div className={styles.label} />
            <div className={`${plot.ends} ${styles.strip}`}>
              <span>{`← ${left}`}</span>
              <span>{`${right} →`}</span>
            </div>
            <div className={styles.text} />
          </div>
        ) : null}
      </div>
      {model.band && props.bandLabel ? (
        <ul className={plot.key}>
          <li>
            <svg width="24" height="14" aria-hidden="true">
              <rect className={plot.band} width="24" height="14" />
              <line className={plot.bandEdge} x1="1" x2="1" y2="14" />
              <line className={plot.bandEdge} x1="23" x2="23" y2="14" />
            </svg>
            {props.bandLabel}
          </li>
        </ul>
      ) : null}
    </div>
  );
}

const STRIP = 30;

function Ground({ model }: { readonly model: ForestModel }): React.JSX.Element {
  const { band, zero, ticks } = model;
  return (
    <>
      {band ? (
        <>
          <rect className={plot.band} x={`${band.from}%`} width={`${band.to - band.from}%`} height={STRIP} />
          <line className={plot.bandEdge} x1={`${band.from}%`} x2={`${band.from}%`} y2={STRIP} />
          <line className={plot.bandEdge} x1={`${band.to}%`} x2={`${band.to}%`} y2={STRIP} />
        </>
      ) : null}
      {ticks.map(({ x }) => (
        <line key={x} className={plot.grid} x1={`${x}%`} x2={`${x}%`} y2={STRIP} />
      ))}
      <line className={plot.zero} x1={`${zero}%`} x2={`${zero}%`} y2={STRIP} />
    </>
  );
}
