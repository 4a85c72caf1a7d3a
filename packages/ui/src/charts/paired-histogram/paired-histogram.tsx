import plot from "../plot.module.css";
import {
  type HistogramBar,
  type PairedHistogramInput,
  type PairedHistogramModel,
  pairedHistogram,
} from "./paired-histogram.model";
import styles from "./paired-histogram.module.css";

const HEIGHT = 92;
const TOP = 18;

/**
 * Two histograms, one above the other on one axis: scores before and after of the same people, or one figure of two groups.
 * Drawn as it stands, without script; for the eye only.
 *
 * @param names of the two occasions or groups
 * @param medianLabel what stands at the line of the median, where there is one
 */
export function PairedHistogram(
  props: PairedHistogramInput & {
    readonly names: { readonly before: string; readonly after: string };
    readonly medianLabel?: { readonly before: string; readonly after: string };
  },
): React.JSX.Element | null {
  const model = pairedHistogram(props);
  if (!model.drawn) return null;
  return (
    <div className={styles.frame}>
      {(["before", "after"] as const).map((side) => (
        <div key={side}>
          <p className={styles.name}>
            <strong>{props.names[side]}</strong>
            {props.medianLabel ? ` · ${props.medianLabel[side]}` : null}
          </p>
          <svg className={plot.drawing} height={TOP + HEIGHT} aria-hidden="true">
            <Bars bars={model[side]} className={styles[side] ?? ""} />
            <line className={plot.zero} x2="100%" y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
            {model.medians[side] === null ? null : (
              <line
                className={styles.median}
                x1={`${model.medians[side]}%`}
                x2={`${model.medians[side]}%`}
                y1={TOP - 10}
                y2={TOP + HEIGHT}
              />
            )}
            <Counts bars={model[side]} />
          </svg>
          <Ticks model={model} />
        </div>
      ))}
    </div>
  );
}

function Bars({ bars, className }: { readonly bars: readonly HistogramBar[]; readonly className: string }) {
  return bars.map(({ x, width, height, people }) =>
    people === 0 ? null : (
      <rect
        key={x}
        className={className}
        x={`${x + width * 0.06}%`}
        width={`${width * 0.88}%`}
        y={TOP + HEIGHT * (1 - height)}
        height={HEIGHT * height}
      />
    ),
  );
}

/** On top of the line of the median, with a rim, so that both can be read. */
function Counts({ bars }: { readonly bars: readonly HistogramBar[] }) {
  return bars.map(({ x, width, height, people }) =>
    people === 0 ? null : (
      <text
        key={x}
        className={`${plot.tick} ${styles.count}`}
        x={`${x + width / 2}%`}
        y={TOP + HEIGHT * (1 - height) - 4}
        textAnchor="middle"
      >
        {people}
      </text>
    ),
  );
}

function Ticks({ model }: { readonly model: PairedHistogramModel }): React.JSX.Element {
  return (
    <svg className={plot.drawing} height={20} aria-hidden="true">
      {model.ticks.map(({ x, text }) => (
        <text key={x} className={plot.tick} x={`${x}%`} y={14} textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}
