import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "./button";
import { ChartFrame } from "./chart-frame";
import { DataTable } from "./data-table";
import { Notice } from "./notice";
import { ScrollRegion } from "./scroll-region";
import { StatusBadge } from "./status-badge";
import { SuppressedValue } from "./suppressed-value";

describe("ScrollRegion", () => {
  it("is named, and the keyboard reaches it", () => {
    expect(renderToStaticMarkup(<ScrollRegion label="Visits">x</ScrollRegion>)).toMatch(
      /^<section [^>]*aria-label="Visits" tabindex="0">x<\/section>$/i,
    );
    expect(renderToStaticMarkup(<ScrollRegion labelledBy="visits">x</ScrollRegion>)).toContain(
      'aria-labelledby="visits"',
    );
  });
});

describe("Button", () => {
  it("does not submit a form unless told to", () => {
    expect(renderToStaticMarkup(<Button>Go</Button>)).toContain('type="button"');
    expect(renderToStaticMarkup(<Button type="submit">Go</Button>)).toContain('type="submit"');
  });
});

describe("DataTable", () => {
  const columns = [
    { id: "code", header: "Code", cell: (row: Row) => row.code, sortKey: (row: Row) => row.code },
    { id: "n", header: "Visits", cell: (row: Row) => row.visits ?? "not recorded", numeric: true },
  ];
  interface Row {
    readonly code: string;
    readonly visits: number | null;
  }
  const rows: readonly Row[] = [
    { code: "B", visits: null },
    { code: "A", visits: 2 },
  ];
  const markup = renderToStaticMarkup(
    <DataTable
      caption="Visits"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      language="en"
      initialSort={{ columnId: "code", direction: "ascending" }}
    />,
  );

  it("names itself, its columns and its rows", () => {
    expect(markup).toContain("<caption");
    expect(markup.match(/scope="col"/g)).toHaveLength(2);
    expect(markup.match(/scope="row"/g)).toHaveLength(2);
  });

  it("says how it is sorted, and is", () => {
    expect(markup).toContain('aria-sort="ascending"');
    expect(markup.indexOf(">A<")).toBeLessThan(markup.indexOf(">B<"));
  });

  it("shows the empty state instead of an empty grid", () => {
    const empty = renderToStaticMarkup(
      <DataTable
        caption="c"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.code}
        language="en"
        empty={<p>None yet</p>}
      />,
    );
    expect(empty).toBe("<p>None yet</p>");
  });
});

describe("ChartFrame", () => {
  it("gives screen readers the finding and the words, not the drawing", () => {
    const markup = renderToStaticMarkup(
      <ChartFrame
        finding="Mood rose"
        chart={<svg />}
        table={{ content: <table />, show: "Show the table", hide: "Show the chart" }}
        summary="From 3 to 4"
        explanation={{ content: "A mean.", label: "How?" }}
      />,
    );
    expect(markup).toMatch(/aria-hidden="true"><svg/);
    expect(markup).toContain("From 3 to 4");
    expect(markup).toContain("<summary>How?</summary>");
    expect(markup).not.toContain("<table");
    expect(markup).toContain("Show the table");
  });

  it("offers no table of its own where none is handed over", () => {
    expect(
      renderToStaticMarkup(<ChartFrame finding="Mood rose" chart={<svg />} summary="From 3 to 4" />),
    ).not.toContain("<button");
  });
});

describe("SuppressedValue", () => {
  it("carries its reason for eyes and ears", () => {
    const markup = renderToStaticMarkup(<SuppressedValue sign="under 5" reason="too few people" />);
    expect(markup).toContain('title="too few people"');
    expect(markup).toContain("(too few people)");
  });
});

describe("tones", () => {
  it("differ by shape as well as by colour", () => {
    const paths = (["good", "bad", "caution", "danger", "neutral"] as const).map(
      (tone) => / d="([^"]+)"/.exec(renderToStaticMarkup(<StatusBadge tone={tone}>x</StatusBadge>))?.[1],
    );
    expect(new Set(paths).size).toBe(5);
  });

  it("announce trouble at once and information in its place", () => {
    expect(renderToStaticMarkup(<Notice tone="danger">x</Notice>)).toContain('role="alert"');
    expect(renderToStaticMarkup(<Notice tone="information">x</Notice>)).not.toContain("role=");
  });
});
