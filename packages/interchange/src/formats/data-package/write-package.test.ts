import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { DataPackage } from "./data-package";
import { MEASURES, PACKAGE, PACKAGE_LINES } from "./package.fixture";
import { tablesOf } from "./tables-of";
import { packageFiles, writePackagePieces } from "./write-package";

const madeOf = (given: DataPackage): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(packageFiles(given).map(({ name, pieces }) => [name, joined(pieces())]));
const joined = (pieces: Iterable<Uint8Array>): Uint8Array => new Uint8Array(Buffer.concat([...pieces]));
const writePackage = (given: DataPackage) => joined(writePackagePieces(given));
const files = madeOf(PACKAGE);
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array()).replace(/^\uFEFF/, "");
const rows = (name: string): Record<string, string>[] => parse(text(name), { columns: true });
const hasR = spawnSync("Rscript", ["--version"], { stdio: "ignore" }).status === 0;

describe("a data package", () => {
  it("holds long and wide tables, one of each instrument, codebooks and what reads them", () => {
    expect(Object.keys(files).toSorted()).toEqual([
      ...["README.txt", "codebook.csv", "codebook.json", "datapackage.json"],
      ...["read-data.R", "read-data.do", "read-data.sps"],
      ...["scores-calm.csv", "scores-empty.csv", "scores-gad7.csv", "scores-long.csv", "scores-long.parquet"],
      ...["scores-phq9.csv", "scores-wide.csv"],
    ]);
  });

  it("keeps the columns of an instrument that nobody has answered, and makes no row of it", () => {
    expect(text("scores-empty.csv")).toBe("person,cohort,timepoint,day,empty_one,empty_two\r\n");
  });

  it("writes a missing score as a code below every score, never as zero, and nothing where nobody asked", () => {
    const four = rows("scores-wide.csv").find(({ person }) => person === "4");
    expect(four).toMatchObject({
      phq9_total_pre: "12",
      phq9_total_post: "-91",
      gad7_total_pre: "4",
      gad7_total_post: "",
    });
    expect(rows("scores-gad7.csv").find(({ person }) => person === "3")?.gad7_total).toBe("-93");
    const long = rows("scores-long.csv").find((one) => one.person === "4" && one.timepoint === "post");
    expect(long).toMatchObject({ measure: "phq9_total", score: "", missing: "not-measured" });
  });

  it("lets no cell be run by a spreadsheet", () => {
    expect(rows("scores-wide.csv")[0]?.cohort).toBe("'=Waiting");
  });

  it("is the same bytes for the same content, and the files come out as they went in", () => {
    expect(writePackage(PACKAGE)).toEqual(writePackage(PACKAGE));
    const inside = unzipSync(writePackage(PACKAGE));
    for (const [name, content] of Object.entries(files)) expect(inside[name]).toEqual(content);
  });

  it("tells every variable in both codebooks, with the label of every value that occurs", () => {
    const entry = z.object({
      ...{ table: z.string(), variable: z.string(), label: z.string() },
      values: z.array(z.object({ value: z.string() })),
    });
    const entries = z.array(entry).parse(JSON.parse(text("codebook.json")));
    const csv = parse(text("codebook.csv"), { columns: true });
    expect(csv).toHaveLength(entries.length);
    for (const table of tablesOf(PACKAGE).tables) {
      const own = entries.filter((one) => one.table === table.name);
      expect(own.map(({ variable }) => variable)).toEqual(table.variables.map(({ name }) => name));
      for (const [at, { values }] of own.entries()) {
        const told = values.map(({ value }) => value);
        const occur = new Set([...table.rows].map((row) => String(row[at])));
        if (told.length > 0) expect([...occur].filter((value) => !told.includes(value))).toEqual([]);
      }
    }
  });

  it("describes itself as a tabular data package", () => {
    const field = z.object({
      name: z.string(),
      title: z.string(),
      type: z.enum(["integer", "number", "string", "date"]),
    });
    const schema = z.object({
      fields: z.array(field),
      missingValues: z.array(z.string()),
      primaryKey: z.array(z.string()),
    });
    const resource = z.object({ path: z.string(), profile: z.literal("tabular-data-resource"), schema });
    const found = z
      .object({ profile: z.literal("tabular-data-package"), name: z.string(), resources: z.array(resource) })
      .parse(JSON.parse(text("datapackage.json")));
    for (const { path: file, schema: of } of found.resources) {
      expect(of.fields.map(({ name }) => name)).toEqual(parse(text(file), { to: 1 })[0]);
      const keys = rows(file).map((row) => of.primaryKey.map((name) => row[name]).join(" "));
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(found.resources.find(({ path: file }) => file === "scores-wide.csv")?.schema.missingValues).toContain("-91");
  });

  it("is made as it is read, and of many people in groups", async () => {
    let read = 0;
    const many = (people: number): DataPackage => ({
      ...PACKAGE,
      lines: {
        *[Symbol.iterator]() {
          for (let person = 1; person <= people; person += 1) {
            for (const line of PACKAGE_LINES.slice(0, 4)) {
              read += 1;
              yield { ...line, person };
            }
          }
        },
      },
    });
    const file = packageFiles(many(13_000)).find(({ name }) => name === "scores-long.parquet");
    const objects = await parquetReadObjects({ file: joined(file?.pieces() ?? []).slice().buffer });
    expect(objects).toHaveLength(52_000);
    expect(Number(objects.at(-1)?.person)).toBe(13_000);
    const pieces = writePackagePieces(many(13_000));
    for (let found = false; !found; ) {
      const { value, done } = pieces.next();
      found = done === true || Buffer.from(value).includes("scores-long.csv");
    }
    const before = read;
    while (read === before) expect(pieces.next().done).toBe(false);
    expect(read - before).toBeLessThan(13_000);
  });

  it("gives Parquet the values of the long table, with nothing where a score is missing", async () => {
    const file = files["scores-long.parquet"] ?? new Uint8Array();
    const read = await parquetReadObjects({ file: file.slice().buffer });
    expect(read).toHaveLength(PACKAGE_LINES.length);
    expect(read.map(({ score }) => score)).toEqual(PACKAGE_LINES.map(({ score }) => score));
    expect(read.map(({ person }) => Number(person))).toEqual(PACKAGE_LINES.map(({ person }) => person));
  });

  it("names the codes to SPSS as missing and to Stata as extended missing values", () => {
    expect(text("read-data.sps")).toContain("MISSING VALUES phq9_total_pre (-94 THRU -91).");
    expect(text("read-data.sps")).toContain("gad7_total 'Anxiety, it''s total'");
    expect(text("read-data.do")).toContain("replace phq9_total_post = .a if phq9_total_post == -91");
    expect(text("read-data.do")).toContain(`label define why .a "Not measured`);
  });

  it("labels in the language asked for", () => {
    const chinese = madeOf({ ...PACKAGE, language: "zh" });
    expect(strFromU8(chinese["codebook.csv"] ?? new Uint8Array())).toContain("（中文）");
    expect(strFromU8(chinese["README.txt"] ?? new Uint8Array())).toContain("数据包");
  });

  it("puts the codes below every range and every score there is", () => {
    const low = { ...PACKAGE, measures: MEASURES.map((one) => ({ ...one, range: { minimum: -400, maximum: 4 } })) };
    expect(tablesOf(low).lowest).toBe(-410);
    const [first] = PACKAGE_LINES;
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (scores) => {
        const lines = first === undefined ? [] : scores.map((score, person) => ({ ...first, person, score }));
        const { lowest } = tablesOf({ ...PACKAGE, lines });
        for (const score of scores) expect(score).toBeGreaterThan(lowest - 1);
      }),
    );
  });

  it.skipIf(!hasR)("is read by R with the same means, levels and numbers of missing scores", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "alongside-package-"));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    const asked = `source("read-data.R", encoding = "UTF-8"); cat(sprintf("%.6f", mean(scores_wide$phq9_total_post, na.rm = TRUE)),
      sum(is.na(scores_wide$phq9_total_post)), nlevels(scores_long$timepoint), attr(scores_gad7$gad7_total, "label"), nrow(scores_empty), sep = "|")`;
    const run = spawnSync("Rscript", ["--vanilla", "-e", asked], { cwd: folder, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(run.stderr).toBe("");
    const mean = [1, 2, 3, 5, 6, 7].reduce((sum, person) => sum + person * 2 + 0.5, 0) / 6;
    expect(run.stdout).toBe(`${mean.toFixed(6)}|1|2|Anxiety, it's total|0`);
  });
});
