import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { BTHEB } from "@alongside/interchange/studies/btheb";
import { describe, expect, it } from "vitest";
import { enrolParticipant } from "../participant/enrol";
import { recordScores } from "../testing/record-scores";
import { contextFor, signedIn } from "../testing/test-context";
import { readChange } from "./read";

const database = useTestDatabase();

const MEASURE = {
  code: "bdi",
  label: "Depression",
  domain: "outcome.psychological",
  improvement: "decrease",
  minimum: 0,
  maximum: 63,
};

/** A programme with one imported measure, and somebody who may read it. */
async function programmeWithMeasure(suppressionThreshold = 5) {
  const plan = await makeProgramme(database.db, { suppressionThreshold });
  const programmeId = plan.programme.id;
  await database.db.programmeMeasure.create({ data: { programmeId, ...MEASURE } });
  const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  return { plan, programmeId, evaluator };
}

async function tableOf(...args: Parameters<typeof readChange>) {
  const result = await readChange(...args);
  if (!result.ok) throw new Error(`${result.failure.code}:${result.failure.reason}`);
  const measure = result.value.table.domains[1]?.measures[0];
  return { ...result.value, measure };
}

/** Baseline and eight months of one arm of the trial; undefined where nobody asked. */
function btheb(arm: string): (number | undefined)[][] {
  return BTHEB.csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .filter((cells) => cells[3] === arm)
    .map((cells) => [cells[4], cells[8]].map((text) => (text ? Number(text) : undefined)));
}

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, i) => [from + i, from + ((i * i) % 7)]);

describe("readChange", () => {
  it("gives R's figures for a published trial, each arm by itself", async () => {
    const { plan, programmeId, evaluator } = await programmeWithMeasure();
    await recordScores(database.db, plan, "measure/bdi", [
      { cohort: 0, site: 0, rows: btheb("BtheB") },
      { cohort: 1, site: 0, rows: btheb("TAU").slice(0, 20) },
      { cohort: 1, site: 1, rows: btheb("TAU").slice(20) },
    ]);
    const { measure, table, sources } = await tableOf(evaluator, { programmeId });
    const end = measure?.cohorts[1]?.followUps[0];
    expect(end?.paired).toEqual({ kind: "exact", n: 25 });
    expect(end?.direction).toBe("better");
    if (end?.change.kind !== "estimate" || end.summary.kind !== "summary") throw new Error("no estimate");
    // R 4.2.2: t.test(post, pre, paired = TRUE) on HSAUR3::BtheB, treatment as usual, eight months.
    expect(end.summary).toMatchObject({ meanBefore: { value: 24.12 }, meanAfter: { value: 13.6 } });
    expect(end.change.value).toBeCloseTo(-10.52, 10);
    expect(end.change.interval.low).toBeCloseTo(-15.070135757994874, 10);
    expect(end.change.interval.high).toBeCloseTo(-5.969864242005124, 10);
    expect(table.claim).toEqual({ level: 1, wording: "changed" });
    expect(sources["measure/bdi"]).toMatchObject({ instrument: null, abbreviation: "bdi", headline: true });
  });

  it("lists the five domains when nothing has been collected, with the instruments in use in their places", async () => {
    const plan = await makeProgramme(database.db);
    const programmeId = plan.programme.id;
    const edition = findInstrument("phq9")?.edition ?? "";
    await database.db.instrumentUse.create({ data: { programmeId, instrument: "phq9", edition } });
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    const { table, sources } = await tableOf(researcher, { programmeId });
    expect(table.state).toBe("not-measured");
    expect(table.domains.map((one) => one.measures.map((measure) => measure.description.measure))).toEqual([
      [],
      ["phq9/total"],
      [],
      [],
      [],
    ]);
    expect(table.domains[1]?.measures[0]?.description).toMatchObject({
      improvement: "decrease",
      importantDifference: { value: 5 },
    });
    expect(sources["phq9/total"]).toMatchObject({ abbreviation: "PHQ-9", headline: true, inUse: true });
  });

  it("counts somebody enrolled through the service at once", async () => {
    const { plan, programmeId, evaluator } = await programmeWithMeasure(1);
    await enrolParticipant(evaluator, {
      programmeId,
      participantId: evaluator.newId(),
      siteId: plan.sites[0].id,
      cohortId: plan.cohorts[0].id,
      enrolledOn: "2026-06-01",
    });
    const { measure } = await tableOf(evaluator, { programmeId });
    expect(measure?.cohorts.map((cohort) => cohort.enrolled)).toEqual([
      { kind: "exact", n: 1 },
      { kind: "exact", n: 0 },
    ]);
  });

  it("lets nothing out about fewer people than the threshold", async () => {
    const { plan, programmeId, evaluator } = await programmeWithMeasure(5);
    await recordScores(database.db, plan, "measure/bdi", [
      {
        cohort: 0,
        site: 0,
        rows: [
          [41, 3],
          [42, 1],
          [43, 2],
          [44, 0],
        ],
      },
      { cohort: 1, site: 0, rows: rows(12) },
    ]);
    const { measure } = await tableOf(evaluator, { programmeId });
    const [small, large] = measure?.cohorts ?? [];
    expect(small?.enrolled).toEqual({ kind: "hidden", below: 5 });
    expect(small?.followUps[0]?.change).toEqual({ kind: "suppressed", rule: "small-count" });
    expect(large?.followUps[0]?.change.kind).toBe("estimate");
    // Neither a mean nor a sum of the four is anywhere in what leaves the service.
    expect(JSON.stringify(small, (key, value: unknown) => (key.endsWith("Id") ? "" : value))).not.toMatch(
      /42\.5|170|"sum(X|Squares)?":/,
    );
  });

  it("keeps what was collected in sight after its instrument, cohort or timepoint was switched off", async () => {
    const plan = await makeProgramme(database.db);
    const programmeId = plan.programme.id;
    const edition = findInstrument("phq9")?.edition ?? "";
    await database.db.instrumentUse.create({ data: { programmeId, instrument: "phq9", edition, active: false } });
    await recordScores(database.db, plan, "phq9/total", [{ cohort: 1, site: 0, rows: rows(12) }]);
    await database.db.cohort.update({ where: { id: plan.cohorts[1].id }, data: { active: false } });
    await database.db.cohort.update({ where: { id: plan.cohorts[0].id }, data: { active: false } });
    await database.db.timepoint.update({ where: { id: plan.timepoints[1].id }, data: { active: false } });
    await database.db.timepoint.update({ where: { id: plan.timepoints[2].id }, data: { active: false } });
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
    const { table, sources, measure } = await tableOf(evaluator, { programmeId });
    expect(sources["phq9/total"]?.inUse).toBe(false);
    expect(table.cohorts.map((cohort) => cohort.id)).toEqual([plan.cohorts[1].id]);
    expect(table.timepoints.map((timepoint) => timepoint.code)).toEqual(["baseline", "end"]);
    expect(measure?.state).toBe("ready");
  });

  it("shows a person of one site that site only, and answers like nothing for the other", async () => {
    const { plan, programmeId, evaluator } = await programmeWithMeasure();
    await recordScores(database.db, plan, "measure/bdi", [
      { cohort: 0, site: 0, rows: rows(8) },
      { cohort: 0, site: 1, rows: rows(11) },
    ]);
    const [north, south] = plan.sites.map((site) => site.id);
    const local = await signedIn(database.db, { programmeId, role: "clinic-staff", siteId: north ?? "" });
    const own = await tableOf(local, { programmeId });
    expect(own.measure?.cohorts[0]?.followUps[0]?.paired).toEqual({ kind: "exact", n: 8 });
    expect(own.sites.map((site) => site.id)).toEqual([north]);
    expect(own.partOf).toEqual([plan.sites[0].name]);
    expect(await readChange(local, { programmeId, siteId: south })).toMatchObject({
      failure: { code: "not-found", reason: "site.none" },
    });
    const other = await tableOf(evaluator, { programmeId, siteId: south });
    expect(other.measure?.cohorts[0]?.followUps[0]?.paired).toEqual({ kind: "exact", n: 11 });
    const both = await tableOf(evaluator, { programmeId });
    expect(both.measure?.cohorts[0]?.followUps[0]?.paired).toEqual({ kind: "exact", n: 19 });
    expect([other.partOf, both.partOf]).toEqual([[plan.sites[1].name], null]);
  });

  it("is refused to peer coordinators, other programmes and nobody, and another programme's site is none", async () => {
    const { programmeId, evaluator } = await programmeWithMeasure();
    const elsewhere = await programmeWithMeasure();
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    const reasons = await Promise.all([
      readChange(coordinator, { programmeId }),
      readChange(elsewhere.evaluator, { programmeId }),
      readChange(contextFor(database.db, null), { programmeId }),
      readChange(evaluator, { programmeId, siteId: elsewhere.plan.sites[0].id }),
    ]);
    expect(reasons.map((result) => (result.ok ? "ok" : result.failure.reason))).toEqual([
      "access.denied",
      "access.denied",
      "session.none",
      "site.none",
    ]);
  });

  it("gives whoever may not see the people one view, not several that could be subtracted", async () => {
    const plan = await makeProgramme(database.db);
    const programmeId = plan.programme.id;
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    expect(await readChange(researcher, { programmeId })).toMatchObject({ ok: true, value: { sites: [] } });
    expect(await readChange(researcher, { programmeId, siteId: plan.sites[0].id })).toMatchObject({
      failure: { code: "rule", reason: "change.one-view" },
    });
  });
});
