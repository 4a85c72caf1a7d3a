import type { ReactNode } from "react";
import { seriesColour, seriesStyle } from "../../theme/chart-palette.model";
import { Marker } from "../outcome-lines/marker";
import { SeriesKey } from "../outcome-lines/series-key";
import plot from "../plot.module.css";
import {
  type DomainForestAxis,
  type DomainForestOutcome,
  type DomainForestRow,
  type DomainForestStrip,
  domainForestAxis,
  domainForestStrip,
} from "./domain-forest.model";
import styles from "./domain-forest.module.css";

/** A row with what stands beside its strip, in words. */
export interface WrittenRow extends DomainForestRow {
  /** The change in the units of the measure. */
  readonly own: ReactNode;
  /** The standardised change. */
  readonly standard: ReactNode;
  readonly reading: ReactNode;
  readonly people: ReactNode;
  readonly checks: ReactNode;
}

export interface WrittenOutcome extends DomainForestOutcome<WrittenRow> {
  readonly label: ReactNode;
  /** In what it is measured, and which way is better. */
  readonly note: string;
}

/**
 * The outcomes of a domain below each other, a row per cohort, on one axis of standardised change on which better is always to
 * the right. Drawn as it stands, without script. For the eye: put the same numbers into a table beside it.
 *
 * @param reach the outcomes the axis is made for: those of the whole page, so that domains can be compared
 * @param heads what stands above the columns, in the order of a row
 */
export function DomainForest(props: {
  readonly outcomes: readonly WrittenOutcome[];
  readonly reach: readonly DomainForestOutcome[];
  readonly heads: Readonly<Record<"cohort" | "figures" | "reading" | "checks", string>>;
  readonly better: string;
  readonly worse: string;
  readonly bandLabel: string;
  readonly axisLabel: string;
  readonly locale: string;
}): React.JSX.Element {
  const { outcomes, reach, heads, locale } = props;
  const axis = domainForestAxis(reach, locale);
  const hasBand = outcomes.some(({ rows }) => rows.some((row) => row.noticeable !== null));
  return (
    <div className={styles.forest}>
      <div className={`${styles.row} ${styles.heads}`}>
        <div>{heads.cohort}</div>
        <div className={`${plot.ends} ${styles.strip}`}>
          <span>{`← ${props.worse}`}</span>
          <span>{`${props.better} →`}</span>
        </div>
        <div className={styles.figures}>{heads.figures}</div>
        <div className={styles.reading}>{heads.reading}</div>
        <div className={styles.checks}>{heads.checks}</div>
      </div>
      {outcomes.map(({ id, label, note, improvement, rows }) => (
        <div key={id} className={styles.outcome} data-outcome={id}>
          <div className={styles.label}>
            {label} <span className={styles.note}>{note}</span>
          </div>
          {rows.map((row) => (
            <Row key={row.id} row={row} axis={axis} strip={domainForestStrip(row, improvement, axis)} />
          ))}
        </div>
      ))}
      <div className={styles.row}>
        <div />
        <svg className={`${plot.drawing} ${styles.strip}`} height={18} aria-hidden="true">
          {axis.ticks.map(({ x, text }) => (
            <text key={text} className={plot.tick} x={`${x}%`} y={13} textAnchor="middle">
              {text}
            </text>
          ))}
        </svg>
      </div>
      <ul className={plot.key}>
        <li>{props.axisLabel}</li>
        {hasBand ? (
          <li>
            <svg width="24" height="14" aria-hidden="true">
              <rect className={plot.band} width="24" height="14" />
              <line className={plot.bandEdge} x1="1" x2="1" y2="14" />
              <line className={plot.bandEdge} x1="23" x2="23" y2="14" />
            </svg>
            {props.bandLabel}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Row(props: {
  readonly row: WrittenRow;
  readonly axis: DomainForestAxis;
  readonly strip: DomainForestStrip;
}): React.JSX.Element {
  const { row, axis, strip } = props;
  return (
    <div className={styles.row} data-row={row.id}>
      <div className={styles.cohort}>
        <SeriesKey position={row.position} />
        <span>
          {row.name} <span className={styles.note}>{row.people}</span>
        </span>
      </div>
      <Strip axis={axis} strip={strip} position={row.position} />
      <div className={styles.figures}>
        {row.own} <span className={styles.note}>{row.standard}</span>
      </div>
      <div className={styles.reading}>{row.reading}</div>
      <div className={styles.checks}>{row.checks}</div>
    </div>
  );
}

const STRIP = 26;
const MIDDLE = STRIP / 2;
const ARROW = 5;

function Strip(props: {
  readonly axis: DomainForestAxis;
  readonly strip: DomainForestStrip;
  readonly position: number;
}): React.JSX.Element {
  const { axis, strip, position } = props;
  const { band, mark } = strip;
  const colour = seriesColour(position);
  const stroke = { stroke: colour, strokeWidth: 2 };
  return (
    <svg className={`${plot.drawing} ${styles.strip}`} height={STRIP} aria-hidden="true">
      {band ? (
        <>
          <rect className={plot.band} x={`${band.from}%`} width={`${band.to - band.from}%`} height={STRIP} />
          {[band.from, band.to].map((x) => (
            <line key={x} className={plot.bandEdge} x1={`${x}%`} x2={`${x}%`} y2={STRIP} />
          ))}
        </>
      ) : null}
      {axis.ticks.map(({ x }) => (
        <line key={x} className={plot.grid} x1={`${x}%`} x2={`${x}%`} y2={STRIP} />
      ))}
      <line className={plot.zero} x1={`${axis.zero}%`} x2={`${axis.zero}%`} y2={STRIP} />
      {mark ? (
        <>
          <line style={stroke} x1={`${mark.low}%`} x2={`${mark.high}%`} y1={MIDDLE} y2={MIDDLE} />
          <End x={mark.low} cut={mark.cutLow} towards={1} style={stroke} />
          <End x={mark.high} cut={mark.cutHigh} towards={-1} style={stroke} />
          <svg x={`${mark.value}%`} y={MIDDLE} overflow="visible" aria-hidden="true">
            <Marker shape={seriesStyle(position).marker} x={0} y={0} colour={colour} />
          </svg>
        </>
      ) : null}
    </svg>
  );
}

/** The end of an interval, or an arrow where it goes on beyond the axis. */
function End(props: {
  readonly x: number;
  readonly cut: boolean;
  readonly towards: 1 | -1;
  readonly style: React.CSSProperties;
}): React.JSX.Element {
  const { x, cut, towards, style } = props;
  const back = ARROW * towards;
  return (
    <svg x={`${x}%`} y={MIDDLE} overflow="visible" aria-hidden="true">
      {cut ? (
        <path d={`M${back} ${-ARROW}L0 0L${back} ${ARROW}`} style={{ ...style, fill: "none" }} />
      ) : (
        <line style={style} y1={-ARROW} y2={ARROW} />
      )}
    </svg>
  );
}
