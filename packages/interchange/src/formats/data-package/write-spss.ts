import type { DataPackage } from "./data-package";
import type { PackageTables, Table } from "./tables-of";
import { type CodebookEntry, codebookOf } from "./write-codebook";

/** SPSS takes so many bytes of a label of a variable, and of a value. */
const LONGEST_LABEL = 255;
const LONGEST_VALUE_LABEL = 120;

/**
 * Syntax for SPSS that reads the CSV files beside it: labels of variables and values, and the codes of missing scores as
 * user-missing values, so that no mean counts one. A data set a table, saved beside it.
 */
export function writeSpss(given: DataPackage, made: PackageTables): string {
  const entries = codebookOf(given, made);
  const head = [
    "* Run from the folder that holds the CSV files: File, Open, Syntax, then Run All.",
    `* Data ${given.stamp.code} of ${given.madeAt}.`,
    "SET UNICODE=ON.",
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
  ].join("\r\n");
}

function tableSyntax({ name, size, variables }: Table, entries: readonly CodebookEntry[]): readonly string[] {
  const widthOf = (at: number) => Math.max(8, size.widths[at] ?? 0);
  const format = {
    integer: () => "F8.0",
    number: () => "F10.4",
    date: () => "SDATE10",
    text: (at: number) => `A${widthOf(at)}`,
  };
  const coded = entries.filter(({ missing }) => missing.length > 0);
  const values = entries.filter((one) => one.values.length > 0 || one.missing.length > 0);
  return [
    `GET DATA /TYPE=TXT /FILE='${name}.csv' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /FIRSTCASE=2`,
    `  /DELIMITERS=',' /QUALIFIER='"' /VARIABLES=`,
    ...variables.map(({ name: variable, type }, at) => `  ${variable} ${format[type](at)}`),
    "  .",
    `DATASET NAME ${name.replaceAll("-", "_")}.`,
    "VARIABLE LABELS",
    ...entries.map(({ variable, label }) => `  ${variable} ${quoted(label, LONGEST_LABEL)}`),
    "  .",
    ...(values.length === 0
      ? []
      : [
          "VALUE LABELS",
          ...values.map(
            (one) =>
              `  /${one.variable} ${[
                ...one.values.map(
                  ({ value, label }) => `${quoted(value, LONGEST_LABEL)} ${quoted(label, LONGEST_VALUE_LABEL)}`,
                ),
                ...one.missing.map(({ value, label }) => `${value} ${quoted(label, LONGEST_VALUE_LABEL)}`),
              ].join(" ")}`,
          ),
          "  .",
        ]),
    // SPSS takes three values or a range: the codes lie side by side below every score.
    ...coded.map(({ variable, missing }) => {
      const codes = missing.map(({ value }) => value);
      return `MISSING VALUES ${variable} (${Math.min(...codes)} THRU ${Math.max(...codes)}).`;
    }),
    `SAVE OUTFILE='${name}.sav'.`,
    "",
  ];
}

function quoted(text: string, longest: number): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, " ");
  let short = plain;
  while (new TextEncoder().encode(short).length > longest) short = [...short].slice(0, -1).join("");
  return `'${short.replaceAll("'", "''")}'`;
}
