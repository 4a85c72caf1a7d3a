import plot from "../plot.module.css";
import { type CumulativeCurveInput, cumulativeCurve } from "./cumulative-curve.model";
import styles from "./cumulative-curve.module.css";

const HEIGHT = 220;

/**
 * Share of people who changed by at most so much, for every change: no single threshold decides. Drawn as it stands,
 * without script; for the eye only.
 *
 * @param better and worse: what stands at the two ends
 * @param bandLabel what the band around zero is
 */
export function CumulativeCurve(
  props: CumulativeCurveInput & {
    readonly better: string;
    readonly worse: string;
    readonly bandLabel: string | null;
  },
): React.JSX.Element | null {
  const model = cumulativeCurve(props);
  if (!model.drawn) return null;
  const [left, right] = model.better === "left" ? [props.better, props.worse] : [props.worse, props.better];
  return (
    <div>
      <div className={styles.frame}>
        <svg className={plot.drawing} height={HEIGHT} aria-hidden="true">
          {model.band ? (
            <>
              <rect
                className={plot.band}
                x={`${model.band.from}%`}
                width={`${model.band.to - model.band.from}%`}
                height="100%"
              />
              {[model.band.from, model.band.to].map((x) => (
                <line key={x} className={plot.bandEdge} x1={`${x}%`} x2={`${x}%`} y2="100%" />
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
          <line className={plot.zero} x1={`${model.zero}%`} x2={`${model.zero}%`} y2="100%" />
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            overflow="visible"
            aria-hidden="true"
          >
            <polyline className={styles.curve} points={model.corners.map(({ x, y }) => `${x},${y}`).join(" ")} />
          </svg>
          {model.xTicks.map(({ x, text }) => (
            <text key={text} className={plot.tick} x={`${x}%`} y={HEIGHT + 18} textAnchor="middle">
              {text}
            </text>
          ))}
        </svg>
      </div>
      {model.better ? (
        <div className={`${plot.ends} ${styles.ends}`}>
          <span>{`← ${left}`}</span>
          <span>{`${right} →`}</span>
        </div>
      ) : null}
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
