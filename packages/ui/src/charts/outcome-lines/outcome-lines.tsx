"use client";

import { useElementSize } from "@mantine/hooks";
import { use } from "react";
import { seriesColour, seriesStyle } from "../../theme/chart-palette.model";
import { DrawnWidth } from "../save/drawn-width";
import { Marker } from "./marker";
import { type OutcomeLine, type OutcomeLinesInput, type OutcomeLinesModel, outcomeLines } from "./outcome-lines.model";
import styles from "./outcome-lines.module.css";
import { SeriesKey } from "./series-key";

/** Drawn at this width on the server and until the browser has measured. */
const FIRST_WIDTH = 480;
const HEIGHT = 250;
const BARE_HEIGHT = 170;

/**
 * Means of one outcome at each wave with 95 % intervals, a line per cohort with its name at the end. Plain SVG: it is in
 * the page before any script runs, and it prints. Hidden from screen readers by the frame it stands in.
 *
 * @param better what the arrow says, e.g. "lower is better"; absent where neither is
 * @param bare one of many on a page that has one key for all: lower, and without a key of its own
 * @param importantLabel what the bar at the left edge is, e.g. "5 points: the smallest change people notice"
 */
export function OutcomeLines(
  props: Omit<OutcomeLinesInput, "width" | "height"> & {
    readonly better?: string | undefined;
    readonly importantLabel?: string | undefined;
    readonly bare?: boolean | undefined;
  },
): React.JSX.Element | null {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = use(DrawnWidth) ?? (measured > 0 ? Math.round(measured) : FIRST_WIDTH);
  const model = outcomeLines({ ...props, width, height: props.bare ? BARE_HEIGHT : HEIGHT });
  if (!model.drawn) return null;
  return (
    <div ref={ref} className={styles.chart}>
      {model.better && props.better ? (
        <p className={styles.better}>
          <Arrow up={model.better === "up"} /> {props.better}
        </p>
      ) : null}
      <svg className={styles.drawing} viewBox={`0 0 ${model.width} ${model.height}`} role="presentation">
        <Axes model={model} />
        {model.importantBar ? <ImportantBar model={model} bar={model.importantBar} /> : null}
        {model.lines.map((line) => (
          <Cohort key={line.id} line={line} right={model.plot.right} />
        ))}
      </svg>
      {model.namesBeside || props.bare ? null : (
        <ul className={styles.key}>
          {model.lines.map(({ id, name, position }) => (
            <li key={id}>
              <SeriesKey position={position} /> {name}
            </li>
          ))}
        </ul>
      )}
      {model.importantBar && props.importantLabel ? (
        <p className={styles.important}>
          <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
            <path d="M1 1h8M5 1v14M1 15h8" className={styles.bar} />
          </svg>
          {props.importantLabel}
        </p>
      ) : null}
    </div>
  );
}

function Arrow({ up }: { readonly up: boolean }): React.JSX.Element {
  return (
    <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
      <path d={up ? "M6 15V2M1 7l5-5 5 5" : "M6 1v13M1 9l5 5 5-5"} className={styles.arrow} />
    </svg>
  );
}

function Axes({ model }: { readonly model: OutcomeLinesModel }): React.JSX.Element {
  const { plot, yTicks, xTicks } = model;
  return (
    <g>
      {yTicks.map(({ y, text }) => (
        <g key={text}>
          <line className={styles.grid} x1={plot.left} x2={plot.right} y1={y} y2={y} />
          <text className={styles.tick} x={plot.left - 8} y={y} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, row, text }) => (
        <text key={`${x}`} className={styles.tick} x={x} y={plot.bottom + 20 + 15 * row} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

function ImportantBar(props: {
  readonly model: OutcomeLinesModel;
  readonly bar: { readonly top: number; readonly bottom: number };
}): React.JSX.Element {
  const { top, bottom } = props.bar;
  const x = props.model.plot.left + 6;
  return <path className={styles.bar} d={`M${x - 4} ${top}h8M${x} ${top}V${bottom}M${x - 4} ${bottom}h8`} />;
}

function Cohort({ line, right }: { readonly line: OutcomeLine; readonly right: number }): React.JSX.Element {
  const { dash, marker } = seriesStyle(line.position);
  const colour = seriesColour(line.position);
  const last = line.points.at(-1);
  return (
    <g>
      {line.segments.map((points) => (
        <polyline
          key={points[0]?.timepointId}
          className={styles.line}
          points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
          style={{ stroke: colour, strokeDasharray: dash || "none" }}
        />
      ))}
      {line.points.map(({ timepointId, x, y, top, bottom, pairedOnly }) => (
        <g key={timepointId}>
          <path
            className={styles.interval}
            d={`M${x - 3.5} ${top}h7M${x} ${top}V${bottom}M${x - 3.5} ${bottom}h7`}
            style={{ stroke: colour }}
          />
          <Marker shape={marker} x={x} y={y} colour={colour} hollow={pairedOnly} />
        </g>
      ))}
      {line.label && last ? (
        <>
          <path
            className={styles.leader}
            d={`M${last.x + 6} ${last.y}L${right + 6} ${line.label.y}`}
            style={{ stroke: colour }}
          />
          <text className={styles.name} x={right + 10} y={line.label.y} dy="0.35em" style={{ fill: colour }}>
            {line.label.text}
          </text>
        </>
      ) : null}
    </g>
  );
}
