import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { BTHEB } from "@alongside/interchange/studies/btheb";
import { beforeAll, describe, expect, it } from "vitest";
import { saveAnalysisPlan } from "../analysis-plan/save";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { readOutcome } from "./read";

const database = useTestDatabase();
const measure = "measure/bdi";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let researcher: Context;
let asked: { programmeId: string; measure: string; timepointId: string; cohortId: string };

/** Depression before, and at two, five and eight months, of one arm of the trial; undefined where nobody asked. */
function arm(name: string): (number | undefined)[][] {
  const [, ...lines] = BTHEB.csv.trim().split("\n");
  return lines
    .map((line) => line.split(","))
    .filter((cells) => cells[3] === name)
    .map((cells) => [cells[4], cells[8], cells[5]].map((text) => (text ? Number(text) : undefined)));
}

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const bdi = { code: "bdi", label: "Depression", domain: "outcome.psychological", improvement: "decrease" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...bdi, minimum: 0, maximum: 63 } });
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows: arm("BtheB") },
    { cohort: 1, site: 0, rows: arm("TAU").slice(0, 20) },
    { cohort: 1, site: 1, rows: arm("TAU").slice(20) },
  ]);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  asked = { programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[1].id };
});

async function outcome(
  context: Context,
  given: Partial<typeof asked> & { comparedWith?: string; siteId?: string } = {},
) {
  const read = await readOutcome(context, { ...asked, ...given });
  if (!read.ok) throw new Error(reasonOf(read));
  if (read.value.kind !== "score") throw new Error("not a score");
  return read.value;
}

describe("readOutcome", () => {
  it("gives R's figures for a published trial, from the same people as the Change page", async () => {
    const { analysis, waves, wave, cohort } = await outcome(researcher);
    expect(analysis.sets).toMatchObject({
      enrolled: { kind: "range" },
      // Three of the 48 have no score at the follow-up.
      baselineMeasured: { kind: "range", low: 46, high: 49 },
      completeCases: 25,
    });
    expect(waves.map(({ label }) => label)).toEqual(["baseline", "end", "follow-up"]);
    expect([wave, cohort.name]).toEqual([1, "Comparison"]);
    const { change, centre } = analysis.change;
    if (change.kind !== "estimate" || centre.kind !== "estimate") throw new Error("no estimate");
    // R 4.2.2: t.test(post, pre, paired = TRUE) on HSAUR3::BtheB, treatment as usual, eight months.
    expect(change.value).toBeCloseTo(-10.52, 10);
    expect(change.interval.low).toBeCloseTo(-15.070135757994874, 10);
    expect(change.interval.high).toBeCloseTo(-5.969864242005124, 10);
    expect(analysis.claim).toEqual({ level: 1, wording: "changed" });
  });

  it("sees nobody's code, and leaves a trace", async () => {
    const read = await outcome(researcher);
    const codes = await database.db.participant.findMany({ where: { programmeId }, select: { code: true } });
    const text = JSON.stringify(read);
    expect(codes.filter(({ code }) => text.includes(code))).toEqual([]);
    const trace = await database.db.auditEvent.findMany({ where: { programmeId, action: "outcome.read" } });
    expect(trace.at(-1)?.detail).toMatchObject({ measure, cohortId: asked.cohortId, timepointId: asked.timepointId });
  });

  it("is exploratory without a plan, planned with one made before anybody looked, and exploratory after a look", async () => {
    const unplanned = await outcome(researcher);
    expect(unplanned.window).toEqual({ targetDay: 90, daysBefore: 14, daysAfter: 30 });
    expect(unplanned).toMatchObject({ standing: { kind: "exploratory", why: "no-plan" } });
    // Two cohorts at two times each: four changes and two differences, all of them exploratory.
    expect(unplanned.adjusted).toMatchObject({ family: "exploratory", method: "BH", m: 6 });
    const content = {
      ...({ title: "Depression at the follow-up", design: "single-group", model: "paired-change" } as const),
      ...{ comparisonCohort: null, entryCutOff: null, importantDifference: 3, intercurrentEvents: "" },
      primary: { measure, timepointCode: "end" },
      secondary: [],
    };
    expect(reasonOf(await saveAnalysisPlan(researcher, { programmeId, plan: content }))).toBe("ok");
    const seen = await outcome(researcher);
    expect(seen.standing).toEqual({ kind: "exploratory", why: "seen-before-plan" });
    expect(seen.analysis.change.importantDifference.value).toBeNull();
  });

  it("takes the plan's important difference for the primary measure, and for no other", async () => {
    const other = await makeProgramme(database.db);
    const theirs = { programmeId: other.programme.id };
    const measureOf = { domain: "outcome.psychological", improvement: "decrease", minimum: 0, maximum: 63 };
    for (const code of ["bdi", "worry"]) {
      await database.db.programmeMeasure.create({ data: { ...theirs, ...measureOf, code, label: code } });
      await recordScores(database.db, other, `measure/${code}`, [{ cohort: 0, site: 0, rows: arm("TAU") }]);
    }
    const planner = await signedIn(database.db, { ...theirs, role: "researcher" });
    const content = {
      ...({ title: "Depression at the end", design: "single-group", model: "paired-change" } as const),
      ...{ comparisonCohort: null, entryCutOff: null, importantDifference: 3, intercurrentEvents: "" },
      primary: { measure, timepointCode: "end" },
      secondary: [{ measure: "measure/worry", timepointCode: "end" }],
    };
    expect(reasonOf(await saveAnalysisPlan(planner, { ...theirs, plan: content }))).toBe("ok");
    const later = { ...planner, now: () => new Date(planner.now().getTime() + 1) };
    const place = { ...theirs, timepointId: other.timepoints[1].id, cohortId: other.cohorts[0].id };
    const primary = await outcome(later, place);
    expect(primary.standing.kind).toBe("primary");
    expect(primary.analysis.change.importantDifference.value).toBe(3);
    const secondary = await outcome(later, { ...place, measure: "measure/worry" });
    expect(secondary.standing.kind).toBe("secondary");
    expect(secondary.analysis.change.importantDifference.value).toBeNull();
  });

  it("is primary in the planned contrast only, and leads from everything else to it", async () => {
    const other = await makeProgramme(database.db);
    const theirs = { programmeId: other.programme.id };
    const measureOf = { domain: "outcome.psychological", improvement: "decrease", minimum: 0, maximum: 63 };
    await database.db.programmeMeasure.create({ data: { ...theirs, ...measureOf, code: "bdi", label: "bdi" } });
    const rows = arm("BtheB");
    await recordScores(database.db, other, measure, [
      { cohort: 0, site: 0, rows: rows.slice(0, 30) },
      { cohort: 0, site: 1, rows: rows.slice(30) },
      { cohort: 1, site: 0, rows: arm("TAU") },
    ]);
    const planner = await signedIn(database.db, { ...theirs, role: "administrator" });
    const content = {
      ...({ title: "Depression at the end", design: "randomised", model: "ancova" } as const),
      ...{ comparisonCohort: "Comparison", entryCutOff: null, importantDifference: 3, intercurrentEvents: "" },
      primary: { measure, timepointCode: "end" },
      secondary: [],
    };
    expect(reasonOf(await saveAnalysisPlan(planner, { ...theirs, plan: content }))).toBe("ok");
    const later = { ...planner, now: () => new Date(planner.now().getTime() + 1) };
    const [supported, compared] = other.cohorts;
    const place = { ...theirs, timepointId: other.timepoints[1].id, cohortId: supported.id };
    const planned = { cohortId: supported.id, comparedWith: compared.id };
    const departs = (why: string) => ({ standing: { kind: "exploratory", why }, plannedView: planned });

    const primary = await outcome(later, place);
    expect(primary).toMatchObject({ standing: { kind: "primary" }, plannedView: null });
    expect(primary.analysis.comparison).toMatchObject({ primary: "ancova", claim: { level: 4 } });
    const alone = await outcome(later, { ...place, comparedWith: "none" });
    expect(alone).toMatchObject(departs("other-comparison"));
    const usual = await outcome(later, { ...place, cohortId: compared.id, comparedWith: supported.id });
    expect(usual).toMatchObject(departs("comparison-cohort"));
    // The model was chosen for another analysis, and so was the assignment by chance.
    expect(usual.analysis.comparison).toMatchObject({ primary: null, claim: { level: 2 } });
    const local = await outcome(later, { ...place, siteId: other.sites[0].id });
    expect(local).toMatchObject(departs("one-site"));
    expect(local.analysis.comparison).toMatchObject({ primary: null });
    const staff = await signedIn(database.db, { ...theirs, role: "clinic-staff", siteId: other.sites[0].id });
    expect(await outcome(staff, place)).toMatchObject({ standing: { why: "one-site" }, plannedView: null });
  });

  it("compares with the only comparison cohort, with another when told, with none when told", async () => {
    const supported = { cohortId: plan.cohorts[0].id };
    const { comparedWith, analysis } = await outcome(researcher, supported);
    expect(comparedWith?.name).toBe("Comparison");
    const { comparison } = analysis;
    if (comparison?.kind !== "comparison") throw new Error("no comparison");
    // R 4.2.2: lm(post ~ pre + supported) with sandwich::vcovHC("HC3"), eight months.
    const { ancova } = comparison.differences;
    expect(ancova).toMatchObject({ kind: "estimate", n: 52 });
    if (ancova.kind === "estimate") expect(ancova.value).toBeCloseTo(-4.0104896753358, 9);
    expect(comparison.claim).toEqual({ level: 2, wording: "associated" });
    expect(comparison.sites).toMatchObject({ sites: 2, shared: 1, rule: "fixed-effects" });
    expect((await outcome(researcher)).comparedWith).toBeNull();
    expect((await outcome(researcher, { ...supported, comparedWith: "none" })).comparedWith).toBeNull();
    expect((await outcome(researcher, { comparedWith: plan.cohorts[0].id })).comparedWith?.name).toBe("Peer support");
  });

  it("opens nothing the Change page hides, and nothing of elsewhere", async () => {
    const few = await signedIn(database.db, { programmeId, role: "researcher", siteId: plan.sites[1].id });
    const missing = { ...asked, measure: "measure/nothing" };
    expect(reasonOf(await readOutcome(researcher, missing))).toBe("not-found:change.no-such-row");
    const other = await makeProgramme(database.db);
    expect(reasonOf(await readOutcome(researcher, { ...asked, programmeId: other.programme.id }))).toBe(
      "forbidden:access.denied",
    );
    const elsewhere = { ...asked, timepointId: other.timepoints[1].id };
    expect(reasonOf(await readOutcome(researcher, elsewhere))).toBe("not-found:change.no-such-row");
    expect((await outcome(few)).analysis.sets).toMatchObject({ enrolled: { kind: "range" }, completeCases: 14 });
    const local = { ...asked, cohortId: plan.cohorts[0].id };
    expect(reasonOf(await readOutcome(few, local))).toBe("rule:outcome.too-few");
  });
});
