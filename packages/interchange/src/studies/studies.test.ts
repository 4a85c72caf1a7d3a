import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { studyMappingSchema } from "../formats/study-csv/mapping";
import { readStudy, type StudyRecord } from "../formats/study-csv/read-study";
import { SHIPPED_STUDIES, shippedStudy, studyBytes } from "./registry";

const FOLDER = new URL("../../studies/", import.meta.url);

it("every data folder is registered, and every registered study has its folder", () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => folder.name).sort()).toEqual(SHIPPED_STUDIES.map((study) => study.slug).sort());
});

describe.each(SHIPPED_STUDIES.map((study) => [study.slug, study] as const))("%s", (slug, study) => {
  it("is the very file that lies in its folder", () => {
    expect(study.csv).toBe(readFileSync(new URL(`${slug}/data.csv`, FOLDER), "utf8"));
  });

  it("has a page that names publication, package and licence", () => {
    const page = readFileSync(new URL(`${slug}/README.md`, FOLDER), "utf8");
    expect(page).toContain(study.provenance.packageObject);
    expect(page).toContain(study.provenance.licence);
    expect(page.replace(/\s+/g, " ")).toContain(study.provenance.citation);
  });

  it("is read without a single problem", async () => {
    const report = await readStudy([studyBytes(study)], studyMappingSchema.parse(study.mapping));
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ importable: true, rows: study.rows, participants: study.rows });
  });
});

async function recordsOf(slug: string): Promise<StudyRecord[]> {
  const study = shippedStudy(slug);
  if (study === undefined) throw new Error(slug);
  const records: StudyRecord[] = [];
  await readStudy([studyBytes(study)], studyMappingSchema.parse(study.mapping), {
    onRecord: (record) => void records.push(record),
  });
  return records;
}

/** Paired values of one measure, as R's complete cases of two columns. */
function paired(
  records: readonly StudyRecord[],
  cohort: string,
  measure: string,
  from: string,
  to: string,
): number[][] {
  const own = records.filter((record) => record.cohort === cohort && record.measure === measure);
  return own.flatMap((first) => {
    if (first.timepoint !== from) return [];
    const second = own.find((record) => record.label === first.label && record.timepoint === to);
    return second === undefined ? [] : [[first.value, second.value]];
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("values arrive as R reads them", () => {
  it("btheb, treated as usual, before and at eight months: n 25, means 24.12 and 13.6", async () => {
    const pairs = paired(await recordsOf("btheb"), "TAU", "bdi", "pre", "8m");
    expect(pairs).toHaveLength(25);
    expect(mean(pairs.map(([before = Number.NaN]) => before))).toBeCloseTo(24.12, 12);
    expect(mean(pairs.map(([, after = Number.NaN]) => after))).toBeCloseTo(13.6, 12);
  });

  it("fdd, EMDR, parent report, before and at follow-up: n 19, means 29.71 and 20.21", async () => {
    const pairs = paired(await recordsOf("fdd"), "E", "props", "t1", "t3");
    expect(pairs).toHaveLength(19);
    expect(mean(pairs.map(([before = Number.NaN]) => before))).toBeCloseTo(29.709603262884688, 12);
    expect(mean(pairs.map(([, after = Number.NaN]) => after))).toBeCloseTo(20.207923033389925, 12);
  });

  it("chain: 353 viral loads, 508 of the other measures, 24 people without any", async () => {
    const records = await recordsOf("chain");
    const count = (measure: string): number => records.filter((record) => record.measure === measure).length;
    expect(count("log-viral-load")).toBe(353);
    expect(count("physical-health")).toBe(508);
    expect(count("poor-mental-health")).toBe(508);
    expect(count("treatment-adherence")).toBe(508);
    expect(new Set(records.map((record) => record.label)).size).toBe(532 - 24);
  });
});
