import { strToU8, Zip, ZipDeflate } from "fflate";
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

/** A file of a package, made as it is read. */
export interface PackageFile {
  readonly name: string;
  readonly pieces: () => Iterable<Uint8Array>;
}

/** The files of a package. Deterministic. */
export function packageFiles(given: DataPackage): readonly PackageFile[] {
  const made = tablesOf(given);
  const entries = codebookOf(given, made);
  const missing = REASONS.map((reason) => ({
    value: missingValue(reason, made.lowest),
    label: MISSING_REASONS[reason].label[given.language],
  }));
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const long = made.tables.filter(({ name }) => name === "scores-long");
  return [
    text("README.txt", () => `\uFEFF${writeReadme(given, made, missing)}`),
    text("codebook.csv", () => writeCodebookCsv(entries)),
    text("codebook.json", () => json(entries)),
    text("datapackage.json", () => json(descriptorOf(given, made))),
    text("read-data.R", () => writeR(given, made)),
    text("read-data.do", () => writeStata(given, made)),
    text("read-data.sps", () => `\uFEFF${writeSpss(given, made)}`),
    ...long.map((table) => ({ name: "scores-long.parquet", pieces: () => [writeParquet(table)] })),
    ...made.tables.map((table) => ({
      name: `${table.name}.csv`,
      pieces: () => encoded(writeTable(table, made.lowest)),
    })),
  ];
}

/** The package as one ZIP file, file after file, each packed as it is made: it is never whole in memory. */
export function* writePackagePieces(given: DataPackage): Generator<Uint8Array> {
  let packed: Uint8Array[] = [];
  const taken = () => {
    const ready = packed;
    packed = [];
    return ready;
  };
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  for (const { name, pieces } of packageFiles(given)) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    for (const piece of pieces()) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

function text(name: string, make: () => string): PackageFile {
  return { name, pieces: () => [strToU8(make())] };
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  for (const one of texts) yield strToU8(one);
}
