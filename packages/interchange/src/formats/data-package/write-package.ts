import { strToU8, zipSync } from "fflate";
import { type DataPackage, MISSING_REASONS, missingValue } from "./data-package";
import { tablesOf } from "./tables-of";
import { codebookOf, writeCodebookCsv } from "./write-codebook";
import { descriptorOf } from "./write-descriptor";
import { writeParquet } from "./write-parquet";
import { writeR } from "./write-r";
import { writeReadme } from "./write-readme";
import { writeSpss } from "./write-spss";
import { writeStata } from "./write-stata";
import { writeTable } from "./write-table";

/** Times inside the file are all this one, so that the same content is the same bytes. */
const NO_TIME = new Date("1980-01-01T00:00:00");
const REASONS = ["not-measured", "incomplete", "not-applicable", "missing"] as const;

/** The files of a package by their names. Deterministic. */
export function packageFiles(given: DataPackage): Readonly<Record<string, Uint8Array>> {
  const made = tablesOf(given);
  const entries = codebookOf(given, made);
  const missing = REASONS.map((reason) => ({
    value: missingValue(reason, made.lowest),
    label: MISSING_REASONS[reason].label[given.language],
  }));
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const long = made.tables.find(({ name }) => name === "scores-long");
  return {
    "README.txt": strToU8(`\uFEFF${writeReadme(given, made, missing)}`),
    "codebook.csv": strToU8(writeCodebookCsv(entries)),
    "codebook.json": json(entries),
    "datapackage.json": json(descriptorOf(given, made)),
    "read-data.R": strToU8(writeR(given, made)),
    "read-data.do": strToU8(writeStata(given, made)),
    "read-data.sps": strToU8(`\uFEFF${writeSpss(given, made)}`),
    ...(long === undefined ? {} : { "scores-long.parquet": writeParquet(long) }),
    ...Object.fromEntries(made.tables.map((table) => [`${table.name}.csv`, strToU8(writeTable(table, made.lowest))])),
  };
}

/** The package as one ZIP file. */
export function writePackage(given: DataPackage): Uint8Array {
  return zipSync(packageFiles(given), { level: 6, mtime: NO_TIME });
}
