import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { type Plan, recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { listMissing } from "./list-missing";
import { readChange } from "./read";

const database = useTestDatabase();
let plan: Plan;
let people: Awaited<ReturnType<typeof recordScores>>;
let evaluator: Context;
let row: Parameters<typeof listMissing>[1];

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  await database.db.programmeMeasure.create({
    data: { programmeId, code: "m", label: "M", domain: "outcome.social", improvement: "increase" },
  });
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  people = await recordScores(database.db, plan, "measure/m", [
    {
      cohort: 0,
      site: 0,
      rows: [[undefined, 3], [null, 3], [4], [5, null], ...Array.from({ length: 8 }, (_, i) => [i, 9])],
    },
    { cohort: 0, site: 1, rows: [[4]] },
    { cohort: 1, site: 0, rows: [[4]] },
  ]);
  row = { programmeId, cohortId: plan.cohorts[0].id, timepointId: plan.timepoints[1].id, measure: "measure/m" };
});

const code = (index: number) => people[index]?.code;

describe("listMissing", () => {
  it("names everybody who is not among the pairs, with the first reason that applies", async () => {
    const result = await listMissing(evaluator, row);
    if (!result.ok || result.value.kind !== "people") throw new Error("no people");
    expect(result.value.more).toBe(false);
    expect(result.value.people.map((person) => [person.code, person.reason])).toEqual([
      [code(0), "no-baseline"],
      [code(1), "baseline-unscored"],
      [code(2), "not-measured"],
      [code(3), "unscored"],
      [code(12), "not-measured"],
    ]);
  });

  it("keeps to the sites of the person, and to the one asked for", async () => {
    const siteId = plan.sites[1].id;
    const local = await signedIn(database.db, { programmeId: plan.programme.id, role: "clinic-staff", siteId });
    for (const result of [await listMissing(local, row), await listMissing(evaluator, { ...row, siteId })]) {
      expect(result).toMatchObject({ ok: true, value: { people: [{ code: code(12), reason: "not-measured" }] } });
    }
    expect(await listMissing(local, { ...row, siteId: plan.sites[0].id })).toMatchObject({
      failure: { reason: "site.none" },
    });
  });

  it("gives a researcher counts as the table shows them, and no code", async () => {
    const researcher = await signedIn(database.db, { programmeId: plan.programme.id, role: "researcher" });
    const result = await listMissing(researcher, row);
    expect(result).toMatchObject({ ok: true, value: { kind: "counts", lost: { kind: "hidden", below: 5 } } });
    expect(JSON.stringify(result)).not.toContain(code(2));
  });

  it("misses nobody of whom nothing is asked, and no baseline where none is asked for", async () => {
    const { db } = database;
    const own = await makeProgramme(db);
    const programmeId = own.programme.id;
    const measure = "alongside-mechanisms/tailored";
    const edition = findInstrument("alongside-mechanisms")?.edition ?? "";
    const use = { programmeId, instrument: "alongside-mechanisms", edition, timepointCodes: ["end"] };
    await db.instrumentUse.create({ data: { ...use, askedOf: "peer-support" } });
    const asked = await recordScores(db, own, measure, [
      { cohort: 0, site: 0, rows: [[undefined, 3], [undefined, null], []] },
      { cohort: 1, site: 0, rows: [[], []] },
    ]);
    const by = await signedIn(db, { programmeId, role: "evaluator" });
    const researcher = await signedIn(db, { programmeId, role: "researcher" });
    const missing = (cohort: 0 | 1, timepoint: 1 | 2, context = by) => {
      const at = { cohortId: own.cohorts[cohort].id, timepointId: own.timepoints[timepoint].id };
      return listMissing(context, { programmeId, measure, ...at });
    };
    expect(await missing(0, 1)).toMatchObject({
      value: {
        people: [
          { code: asked[1]?.code, reason: "unscored" },
          { code: asked[2]?.code, reason: "not-measured" },
        ],
      },
    });
    const notAsked = { ok: true, value: { kind: "not-asked" } };
    expect(await missing(1, 1)).toEqual(notAsked);
    expect(await missing(0, 2)).toEqual(notAsked);
    expect(await missing(1, 1, researcher)).toEqual(notAsked);
    const change = await readChange(by, { programmeId });
    if (!change.ok) throw new Error(change.failure.reason);
    const row = change.value.table.domains
      .flatMap(({ measures }) => measures)
      .find((one) => one.description.measure === measure);
    expect(row?.cohorts.map(({ cohortId }) => cohortId)).toEqual([own.cohorts[0].id]);
  });

  it("refuses other roles, and rows that are not in the table", async () => {
    const coordinator = await signedIn(database.db, { programmeId: plan.programme.id, role: "peer-coordinator" });
    expect(await listMissing(coordinator, row)).toMatchObject({ failure: { reason: "access.denied" } });
    const elsewhere = await makeProgramme(database.db);
    for (const wrong of [
      { measure: "measure/none" },
      { cohortId: elsewhere.cohorts[0].id },
      { timepointId: plan.timepoints[0].id },
    ]) {
      expect(await listMissing(evaluator, { ...row, ...wrong })).toMatchObject({
        failure: { code: "not-found", reason: "change.no-such-row" },
      });
    }
  });
});
