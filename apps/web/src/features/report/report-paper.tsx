import type { ReportBlock, ReportDocument } from "@alongside/domain/report/report-document";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import styles from "./report-paper.module.css";

const LANGUAGES = { en: "en-GB", zh: "zh-CN" } as const;

/** A table of so many rows stands on one page of paper. */
const SHORT = 9;

/** A report as a page: on the screen as on paper, whatever the screen's own language and colours are. */
export function ReportPaper({ document }: { readonly document: ReportDocument }): React.JSX.Element {
  const { language, title, about, mark, blocks } = document;
  return (
    <article className={styles.paper} lang={LANGUAGES[language]} data-report={document.stamp}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {mark === null ? null : <p className={styles.mark}>{mark}</p>}
        <ul className={styles.about}>
          {about.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </header>
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: ReportBlock }): React.JSX.Element {
  switch (block.kind) {
    case "heading":
      return <Heading {...block} />;
    case "paragraph":
      return <p className={styles[block.tone]}>{block.text}</p>;
    case "list":
      return (
        <ul className={styles[block.tone]}>
          {block.items.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <Table {...block} />;
    case "figure":
      return (
        <figure className={styles.figure}>
          <figcaption>{block.caption}</figcaption>
          <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg)}`} alt={block.alt} />
        </figure>
      );
    case "checklist":
      return (
        <Table
          {...block}
          rows={block.rows.map(({ item, topic, where }) => [item, topic, where])}
          open={block.rows.map(({ answered }) => !answered)}
        />
      );
    case "page-break":
      return <div className={styles.break} />;
  }
}

function Heading(props: {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly section?: string | undefined;
}): React.JSX.Element {
  // The title of the report stands at the second level of the page.
  const Tag = (["h3", "h4", "h5"] as const)[props.level - 1] ?? "h5";
  return (
    <Tag className={styles[`level${props.level}`]} data-section={props.section}>
      {props.text}
    </Tag>
  );
}

function Table(props: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** Rows that nothing answers yet. */
  readonly open?: readonly boolean[];
}): React.JSX.Element {
  const { caption, head, rows, notes, open } = props;
  return (
    <div className={styles.table}>
      <ScrollRegion label={caption}>
        <table
          data-columns={head.length > 5 ? "many" : "few"}
          data-results={head.length === 7 ? "" : undefined}
          data-list={open === undefined ? undefined : ""}
          data-short={rows.length <= SHORT ? "" : undefined}
        >
          <caption>{caption}</caption>
          <thead>
            <tr>
              {head.map((cell, at) => (
                <th key={at} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row} data-open={open?.[row] ? "" : undefined}>
                {cells.map((cell, at) =>
                  at === 0 ? (
                    <th key={at} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={at}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {notes.map((note, at) => (
        <p key={at} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
