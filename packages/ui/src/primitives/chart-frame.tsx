"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import styles from "./chart-frame.module.css";

/**
 * Every chart sits in one of these: the title states the finding, the table stands beside it or is one press away,
 * and "how was this computed?" opens the method. The chart itself is hidden from screen readers, which get the summary and the table.
 */
export function ChartFrame(props: {
  /** What the chart shows, as a sentence. */
  readonly finding: ReactNode;
  readonly subtitle?: ReactNode;
  /** The chart. */
  readonly chart: ReactNode;
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
        {props.table || props.tools ? (
          <div className={styles.tools}>
            {props.table ? (
              <Button size="small" onClick={() => setAsTable(!asTable)}>
                {asTable ? props.table.hide : props.table.show}
              </Button>
            ) : null}
            {props.tools}
          </div>
        ) : null}
      </div>
      {asTable ? (
        props.table?.content
      ) : (
        <>
          <div aria-hidden="true">{props.chart}</div>
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
