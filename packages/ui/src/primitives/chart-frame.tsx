"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import styles from "./chart-frame.module.css";

/**
 * Every chart sits in one of these: the title states the finding, the table is one press away, and "how was this
 * computed?" opens the method. The chart itself is hidden from screen readers, which get the summary and the table.
 */
export function ChartFrame(props: {
  /** What the chart shows, as a sentence. */
  readonly finding: ReactNode;
  readonly subtitle?: ReactNode;
  /** The chart. */
  readonly chart: ReactNode;
  /** The same numbers as a table. */
  readonly table: ReactNode;
  /** The chart in words, read out in its place. */
  readonly summary: string;
  readonly labels: { readonly showTable: string; readonly showChart: string; readonly howComputed: string };
  readonly explanation?: ReactNode;
  /** E.g. the button that downloads the CSV. */
  readonly tools?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
}): React.JSX.Element {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const Heading = `h${props.headingLevel ?? 3}` as const;
  return (
    <figure className={styles.frame} aria-labelledby={titleId}>
      <div className={styles.top}>
        <div className={styles.words}>
          <Heading id={titleId} className={styles.finding}>
            {props.finding}
          </Heading>
          {props.subtitle ? <p className={styles.subtitle}>{props.subtitle}</p> : null}
        </div>
        <div className={styles.tools}>
          <Button size="small" onClick={() => setAsTable(!asTable)}>
            {asTable ? props.labels.showChart : props.labels.showTable}
          </Button>
          {props.tools}
        </div>
      </div>
      {asTable ? (
        props.table
      ) : (
        <>
          <div aria-hidden="true">{props.chart}</div>
          <p className="visually-hidden">{props.summary}</p>
        </>
      )}
      {props.explanation ? (
        <details className={styles.disclosure}>
          <summary>{props.labels.howComputed}</summary>
          <div className={styles.explanation}>{props.explanation}</div>
        </details>
      ) : null}
    </figure>
  );
}
