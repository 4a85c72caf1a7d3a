import { describe, expect, it } from "vitest";
import { BTHEB } from "../../studies/btheb";
import { SHIPPED_STUDIES, studyBytes } from "../../studies/registry";
import { sampleCsv } from "../csv/sample";
import { studyMappingSchema } from "./mapping";
import { readStudy } from "./read-study";
import { suggestMapping } from "./suggest-mapping";

async function suggestFor(text: string) {
  const sample = await sampleCsv([new TextEncoder().encode(text)]);
  if (sample.kind === "refused") throw new Error(JSON.stringify(sample.problems));
  return suggestMapping(sample.file.header, sample.rows);
}

describe("suggested mappings", () => {
  it("finds arms, occasions in order with their days, and the scale in a wide file", async () => {
    const { mapping, notes } = await suggestFor(BTHEB.csv);
    if (mapping?.form !== "wide") throw new Error("wide form expected");
    expect(mapping.columns).toEqual({ participant: "id", cohort: "treatment" });
    expect(mapping.cohorts.map(({ label }) => label)).toEqual(["TAU", "BtheB"]);
    expect(mapping.timepoints.map(({ code, kind, targetDay }) => [code, kind, targetDay])).toEqual([
      ["pre", "baseline", 0],
      ["2m", "follow-up", 61],
      ["3m", "follow-up", 91],
      ["5m", "follow-up", 152],
      ["8m", "follow-up", 243],
    ]);
    expect(mapping.measures).toMatchObject([{ code: "bdi", improvement: "decrease", minimum: 0, maximum: 63 }]);
    expect(mapping.values).toEqual(BTHEB.mapping.values);
    expect(notes).toEqual([
      { note: "column-unused", subject: "drug" },
      { note: "column-unused", subject: "length" },
    ]);
  });

  it("finds the long form, Chinese column names and all", async () => {
    const { mapping } = await suggestFor(
      "编号,组别,时间点,指标,得分,日期\n1,同伴,基线,phq9,12,2024-01-03\n1,同伴,3m,phq9,8,2024-04-03\n2,常规,基线,phq9,9,2024-01-04\n",
    );
    if (mapping?.form !== "long") throw new Error("long form expected");
    expect(mapping.columns).toEqual({
      participant: "编号",
      cohort: "组别",
      timepoint: "时间点",
      measure: "指标",
      value: "得分",
      date: "日期",
    });
    expect(mapping.timepoints.map(({ label, kind }) => [label, kind])).toEqual([
      ["基线", "baseline"],
      ["3m", "follow-up"],
    ]);
  });

  it("finds one row per person and visit", async () => {
    const { mapping } = await suggestFor("id,arm,visit,mood,hope\n1,A,t0,3,4\n1,A,t1,2,5\n2,B,t0,1,1\n");
    if (mapping?.form !== "wide") throw new Error("wide form expected");
    expect(mapping.columns.timepoint).toBe("visit");
    expect(mapping.measures.map(({ code }) => code)).toEqual(["mood", "hope"]);
  });

  it("sees decimal commas and says which dates it cannot tell apart", async () => {
    const { mapping, notes } = await suggestFor(
      "id;arm;visit;mood;date\n1;A;t0;3,5;03/04/2024\n1;A;t1;2,5;05/06/2024\n",
    );
    expect(mapping).toMatchObject({ decimalMark: ",", dateFormat: "dd/mm/yyyy" });
    expect(notes).toContainEqual({ note: "date-format-unclear", subject: "date" });
  });

  it("knows names that end in a digit themselves", async () => {
    const { mapping, notes } = await suggestFor("id,arms,cd40,cd420,cd496\n1,0,400,450,\n2,1,300,350,320\n");
    if (mapping?.form !== "wide") throw new Error("wide form expected");
    expect(mapping.measures).toMatchObject([{ code: "cd4", improvement: "increase" }]);
    expect(mapping.timepoints.map(({ label, kind }) => [label, kind])).toEqual([
      ["0", "baseline"],
      ["20", "follow-up"],
      ["96", "follow-up"],
    ]);
    expect(notes).toContainEqual({ note: "day-guessed", subject: "20" });
  });

  it("knows before and after in names that carry no mark between", async () => {
    const { mapping } = await suggestFor("id,Treat,Prewt,Postwt\n1,Cont,80.7,80.2\n2,CBT,89.4,80.1\n");
    if (mapping?.form !== "wide") throw new Error("wide form expected");
    expect(mapping.columns).toEqual({ participant: "id", cohort: "Treat" });
    expect(mapping.measures.map(({ label }) => label)).toEqual(["wt"]);
    expect(mapping.timepoints.map(({ kind }) => kind)).toEqual(["baseline", "end"]);
    expect(mapping.values.map(({ column, timepoint }) => [column, timepoint])).toEqual([
      ["Prewt", "pre"],
      ["Postwt", "post"],
    ]);
    const single = (await suggestFor("id,postcode,score\n1,4021,3\n2,4022,4\n")).mapping;
    expect(single?.timepoints).toHaveLength(1);
  });

  it("takes numbers below a column of days as days", async () => {
    const { mapping, notes } = await suggestFor("Reaction,Days,Subject\n249.5,0,308\n258.7,1,308\n250.8,14,308\n");
    if (mapping?.form !== "wide") throw new Error("wide form expected");
    expect(mapping.columns).toEqual({ participant: "Subject", timepoint: "Days" });
    expect(mapping.timepoints.map(({ label, kind, targetDay }) => [label, kind, targetDay])).toEqual([
      ["0", "baseline", 0],
      ["1", "follow-up", 1],
      ["14", "follow-up", 14],
    ]);
    expect(notes.map(({ note }) => note)).not.toContain("day-guessed");
    const weeks = (await suggestFor("id,week,score\n1,0,3\n1,2,4\n")).mapping;
    expect(weeks?.timepoints.map(({ targetDay }) => targetDay)).toEqual([0, 14]);
  });

  it("where people have several rows, takes the column that tells them apart for the occasion", async () => {
    const rows = ["26,8,M01,Male", "25,10,M01,Male", "29,12,M01,Male", "21.5,8,F01,Female", "22.5,10,F01,Female"];
    const { mapping, notes } = await suggestFor(`distance,age,Subject,Sex\n${rows.join("\n")}\n`);
    if (mapping?.form !== "wide") throw new Error("wide form expected");
    expect(mapping.columns).toMatchObject({ participant: "Subject", timepoint: "age" });
    expect(mapping.timepoints.map(({ label, kind }) => [label, kind])).toEqual([
      ["8", "baseline"],
      ["10", "follow-up"],
      ["12", "follow-up"],
    ]);
    expect(mapping.values).toEqual([{ column: "distance", measure: "distance" }]);
    expect(notes).toContainEqual({ note: "timepoint-guessed", subject: "age" });
  });

  it("guesses no occasion where people have one row each, or no column tells their rows apart", async () => {
    const once = await suggestFor("id,age,score\n1,8,3\n2,10,4\n");
    const twice = await suggestFor("id,age,score\n1,8,3\n1,8,3\n2,10,4\n");
    for (const { mapping, notes } of [once, twice]) {
      expect(mapping?.columns.timepoint).toBeUndefined();
      expect(notes.map(({ note }) => note)).not.toContain("timepoint-guessed");
    }
  });

  it("has nothing to suggest for a file without numbers", async () => {
    expect((await suggestFor("id,arm\nx,A\ny,B\n")).mapping).toBeUndefined();
  });

  it.each(SHIPPED_STUDIES.map((study) => [study.slug, study] as const))(
    "what it suggests for %s can be used as it is",
    async (_, study) => {
      const { mapping } = await suggestFor(study.csv);
      const report = await readStudy([studyBytes(study)], studyMappingSchema.parse(mapping));
      expect(report).toMatchObject({ importable: true, participants: study.rows, problems: [] });
    },
  );

  it("does not take the comma that parts thousands for a decimal mark", () => {
    const header = ["participant", "timepoint", "measure", "value"];
    const rows = [
      ["A1", "Baseline", "cd4", "1,500"],
      ["A2", "Baseline", "cd4", "2,250"],
    ];
    expect(suggestMapping(header, rows).mapping).toMatchObject({ decimalMark: "." });
    const german = [...rows, ["A3", "Baseline", "cd4", "1,5"]];
    expect(suggestMapping(header, german).mapping).toMatchObject({ decimalMark: "," });
  });
});
