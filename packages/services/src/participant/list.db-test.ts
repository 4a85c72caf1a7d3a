import { makeParticipant, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { makeParticipantCode, readParticipantCode } from "@alongside/domain/identity/participant-code";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import { dueState } from "@alongside/domain/schedule/due-state";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { signedIn } from "../testing/test-context";
import { findByCode } from "./find-by-code";
import { listParticipants } from "./list";

const database = useTestDatabase();
const TODAY = "2026-06-15";

let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let administrator: Context;
/** Day of enrolment by code: one person for each number of days ago. */
const enrolled = new Map<string, string>();

const code = (n: number) => makeParticipantCode([0, 0, 0, Math.floor(n / 32), n % 32, 7]);

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const edition = findInstrument("gad7")?.edition ?? "";
  await database.db.instrumentUse.create({ data: { programmeId, instrument: "gad7", edition } });
  // Around every edge of every window of the plan (days 0, 90, 180; 14 before, 30 after).
  const ago = [0, 13, 29, 30, 31, 75, 76, 77, 119, 120, 121, 165, 166, 167, 209, 210, 211, 300];
  for (const [place, days] of ago.entries()) {
    const enrolledOn = addDays(TODAY, -days);
    const at = { programmeId, siteId: plan.sites[place % 2 === 0 ? 0 : 1].id, cohortId: plan.cohorts[0].id };
    await makeParticipant(database.db, { ...at, code: code(place), enrolledOn: new Date(`${enrolledOn}T00:00:00Z`) });
    enrolled.set(code(place), enrolledOn);
  }
});

async function list(context: Context, rest: Omit<Parameters<typeof listParticipants>[1], "programmeId"> = {}) {
  const result = await listParticipants(context, { programmeId, ...rest });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

describe("listParticipants", () => {
  it.each(["open", "overdue"] as const)("finds in SQL exactly whom the one rule calls %s", async (due) => {
    const expected = [...enrolled].filter(([, enrolledOn]) =>
      plan.timepoints.some((wave) => dueState(wave, { enrolledOn, endedOn: null }, null, TODAY).state === due),
    );
    const page = await list(administrator, { due });
    expect(page.rows.map((row) => row.code)).toEqual(expected.map(([one]) => one).sort());
    expect(expected.length).toBeGreaterThan(3);
  });

  it("stops counting what was collected, and people who left", async () => {
    const participantId = (await list(administrator, { text: code(1), due: "open" })).rows[0]?.participantId ?? "";
    await database.owner.enrolment.updateMany({
      where: { participantId, current: true },
      data: { status: "withdrawn", endedOn: new Date(`${addDays(TODAY, -1)}T00:00:00Z`) },
    });
    const after = await list(administrator, { due: "open" });
    expect(after.rows.map((row) => row.participantId)).not.toContain(participantId);
    expect((await list(administrator, { status: "withdrawn" })).rows).toMatchObject([
      { participantId, status: "withdrawn" },
    ]);
    await database.owner.enrolment.updateMany({
      where: { participantId, current: true },
      data: { status: "active", endedOn: null },
    });
  });

  it("shows nobody of another site, whatever is asked", async () => {
    const [north, south] = plan.sites;
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator", siteId: north.id });
    const rows = (await list(evaluator)).rows;
    expect(rows.length).toBe(9);
    expect(new Set(rows.map((row) => row.site))).toEqual(new Set(["North"]));
    expect((await list(evaluator, { siteId: south.id })).rows).toEqual([]);
  });

  it("finds any part of a code, typed in any way", async () => {
    const wanted = code(3);
    for (const text of [
      wanted,
      wanted.toLowerCase(),
      wanted.replace("-", " "),
      wanted.slice(-4).replaceAll("0", "o"),
    ]) {
      expect((await list(administrator, { text })).rows.map((row) => row.code)).toContain(wanted);
    }
    expect((await list(administrator, { text: "%" })).count.n).toBe(0);
    expect((await list(administrator, { text: "- " })).count.n).toBe(18);
  });

  it("says which character of a code looks wrong, and only then", async () => {
    const right = code(5);
    const wrong = right.replace(/.$/, right.endsWith("X") ? "Y" : "X");
    const { rows, codeProblem } = await list(administrator, { text: wrong });
    expect(rows).toEqual([]);
    expect(codeProblem).toMatchObject({
      reason: "participant-code.check-suggestion",
      params: { position: 8, suggestion: right },
    });
    const nobody = makeParticipantCode([9, 9, 9, 9, 9, 9]);
    expect(await list(administrator, { text: nobody })).toMatchObject({ rows: [], codeProblem: null });
  });

  it("goes on where the page before ended", async () => {
    const all = (await list(administrator)).rows.map((row) => row.code);
    const rest = await list(administrator, { after: all[4] ?? "" });
    expect(rest.rows.map((row) => row.code)).toEqual(all.slice(5));
    expect(rest.count.n).toBe(all.length);
  });

  it("is closed to researchers and to other programmes", async () => {
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    expect(await listParticipants(researcher, { programmeId })).toMatchObject({ failure: { code: "forbidden" } });
    const other = await makeProgramme(database.db);
    const stranger = await signedIn(database.db, { programmeId: other.programme.id, role: "administrator" });
    expect(await listParticipants(stranger, { programmeId })).toMatchObject({ failure: { code: "forbidden" } });
  });
});

describe("findByCode", () => {
  it("finds one inside the scope, and nobody outside it", async () => {
    const wanted = code(0);
    const found = await findByCode(administrator, { programmeId, code: wanted.toLowerCase() });
    expect(found).toMatchObject({ ok: true, value: { code: wanted } });
    const south = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    expect(await findByCode(south, { programmeId, code: wanted })).toMatchObject({ failure: { code: "not-found" } });
  });

  it("names the wrong character", async () => {
    const right = code(2);
    const typed = `${right.slice(0, 1) === "Z" ? "Y" : "Z"}${right.slice(1)}`;
    expect(readParticipantCode(typed).ok).toBe(false);
    expect(await findByCode(administrator, { programmeId, code: typed })).toMatchObject({
      failure: { code: "invalid", params: { position: 1, suggestion: right } },
    });
  });
});
