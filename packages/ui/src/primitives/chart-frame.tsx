"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { DrawnWidth } from "../charts/save/drawn-width";
import { SaveChart } from "../charts/save/save-chart";
import { CHART_WIDTH } from "../charts/save/stage";
import { Button } from "./button";
import styles from "./chart-frame.module.css";

/**
 * Every chart sits in one of these: the title states the finding, the table stands beside it or is one press away,
 * and "how was this computed?" opens the method. The chart itself is hidden from screen readers, which get the summary and the table.
 * Inside `ChartFiles` it can be saved.
 */
export function ChartFrame(props: {
  /** What the chart shows, as a sentence. */
  readonly finding: ReactNode;
  readonly subtitle?: ReactNode;
  /** What the chart shows, where the title only names it: the finding of the part it stands in. Leads in a file of the chart. */
  readonly states?: string | undefined;
  /** What a file of the chart has to say besides, because the page says it elsewhere: how many people, by which rule. */
  readonly basis?: string | undefined;
  /** True where the chart has a line for each of single people. */
  readonly ofPeople?: boolean;
  /** The chart. */
  readonly chart: ReactNode;
  /** False where words stand in place of a drawing: there is nothing to save. */
  readonly isDrawn?: boolean;
  /** The same numbers as a table, in place of the chart when asked for. Left out where the table stands beside it. */
  readonly table?: { readonly content: ReactNode; readonly show: string; readonly hide: string };
  /** The chart in words, read out in its place. */
  readonly summary: string;
  readonly explanation?: { readonly content: ReactNode; readonly label: string };
  /** E.g. the button that downloads the CSV. */
  readonly tools?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
}): React.JSX.Element {
  const [asTable, setAsTable] = useState(false);
  const [drawnWidth, setDrawnWidth] = useState<number | null>(null);
  const figure = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const subtitle = useRef<HTMLParagraphElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const Heading = `h${props.headingLevel ?? 3}` as const;
  const picture = () => {
    if (title.current === null || !chart.current?.querySelector("svg")) return null;
    const heading = title.current.textContent ?? "";
    // Charts that measure themselves follow the width of the file for one moment, before anything is painted.
    flushSync(() => setDrawnWidth(CHART_WIDTH));
    const drawing = chart.current.cloneNode(true);
    flushSync(() => setDrawnWidth(null));
    if (!(drawing instanceof HTMLElement)) return null;
    const below = subtitle.current?.textContent === props.states ? null : subtitle.current;
    return {
      title: props.states ?? heading,
      subtitles: [props.states ? heading : null, below, props.basis].flatMap((one) => one ?? []),
      chart: drawing,
      summary: props.summary,
    };
  };
  return (
    <figure ref={figure} className={styles.frame} aria-labelledby={titleId}>
      <div className={styles.top}>
        <div className={styles.words}>
          <Heading ref={title} id={titleId} className={styles.finding}>
            {props.finding}
          </Heading>
          {props.subtitle ? (
            <p ref={subtitle} className={styles.subtitle}>
              {props.subtitle}
            </p>
          ) : null}
        </div>
        <div className={styles.tools}>
          {props.table ? (
            <Button size="small" onClick={() => setAsTable(!asTable)}>
              {asTable ? props.table.hide : props.table.show}
            </Button>
          ) : null}
          {props.tools}
          {(props.isDrawn ?? true) ? (
            <SaveChart figure={() => figure.current} picture={picture} ofPeople={props.ofPeople ?? false} />
          ) : null}
        </div>
      </div>
      {asTable ? (
        props.table?.content
      ) : (
        <>
          <div ref={chart} aria-hidden="true">
            <DrawnWidth value={drawnWidth}>{props.chart}</DrawnWidth>
          </div>
          <p className="visually-hidden">{props.summary}</p>
        </>
      )}
      {props.explanation ? (
        <details className={styles.disclosure}>
          <summary>{props.explanation.label}</summary>
          <div className={styles.explanation}>{props.explanation.content}</div>
        </details>
      ) : null}
    </figure>
  );
}
