import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { beforeAll, describe, expect, it } from "vitest";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { listAnalysisPlans } from "./list";
import { saveAnalysisPlan } from "./save";

const database = useTestDatabase();
let programmeId: string;
let cohortName: string;
let researcher: Context;
/** The plan as it is stored: with the windows of the baseline and of the time it names. */
let stored: AnalysisPlan;

const PLAN: AnalysisPlan = {
  title: "Does anxiety change by the end?",
  design: "single-group",
  primary: { measure: "gad7/total", timepointCode: "end" },
  model: "paired-change",
  comparisonCohort: null,
  entryCutOff: null,
  importantDifference: 4,
  secondary: [],
  intercurrentEvents: "",
};

beforeAll(async () => {
  const made = await makeProgramme(database.db);
  programmeId = made.programme.id;
  cohortName = made.cohorts[1].name;
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  const windows = made.timepoints
    .filter(({ code }) => code === "baseline" || code === "end")
    .map(({ code, targetDay, daysBefore, daysAfter }) => ({ timepointCode: code, targetDay, daysBefore, daysAfter }));
  stored = { ...PLAN, windows };
});

const save = (plan: Partial<AnalysisPlan> = {}) =>
  saveAnalysisPlan(researcher, { programmeId, plan: { ...PLAN, ...plan } });

describe("saveAnalysisPlan", () => {
  it("keeps every version with its hash, its date and who saved it", async () => {
    expect(await save()).toEqual({ ok: true, value: { version: 1, hash: canonicalHash(stored) } });
    expect(await save()).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await save({ importantDifference: 5 })).toMatchObject({ ok: true, value: { version: 2 } });
    const listed = await listAnalysisPlans(researcher, { programmeId });
    if (!listed.ok) throw new Error(reasonOf(listed));
    expect(listed.value.openings).toEqual([]);
    expect(listed.value.plans).toMatchObject([
      { version: 2, plan: { importantDifference: 5 }, savedBy: researcher.actor?.name },
      { version: 1, plan: stored, hash: canonicalHash(stored), savedAt: researcher.now() },
    ]);
    const trace = await database.db.auditEvent.findMany({ where: { programmeId, action: "analysis-plan.save" } });
    expect(trace.map(({ detail }) => detail)).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  it("stores the supported cohorts it names, and nothing where it names none", async () => {
    const before = await database.db.analysisPlan.count({ where: { programmeId } });
    expect(await save({ importantDifference: 5, supportedCohorts: [] })).toMatchObject({ ok: true });
    expect(await database.db.analysisPlan.count({ where: { programmeId } })).toBe(before);
    expect(await save({ supportedCohorts: ["Nobody"] })).toMatchObject({
      failure: {
        issues: [{ path: "plan.supportedCohorts", rule: "analysis-plan.no-such-cohort", value: "Nobody" }],
      },
    });
    const named = { ...PLAN, supportedCohorts: [cohortName] };
    const hash = canonicalHash({ ...stored, supportedCohorts: [cohortName] });
    expect(await save(named)).toMatchObject({ ok: true, value: { hash } });
  });

  it("keeps the programme's own windows, notices when they change, and reads plans saved without any", async () => {
    const other = await makeProgramme(database.db);
    const theirs = { programmeId: other.programme.id };
    const planner = await signedIn(database.db, { ...theirs, role: "researcher" });
    const bare = { ...theirs, version: 1, content: { ...PLAN, windows: undefined }, contentHash: canonicalHash(PLAN) };
    const savedById = planner.actor?.userId ?? "";
    await database.db.analysisPlan.create({ data: { ...bare, savedById, savedAt: planner.now() } });
    const made = [{ timepointCode: "end", targetDay: 1, daysBefore: 0, daysAfter: 0 }];
    const saved = await saveAnalysisPlan(planner, { ...theirs, plan: { ...PLAN, windows: made } });
    expect(saved).toMatchObject({ ok: true, value: { version: 2, hash: canonicalHash(stored) } });
    const end = { programmeId_code: { ...theirs, code: "end" } };
    await database.db.timepoint.update({ where: end, data: { daysAfter: { increment: 30 } } });
    const listed = await listAnalysisPlans(planner, theirs);
    if (!listed.ok) throw new Error(reasonOf(listed));
    expect(listed.value.plans).toMatchObject([
      { version: 2, plan: { windows: stored.windows }, changedWindows: ["end"] },
      { version: 1, hash: canonicalHash(PLAN), changedWindows: [] },
    ]);
    expect(listed.value.plans[1]?.plan).not.toHaveProperty("windows");
    // Saved again with the new days, it is another plan.
    expect(await saveAnalysisPlan(planner, { ...theirs, plan: PLAN })).toMatchObject({ value: { version: 3 } });
  });

  it("names every part that the programme does not have, and keeps nothing", async () => {
    const result = await save({
      design: "cohorts",
      model: "ancova",
      comparisonCohort: "Nobody",
      primary: { measure: "gad7/nothing", timepointCode: "end" },
      secondary: [{ measure: "who5/index", timepointCode: "baseline" }],
    });
    expect(result).toMatchObject({
      ok: false,
      failure: {
        issues: [
          { path: "plan.primary.measure", rule: "analysis-plan.no-such-measure", value: "gad7/nothing" },
          { rule: "analysis-plan.no-such-measure" },
          { path: "plan.secondary.0.timepointCode", rule: "analysis-plan.no-such-timepoint", value: "baseline" },
          { path: "plan.comparisonCohort", rule: "analysis-plan.no-such-cohort", value: "Nobody" },
        ],
      },
    });
    const compared = { design: "cohorts", model: "ancova", comparisonCohort: cohortName } as const;
    expect(
      await save({ ...compared, secondary: [{ measure: "gad7/total", timepointCode: "follow-up" }] }),
    ).toMatchObject({ ok: true, value: { version: 4 } });
  });

  it("takes no model of scores for a primary measure that is yes or no, and any model with such a secondary one", async () => {
    const yesOrNo = { measure: "retention/missed-any", timepointCode: "end" };
    expect(await save({ primary: yesOrNo, model: "repeated-measures" })).toMatchObject({
      failure: {
        issues: [
          { path: "plan.model", rule: "analysis-plan.model-for-scores", value: "repeated-measures" },
          { path: "plan.importantDifference", rule: "analysis-plan.difference-of-scores" },
        ],
      },
    });
    const compared = { design: "cohorts", comparisonCohort: cohortName, importantDifference: null } as const;
    const issues = [{ path: "plan.model", rule: "analysis-plan.model-for-scores", value: "ancova" }];
    expect(await save({ ...compared, primary: yesOrNo, model: "ancova" })).toMatchObject({ failure: { issues } });
    const fitting = { ...compared, primary: yesOrNo, model: "difference-in-differences" } as const;
    expect(await save(fitting)).toMatchObject({ ok: true });
    expect(await save({ primary: yesOrNo, importantDifference: null })).toMatchObject({ ok: true });
    expect(await save({ ...compared, model: "ancova", secondary: [yesOrNo] })).toMatchObject({ ok: true });
  });

  it("comes with when each outcome was first seen, by the code of its time", async () => {
    const { id: timepointId } = await database.db.timepoint.findFirstOrThrow({ where: { programmeId, code: "end" } });
    const openedAt = new Date("2026-05-02T08:00:00Z");
    const opening = { programmeId, openedById: researcher.actor?.userId ?? "" };
    const elsewhere = await makeProgramme(database.db);
    await database.db.outcomeOpening.createMany({
      data: [
        { ...opening, measure: "who5/index", timepointId, openedAt: new Date("2026-05-09T08:00:00Z") },
        { ...opening, measure: "gad7/total", timepointId, openedAt },
        { ...opening, programmeId: elsewhere.programme.id, measure: "gad7/total", timepointId, openedAt },
      ],
    });
    expect(await listAnalysisPlans(researcher, { programmeId })).toMatchObject({
      ok: true,
      value: {
        openings: [
          { measure: "gad7/total", timepointCode: "end", openedAt },
          { measure: "who5/index", timepointCode: "end" },
        ],
      },
    });
  });

  it("cannot be changed or taken back by the application", async () => {
    const { application } = database;
    await expect(application.$executeRaw`UPDATE analysis_plan SET version = 9`).rejects.toThrow(/permission denied/);
    await expect(application.$executeRaw`DELETE FROM analysis_plan`).rejects.toThrow(/permission denied/);
    await expect(application.$executeRaw`DELETE FROM outcome_opening`).rejects.toThrow(/permission denied/);
  });

  it("is not for evaluators, nor for another programme", async () => {
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
    expect(reasonOf(await saveAnalysisPlan(evaluator, { programmeId, plan: PLAN }))).toBe("forbidden:access.denied");
    const elsewhere = await makeProgramme(database.db);
    const input = { programmeId: elsewhere.programme.id, plan: PLAN };
    expect(reasonOf(await saveAnalysisPlan(researcher, input))).toBe("forbidden:access.denied");
    expect(reasonOf(await listAnalysisPlans(researcher, input))).toBe("forbidden:access.denied");
  });
});
