import { makeParticipant, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import { dueState } from "@alongside/domain/schedule/due-state";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { toDay } from "../calendar-date";
import type { Context } from "../context";
import { askErasure } from "../erasure/ask";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { readHome } from "./read";

const database = useTestDatabase();
const TODAY = "2026-06-15";
/** Days since enrolment, by site: north and south. */
const AGO = [
  [0, 20, 31, 76, 100, 130],
  [120, 121, 200, 211, 400],
] as const;

let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const edition = findInstrument("gad7")?.edition ?? "";
  await database.db.instrumentUse.create({ data: { programmeId, instrument: "gad7", edition } });
  for (const [site, days] of AGO.entries())
    for (const day of days) {
      const siteId = plan.sites[site === 0 ? 0 : 1].id;
      const enrolledOn = new Date(`${addDays(TODAY, -day)}T00:00:00Z`);
      await makeParticipant(database.db, { programmeId, siteId, cohortId: plan.cohorts[0].id, enrolledOn });
    }
});

function expected(days: readonly number[], state: "open" | "overdue"): number {
  return days
    .flatMap((day) =>
      plan.timepoints.map((wave) => dueState(wave, { enrolledOn: addDays(TODAY, -day), endedOn: null }, null, TODAY)),
    )
    .filter((verdict) => verdict.state === state).length;
}

async function home(role: Parameters<typeof signedIn>[1]["role"], siteId?: string) {
  const context = await signedIn(database.db, { programmeId, role, ...(siteId && { siteId }) });
  const result = await readHome(context, { programmeId });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

describe("readHome", () => {
  it("counts what the one rule calls open and overdue", async () => {
    const { due } = await home("administrator");
    const all = AGO.flat();
    expect(due?.open.count).toBe(expected(all, "open"));
    expect(due?.overdue.count).toBe(expected(all, "overdue"));
    expect(due?.open.count).toBeGreaterThan(2);
  });

  it("counts the last day of an enrolment, and not the day after, as the one rule does", async () => {
    const own = await makeProgramme(database.db);
    const enrolledOn = toDay(addDays(TODAY, -3));
    for (const endedOn of [TODAY, addDays(TODAY, -1)]) {
      const at = { programmeId: own.programme.id, siteId: own.sites[0].id, cohortId: own.cohorts[0].id, enrolledOn };
      const { participant } = await makeParticipant(database.db, at);
      const ended = { status: "withdrawn", endedOn: toDay(endedOn) };
      await database.owner.enrolment.updateMany({ where: { participantId: participant.participantId }, data: ended });
    }
    const context = await signedIn(database.db, { programmeId: own.programme.id, role: "administrator" });
    await database.db.instrumentUse.create({
      data: { programmeId: own.programme.id, instrument: "gad7", edition: findInstrument("gad7")?.edition ?? "" },
    });
    const result = await readHome(context, { programmeId: own.programme.id });
    expect(result).toMatchObject({ ok: true, value: { due: { open: { count: 1 }, overdue: { count: 0 } } } });
    const [baseline] = own.timepoints;
    const states = [TODAY, addDays(TODAY, -1)].map(
      (endedOn) => dueState(baseline, { enrolledOn: addDays(TODAY, -3), endedOn }, null, TODAY).state,
    );
    expect(states).toEqual(["open", "not-expected"]);
  });

  it("names the most urgent first", async () => {
    const { due } = await home("administrator");
    const open = due?.open.first.map((work) => work.closesOn) ?? [];
    expect(open).toEqual(open.toSorted());
    const overdue = due?.overdue.first.map((work) => work.closesOn) ?? [];
    expect(overdue).toEqual(overdue.toSorted().toReversed());
    expect(overdue.every((day) => day < TODAY)).toBe(true);
  });

  it("keeps to the sites of the role", async () => {
    const { due, people } = await home("evaluator", plan.sites[1].id);
    expect(due?.overdue.count).toBe(expected(AGO[1], "overdue"));
    expect(due?.overdue.first.every((work) => work.site === "South")).toBe(true);
    expect(people).toMatchObject([{ site: "South", all: 5, active: 5 }]);
  });

  it("gives each role its own parts", async () => {
    expect(await home("administrator")).toMatchObject({ conflicts: [], change: null });
    expect((await home("administrator")).gaps?.map((one) => one.gap)).toContain("no-wording");
    expect(await home("evaluator")).toMatchObject({ gaps: null, change: null, conflicts: [] });
    const researcher = await home("researcher");
    expect(researcher).toMatchObject({ due: null, people: null, gaps: null, conflicts: null, maySeeChange: true });
    expect(researcher.change).not.toBeNull();
    expect(await home("peer-coordinator")).toMatchObject({ due: null, maySeeChange: false, change: null });
  });

  it("tells who may confirm it that somebody is to be erased, and not whoever asked", async () => {
    const own = await makeProgramme(database.db);
    const at = { programmeId: own.programme.id, siteId: own.sites[0].id, cohortId: own.cohorts[0].id };
    const { participant } = await makeParticipant(database.db, at);
    const [asking, other, evaluator] = [
      await signedIn(database.db, { programmeId: own.programme.id, role: "administrator" }),
      await signedIn(database.db, { programmeId: own.programme.id, role: "administrator" }),
      await signedIn(database.db, { programmeId: own.programme.id, role: "evaluator" }),
    ];
    const decisions = async (context: Context) => {
      const read = await readHome(context, { programmeId: own.programme.id });
      return read.ok ? read.value.decisions : read.failure.reason;
    };
    expect(await decisions(other)).toEqual({ erasures: 0, releases: 0, reports: 0 });
    const wish = { withdrawalId: uuidv7(), participantId: participant.participantId, reason: "privacy" as const };
    expect(reasonOf(await askErasure(asking, { programmeId: own.programme.id, ...wish }))).toBe("ok");
    expect(await Promise.all([asking, other, evaluator].map(decisions))).toEqual([
      { erasures: 0, releases: 0, reports: 0 },
      { erasures: 1, releases: 0, reports: 0 },
      null,
    ]);
  });

  it("is closed to strangers", async () => {
    const other = await makeProgramme(database.db);
    const stranger = await signedIn(database.db, { programmeId: other.programme.id, role: "administrator" });
    expect(await readHome(stranger, { programmeId })).toMatchObject({ failure: { code: "forbidden" } });
  });
});
