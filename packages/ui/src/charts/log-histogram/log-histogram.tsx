import { useId } from "react";
import plot from "../plot.module.css";
import { type DrawnBar, type LogHistogramInput, logHistogram } from "./log-histogram.model";
import styles from "./log-histogram.module.css";

const HEIGHT = 96;
const TOP = 18;

/**
 * Numbers of copies on the logarithmic scale, one occasion above the other. People of whom only a limit is known stand beside
 * the axis, striped. Drawn as it stands, without script; for the eye only.
 *
 * @param names of the occasions, in the order of the sides
 * @param below and above: what stands under the people beyond their limits
 * @param unit of the axis
 */
export function LogHistogram(
  props: LogHistogramInput & {
    readonly names: readonly string[];
    readonly below: string;
    readonly above: string;
    readonly unit: string;
  },
): React.JSX.Element | null {
  const id = useId();
  const model = logHistogram(props);
  if (!model.drawn) return null;
  return (
    <div className={styles.frame}>
      <svg width="0" height="0" className={styles.patterns} aria-hidden="true">
        <defs>
          <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={styles.ground} width="7" height="7" />
            <line className={styles.stripe} y2="7" />
          </pattern>
        </defs>
      </svg>
      {model.sides.map((bars, side) => (
        <div key={side}>
          <p className={styles.name}>{props.names[side]}</p>
          <svg className={plot.drawing} height={TOP + HEIGHT} aria-hidden="true">
            {bars.map((bar) => (
              <Bar key={bar.x} bar={bar} pattern={`url(#${id})`} />
            ))}
            <line
              className={plot.zero}
              x1={`${model.axis.from}%`}
              x2={`${model.axis.to}%`}
              y1={TOP + HEIGHT}
              y2={TOP + HEIGHT}
            />
          </svg>
        </div>
      ))}
      <svg className={plot.drawing} height={36} aria-hidden="true">
        {model.ticks.map(({ x, text }) => (
          <text key={x} className={plot.tick} x={`${x}%`} y={14} textAnchor={x > 96 ? "end" : "middle"}>
            {text}
          </text>
        ))}
        {model.below ? (
          <text className={plot.tick} x="0" y={31}>
            {`◁ ${props.below}`}
          </text>
        ) : null}
        <text className={plot.tick} x={model.above ? "50%" : "100%"} y={31} textAnchor={model.above ? "middle" : "end"}>
          {props.unit}
        </text>
        {model.above ? (
          <text className={plot.tick} x="100%" y={31} textAnchor="end">
            {`${props.above} ▷`}
          </text>
        ) : null}
      </svg>
    </div>
  );
}

function Bar({ bar, pattern }: { readonly bar: DrawnBar; readonly pattern: string }): React.JSX.Element | null {
  const { x, width, height, people, censored } = bar;
  if (people === 0) return null;
  const y = TOP + HEIGHT * (1 - height);
  return (
    <>
      <rect
        className={censored === null ? styles.bar : styles.censored}
        style={censored === null ? undefined : { fill: pattern }}
        x={`${x + width * 0.04}%`}
        width={`${width * 0.92}%`}
        y={y}
        height={HEIGHT * height}
      />
      <text className={`${plot.tick} ${styles.count}`} x={`${x + width / 2}%`} y={y - 4} textAnchor="middle">
        {people}
      </text>
    </>
  );
}
