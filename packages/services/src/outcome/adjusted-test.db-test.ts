import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { saveAnalysisPlan } from "../analysis-plan/save";
import { exportChange } from "../change/export";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { readOutcome } from "./read";

const database = useTestDatabase();
const [calm, hope] = ["measure/calm", "measure/hope"];
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let byPhone: (typeof plan.cohorts)[number];
let reader: Context;

/** Scores that differ, before and at one or two times after. */
const rows = (n: number, slope: number, times = 1) =>
  Array.from({ length: n }, (_, at) => {
    const before = 10 + ((at * 7) % 11);
    return [before, ...Array.from({ length: times }, (__, time) => before - slope + ((at * (5 + time)) % 9))];
  });

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  const theirs = { programmeId: plan.programme.id };
  byPhone = await database.db.cohort.create({
    data: { ...theirs, name: "By phone", kind: "peer-support", position: 7 },
  });
  const phone: typeof plan = { ...plan, cohorts: [byPhone, plan.cohorts[1]] };
  for (const code of ["calm", "hope"]) {
    const measureOf = { domain: "outcome.psychological", improvement: "decrease", minimum: 0, maximum: 40 };
    await database.db.programmeMeasure.create({ data: { ...theirs, ...measureOf, code, label: code } });
    await recordScores(database.db, plan, `measure/${code}`, [
      { cohort: 0, site: 0, rows: rows(20, 6, code === "calm" ? 2 : 1) },
      { cohort: 0, site: 1, rows: rows(17, 5) },
      { cohort: 1, site: 0, rows: rows(24, 3) },
    ]);
    await recordScores(database.db, phone, `measure/${code}`, [{ cohort: 0, site: 1, rows: rows(22, 4) }]);
  }
  const planner = await signedIn(database.db, { ...theirs, role: "administrator" });
  const content = {
    ...({ title: "Calm at the end", design: "cohorts", model: "ancova" } as const),
    ...{ comparisonCohort: "Comparison", entryCutOff: null, importantDifference: 3, intercurrentEvents: "" },
    primary: { measure: calm, timepointCode: "end" },
    secondary: [{ measure: hope, timepointCode: "end" }],
  };
  expect(reasonOf(await saveAnalysisPlan(planner, { ...theirs, plan: content }))).toBe("ok");
  reader = { ...planner, now: () => new Date(planner.now().getTime() + 1) };
});

async function read(measure: string, cohortId: string, given: { siteId?: string; time?: 1 | 2 } = {}) {
  const { time = 1, ...site } = given;
  const timepointId = plan.timepoints[time].id;
  const found = await readOutcome(reader, {
    ...{ programmeId: plan.programme.id, measure, cohortId, timepointId },
    ...site,
  });
  if (!found.ok) throw new Error(reasonOf(found));
  if (found.value.kind !== "score") throw new Error("not a score");
  return found.value;
}

/** The p value of the planned model on the page. */
function ancovaP({ analysis: { comparison } }: Awaited<ReturnType<typeof read>>): number {
  const found = comparison?.kind === "comparison" ? comparison.differences.ancova : null;
  if (found?.kind !== "estimate" || found.test === undefined) throw new Error("no test");
  return found.test.pValue;
}

describe("the p value of a page among its family", () => {
  it("is the planned model's, one a supported cohort, in the primary and in the secondary family", async () => {
    for (const measure of [calm, hope]) {
      const [visit, phone] = [await read(measure, plan.cohorts[0].id), await read(measure, byPhone.id)];
      const [smaller, larger] = [ancovaP(visit), ancovaP(phone)].toSorted((a, b) => a - b);
      const family = { family: measure === calm ? "primary" : "secondary", of: "difference", method: "holm", m: 2 };
      const counted = { changes: 0, differences: 2, otherViews: 0 };
      for (const found of [visit, phone]) expect(found.adjusted).toMatchObject({ ...family, counted });
      // R 4.2.2: p.adjust(c(smaller, larger), "holm")
      const holm = [Math.min(1, 2 * (smaller ?? 0)), Math.max(2 * (smaller ?? 0), larger ?? 0)];
      const shown = [visit, phone].map(({ adjusted }) => adjusted?.adjusted ?? -1).toSorted((a, b) => a - b);
      shown.forEach((one, at) => {
        expect(one).toBeCloseTo(Math.min(1, holm[at] ?? -1), 12);
      });
    }
  });

  it("counts every change, those of the comparison cohort too, and every difference nobody planned as exploratory", async () => {
    const { adjusted } = await read(calm, plan.cohorts[1].id);
    // Changes: three cohorts at the end, twice, and one line at the follow-up. The four differences at the end are planned; at the
    // follow-up nobody of the comparison cohort was measured.
    expect(adjusted).toMatchObject({ family: "exploratory", of: "change", method: "BH", m: 7 });
    expect(adjusted?.counted).toEqual({ changes: 7, differences: 0, otherViews: 0 });
    expect((await read(calm, plan.cohorts[0].id, { time: 2 })).adjusted).toMatchObject({ family: "exploratory", m: 7 });
  });

  it("counts the same tests again for every other site and the whole programme, where one site is looked at", async () => {
    const { adjusted, standing } = await read(calm, plan.cohorts[0].id, { siteId: plan.sites[0].id });
    expect(standing).toMatchObject({ kind: "exploratory", why: "one-site" });
    // Here: two cohorts changed, twice, and one at the follow-up; one cohort is compared with the other, twice. Elsewhere, twice:
    // three cohorts changed and two are compared, at two times, in two measures.
    expect(adjusted?.counted).toEqual({ changes: 5, differences: 2, otherViews: 2 * 5 * 2 * 2 });
    expect(adjusted).toMatchObject({ family: "exploratory", method: "BH", m: 47 });
  });
});

it("stands beside every line of the Change table's file: the change alone is not what a comparing plan asks for", async () => {
  const { id: programmeId } = plan.programme;
  const file = await exportChange(reader, { programmeId, timepointCode: "end", language: "en" });
  if (!file.ok) throw new Error(reasonOf(file));
  const [head = "", ...lines] = file.value.text.replace("\uFEFF", "").trim().split("\r\n");
  const columns = ["Cohort", "Standing", "Family of tests", "Tests in the family (m)"].map((name) =>
    head.split(",").indexOf(name),
  );
  const [alone, itself] = [
    "exploratory: the plan compares with Comparison; this is the change alone",
    "exploratory: the comparison cohort itself",
  ];
  const family = ["exploratory (Benjamini-Hochberg)", "7"];
  const cohorts = plan.cohorts.map(({ name }) => name);
  const expected = [
    [cohorts[0], alone, ...family],
    [cohorts[1], itself, ...family],
    ["By phone", alone, ...family],
  ];
  const found = lines.map((line) => columns.map((at) => line.split(",")[at]));
  expect(found).toHaveLength(6);
  for (const row of expected) expect(found).toContainEqual(row);
});
