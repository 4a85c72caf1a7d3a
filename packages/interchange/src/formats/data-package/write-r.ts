import { rText } from "../r-script/literal";
import type { DataPackage } from "./data-package";
import type { PackageTables, Table } from "./tables-of";
import { type CodebookEntry, codebookOf } from "./write-codebook";

/**
 * A script for R, with nothing but what R comes with, that reads the CSV files beside it into data frames: texts with a list of
 * values as factors with their labels, codes of missing scores as NA. The label of a variable is its attribute "label".
 */
export function writeR(given: DataPackage, made: PackageTables): string {
  const entries = codebookOf(given, made);
  const head = [
    '# Run from the folder that holds the CSV files: source("read-data.R", encoding = "UTF-8").',
    `# Data ${given.stamp.code} of ${given.madeAt}.`,
    "read_table <- function(file, codes) {",
    '  read.csv(file, fileEncoding = "UTF-8", na.strings = c("", codes), check.names = FALSE, stringsAsFactors = FALSE)',
    "}",
    "",
  ];
  return [
    ...head,
    ...made.tables.flatMap((table) =>
      tableSyntax(
        table,
        entries.filter((one) => one.table === table.name),
      ),
    ),
  ].join("\n");
}

function tableSyntax({ name, variables }: Table, entries: readonly CodebookEntry[]): readonly string[] {
  const frame = name.replaceAll("-", "_");
  const codes = [...new Set(entries.flatMap(({ missing }) => missing.map(({ value }) => String(value))))];
  return [
    `${frame} <- read_table(${rText(`${name}.csv`)}, ${codes.length === 0 ? "character()" : `c(${codes.map(rText).join(", ")})`})`,
    ...variables
      .filter(({ type }) => type === "date")
      .map((date) => `${frame}$${date.name} <- as.Date(${frame}$${date.name})`),
    ...entries
      .filter(({ values }) => values.length > 0)
      .map(
        ({ variable, values }) =>
          `${frame}$${variable} <- factor(${frame}$${variable}, levels = c(${values.map(({ value }) => rText(value)).join(", ")}), ` +
          `labels = c(${values.map(({ label }) => rText(label)).join(", ")}))`,
      ),
    ...entries.map(({ variable, label }) => `attr(${frame}$${variable}, "label") <- ${rText(label)}`),
    "",
  ];
}
