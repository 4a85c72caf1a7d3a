import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { beforeEach, describe, expect, it } from "vitest";
import { saveAnalysisPlan } from "../analysis-plan/save";
import type { Context } from "../context";
import { isRPresent, runInR } from "../outcome-script/run-in-r.fixture";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportScript } from "./export-script";
import { readOutcome } from "./read";

const database = useTestDatabase();
const [missed, gap] = ["retention/missed-any", "retention/gap-6m"];
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let planner: Context;

function people(count: number, before: 0 | 1, after: 0 | 1) {
  return Array.from({ length: count }, () => [before, after]);
}

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  for (const measure of [missed, gap]) {
    await recordScores(database.db, plan, measure, [
      { cohort: 0, site: 0, rows: [...people(30, 1, 1), ...people(5, 1, 0), ...people(15, 0, 1), ...people(10, 0, 0)] },
      {
        cohort: 1,
        site: 1,
        rows: [...people(20, 1, 1), ...people(15, 1, 0), ...people(10, 0, 1), ...people(10, 0, 0)],
      },
    ]);
  }
  planner = await signedIn(database.db, { programmeId: plan.programme.id, role: "administrator" });
});

/** The outcome's page under a plan that was saved before anybody looked, against whomever is asked for. */
async function planned(
  given: Partial<AnalysisPlan>,
  asked: { measure?: string; comparedWith?: string; cohort?: 0 | 1 } = {},
) {
  const { measure = missed, cohort = 0, ...rest } = asked;
  const content: AnalysisPlan = {
    ...({ title: "Are visits missed?", design: "cohorts", model: "difference-in-differences" } as const),
    ...{ comparisonCohort: "Comparison", entryCutOff: null, importantDifference: null, intercurrentEvents: "" },
    ...{ primary: { measure: missed, timepointCode: "end" }, secondary: [], ...given },
  };
  const programmeId = plan.programme.id;
  expect(reasonOf(await saveAnalysisPlan(planner, { programmeId, plan: content }))).toBe("ok");
  const reader = { ...planner, now: () => new Date(planner.now().getTime() + 1) };
  const input = {
    ...{ programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[cohort].id },
    ...rest,
  };
  const read = await readOutcome(reader, input);
  if (!read.ok) throw new Error(reasonOf(read));
  if (read.value.kind !== "binary") throw new Error("not yes or no");
  const script = await exportScript(reader, input);
  return { ...read.value, script: script.ok ? script.value.text : reasonOf(script) };
}

describe("readOutcome of a planned yes-or-no measure", () => {
  it("leads with the planned difference, adjusts its p value, and R finds it again", async () => {
    const { analysis, adjusted, standing, script } = await planned({});
    expect(standing.kind).toBe("primary");
    expect(analysis.findings.map(({ id, planned: isPlanned }) => [id, isPlanned])).toEqual([
      ["share-difference", true],
      ["share-change", false],
    ]);
    const [{ estimate }] = analysis.findings;
    if (estimate.kind !== "estimate") throw new Error("no estimate");
    // R 4.2.2, written out: net-difference.test.ts.
    expect(estimate.value).toBeCloseTo(0.257575757575758, 12);
    expect(estimate.test?.pValue).toBeCloseTo(0.027905343052488, 8);
    expect(adjusted).toMatchObject({ family: "primary", of: "difference", method: "none", m: 1 });
    expect(adjusted?.adjusted).toBe(estimate.test?.pValue);
    expect(script).toContain("# Finding, as planned: share-difference");
    if (isRPresent()) expect(runInR(script)).toMatchObject({ status: 0, errors: "" });
  });

  it("takes the change by McNemar's mid-p where the plan compares nobody", async () => {
    const { analysis, adjusted, standing } = await planned({
      ...{ design: "single-group", model: "paired-change", comparisonCohort: null },
    });
    expect(standing.kind).toBe("primary");
    expect(analysis.findings[0]).toMatchObject({ id: "share-change", planned: true, claim: { level: 1 } });
    expect(adjusted).toMatchObject({ family: "primary", of: "change", m: 1 });
    expect(adjusted?.adjusted).toBeCloseTo(0.0266, 4);
  });

  it("is exploratory against nobody, where the plan compares, and leads to the planned view", async () => {
    const { analysis, standing, plannedView, adjusted } = await planned({}, { comparedWith: "none" });
    expect(standing).toMatchObject({ kind: "exploratory", why: "other-comparison", role: "primary" });
    expect(analysis.findings.map(({ id, planned: isPlanned }) => [id, isPlanned])).toEqual([["share-change", false]]);
    expect(plannedView).toEqual({ cohortId: plan.cohorts[0].id, comparedWith: plan.cohorts[1].id });
    expect(adjusted).toMatchObject({ family: "exploratory", of: "change" });
  });

  it("has secondary outcomes in one family, each by a model of shares, also under a primary outcome with scores", async () => {
    const secondary = [missed, gap].map((measure) => ({ measure, timepointCode: "end" }));
    const score = { primary: { measure: "phq9/total", timepointCode: "end" }, secondary };
    const { analysis, adjusted, standing } = await planned({ ...score, model: "ancova" });
    expect(standing.kind).toBe("secondary");
    expect(analysis.findings[0]).toMatchObject({ id: "share-difference", planned: true });
    expect(adjusted).toMatchObject({ family: "secondary", of: "difference", method: "holm", m: 2 });
    expect(adjusted?.adjusted).toBeCloseTo(2 * 0.027905343052488, 8);
  });

  it("counts the difference of every line among the exploratory tests, also where the cells are hidden", async () => {
    const other = { measure: "phq9/total", timepointCode: "end" };
    const { adjusted } = await planned({ primary: other, model: "ancova" }, { comparedWith: "none" });
    // Two measures in two cohorts, and two differences.
    expect(adjusted).toMatchObject({ family: "exploratory", of: "change", m: 6 });
    expect(adjusted?.counted).toEqual({ changes: 4, differences: 2, otherViews: 0 });
  });
});
