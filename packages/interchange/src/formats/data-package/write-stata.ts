import type { DataPackage } from "./data-package";
import type { PackageTables, Table } from "./tables-of";
import { type CodebookEntry, codebookOf } from "./write-codebook";

/** Stata takes so many characters of a label of a variable. */
const LONGEST_LABEL = 80;
/** Extended missing values, in the order of the reasons. */
const EXTENDED = [".a", ".b", ".c", ".d"] as const;

/**
 * A do-file for Stata that reads the CSV files beside it: labels, and the codes of missing scores as the extended missing values
 * .a to .d with what they mean. A data set a table, saved beside it.
 */
export function writeStata(given: DataPackage, made: PackageTables): string {
  const entries = codebookOf(given, made);
  const head = [
    "* Run from the folder that holds the CSV files.",
    `* Data ${given.stamp.code} of ${given.madeAt}.`,
    "version 14",
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
  const texts = variables.flatMap(({ type }, at) => (type === "text" || type === "date" ? [at + 1] : []));
  const coded = entries.filter(({ missing }) => missing.length > 0);
  return [
    `import delimited using "${name}.csv", clear varnames(1) case(preserve) encoding("utf-8")` +
      (texts.length === 0 ? "" : ` stringcols(${texts.join(" ")})`),
    ...entries.map(({ variable, label }) => `label variable ${variable} ${quoted(label)}`),
    ...variables
      .filter(({ type }) => type === "date")
      .flatMap(({ name: date }) => [`generate ${date}_d = date(${date}, "YMD")`, `format ${date}_d %td`]),
    ...coded.flatMap(({ variable, missing }) =>
      missing.map(({ value }, at) => `replace ${variable} = ${EXTENDED[at] ?? "."} if ${variable} == ${value}`),
    ),
    ...(coded[0] === undefined
      ? []
      : [
          `label define why ${coded[0].missing.map(({ label }, at) => `${EXTENDED[at] ?? "."} ${quoted(label)}`).join(" ")}`,
          ...coded.map(({ variable }) => `label values ${variable} why`),
        ]),
    `save "${name}.dta", replace`,
    "",
  ];
}

/** In compound quotes, which end at nothing a label can hold once its own quotes are single ones. */
function quoted(text: string): string {
  const plain = text
    .replaceAll(/\p{Cc}+/gu, " ")
    .replaceAll(/[`"]/g, "'")
    .replaceAll("$", "");
  return `"${[...plain].slice(0, LONGEST_LABEL).join("")}"`;
}
