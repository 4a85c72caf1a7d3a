import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeReportMarkdown } from "./markdown";
import { HOSTILE, reportOf } from "./sample.fixture";

describe("writeReportMarkdown", () => {
  it("writes every kind of block", () => {
    const text = writeReportMarkdown(
      reportOf(
        [
          { kind: "heading", level: 1, text: "Results", section: "results" },
          { kind: "paragraph", text: "Scores changed.", tone: "plain" },
          { kind: "paragraph", text: "Not why.", tone: "caution" },
          { kind: "list", items: ["one", "two"], tone: "plain" },
          { kind: "table", caption: "Table 1", head: ["Outcome", "n"], rows: [["Mood", "12"]], notes: ["Rounded."] },
          { kind: "figure", caption: "Figure 1", svg: "<svg/>", alt: "Mood fell by 1." },
          {
            kind: "checklist",
            caption: "List",
            head: ["Item", "Topic", "Where"],
            rows: [{ item: "1", topic: "Title", where: "Here", answered: true }],
            notes: [],
          },
          { kind: "page-break" },
        ],
        { mark: "Internal draft" },
      ),
    );
    expect(text).toBe(
      `${[
        "# Report",
        "**Internal draft**",
        "Peer support",
        "## Results",
        "Scores changed.",
        "> Not why.",
        "- one\n- two",
        "*Table 1*",
        "| Outcome | n |\n| --- | --- |\n| Mood | 12 |",
        "Rounded.",
        "*Figure 1*",
        "Mood fell by 1.",
        "*List*",
        "| Item | Topic | Where |\n| --- | --- | --- |\n| 1 | Title | Here |",
        "---",
      ].join("\n\n")}\n`,
    );
  });

  it("leaves figures readable", () => {
    const cell = "-1.20 (-2.30 to -0.10)";
    const text = writeReportMarkdown(
      reportOf([{ kind: "table", caption: "T", head: ["a"], rows: [[cell]], notes: [] }]),
    );
    expect(text).toContain(`| ${cell} |`);
  });

  it.each(HOSTILE)("keeps %j text, in one cell of one line", (hostile) => {
    const text = writeReportMarkdown(
      reportOf([{ kind: "table", caption: "T", head: ["a", "b"], rows: [[hostile, "end"]], notes: [hostile] }]),
    );
    const row = text.split("\n").find((line) => line.endsWith("| end |")) ?? "";
    expect(cellsOf(row)).toHaveLength(2);
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|(?<!\\):\/\//);
    expect(text).not.toMatch(/^(1\. not|- nor|=1)/m);
  });

  it("whatever is in a cell, a table has as many columns as its head", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 3, maxLength: 3 }), (cells) => {
        const text = writeReportMarkdown(
          reportOf([{ kind: "table", caption: "T", head: ["a", "b", "c", "d"], rows: [[...cells, "end"]], notes: [] }]),
        );
        const lines = text.split("\n").filter((line) => line.startsWith("|"));
        expect(lines).toHaveLength(3);
        expect(lines.map((line) => cellsOf(line).length)).toEqual([4, 4, 4]);
      }),
    );
  });
});

/** Cells as GitHub reads them: a bar after an odd number of backslashes is a letter. */
function cellsOf(line: string): readonly string[] {
  return line.replaceAll(/\\./g, "x").split("|").slice(1, -1);
}
