import type { ReportBlock, ReportDocument } from "@alongside/domain/report/report-document";

/** A report as Markdown (CommonMark with the tables of GitHub). Charts are told in words. */
export function writeReportMarkdown(report: ReportDocument): string {
  const head = [
    `# ${plain(report.title)}`,
    ...(report.mark === null ? [] : [`**${plain(report.mark)}**`]),
    report.about.map(line).join("  \n"),
  ];
  return `${[...head, ...report.blocks.map(block)].filter((part) => part !== "").join("\n\n")}\n`;
}

function block(one: ReportBlock): string {
  switch (one.kind) {
    case "heading":
      return `${"#".repeat(one.level + 1)} ${plain(one.text)}`;
    case "paragraph":
      return one.tone === "caution" ? `> ${line(one.text)}` : line(one.text);
    case "list":
      return one.items.map((item) => `- ${line(item)}`).join("\n");
    case "table":
      return table(one.caption, one.head, one.rows, one.notes);
    case "figure":
      return `*${plain(one.caption)}*\n\n${line(one.alt)}`;
    case "checklist":
      return table(
        one.caption,
        one.head,
        one.rows.map(({ item, topic, where }) => [item, topic, where]),
        one.notes,
      );
    case "page-break":
      return "---";
  }
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[],
): string {
  const row = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  const lines = [row(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(row)];
  return [`*${plain(caption)}*`, lines.join("\n"), ...notes.map(line)].join("\n\n");
}

/** Signs that Markdown or HTML take for more than a letter anywhere in a line, and where programs see a link. */
const SIGNS = /[\\`*_{}[\]<>|~&@#]|:(?=\/\/)|(?<=www)\./gi;

/** Text that is shown as it is: one line, no markup, no link. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replaceAll(SIGNS, "\\$&");
}

/** The same where a line begins, which a sign or a number could make a list or a rule. */
function line(text: string): string {
  return plain(text)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
