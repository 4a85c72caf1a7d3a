import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { signedIn } from "../testing/test-context";
import { enrolParticipant } from "./enrol";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let evaluator: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[0].id });
});

const request = () => ({
  programmeId,
  participantId: uuidv7(),
  siteId: plan.sites[0].id,
  cohortId: plan.cohorts[0].id,
  enrolledOn: "2026-06-15",
});

function reason(result: Result<unknown>): string {
  return result.ok ? "ok" : `${result.failure.code}:${result.failure.reason}`;
}

async function stored(participantId: string) {
  const where = { participantId };
  const [people, codes, enrolments, events] = await Promise.all([
    database.db.participant.findMany({ where }),
    database.db.participantCode.findMany({ where }),
    database.db.enrolment.findMany({ where }),
    database.db.auditEvent.findMany({ where: { subjectId: participantId } }),
  ]);
  return [people.length, codes.length, enrolments.length, events.length];
}

describe("enrolParticipant", () => {
  it("makes a sound code, claims it, and leaves a trace", async () => {
    const input = request();
    const result = await enrolParticipant(evaluator, input);
    expect(result.ok && readParticipantCode(result.value.code)).toMatchObject({ ok: true });
    expect(await stored(input.participantId)).toEqual([1, 1, 1, 1]);
  });

  it("enrols once when the same request comes twice, also at the same moment", async () => {
    const input = request();
    const [one, two] = await Promise.all([enrolParticipant(evaluator, input), enrolParticipant(evaluator, input)]);
    expect(one.ok && one.value.code).toBe(two.ok && two.value.code);
    expect(await enrolParticipant(evaluator, input)).toEqual(one);
    expect(await stored(input.participantId)).toEqual([1, 1, 1, 1]);
  });

  it("draws another code when the first is taken", async () => {
    const taken = await enrolParticipant({ ...evaluator, randomBytes: () => new Uint8Array(6) }, request());
    let draws = 0;
    const unlucky = { ...evaluator, randomBytes: () => new Uint8Array(6).fill(draws++) };
    const next = await enrolParticipant(unlucky, request());
    expect(next.ok && taken.ok && next.value.code !== taken.value.code).toBe(true);
    expect(draws).toBe(2);
  });

  it("takes today where the programme is, not where the server is", async () => {
    const east = await makeProgramme(database.db);
    const there = { programmeId: east.programme.id, siteId: east.sites[0].id, cohortId: east.cohorts[0].id };
    await database.db.programme.update({ where: { id: there.programmeId }, data: { timeZone: "Asia/Jakarta" } });
    const evening = new Date("2026-06-15T18:00:00Z");
    const context = await signedIn(database.db, { programmeId: there.programmeId, role: "evaluator" }, evening);
    const at = (enrolledOn: string) => enrolParticipant(context, { ...request(), ...there, enrolledOn });
    expect(reason(await at("2026-06-16"))).toBe("ok");
    expect(reason(await at("2026-06-17"))).toBe("invalid:enrolment.in-future");
  });

  it.each<[string, () => Partial<ReturnType<typeof request>>, string]>([
    ["another site", () => ({ siteId: plan.sites[1].id }), "forbidden:access.site"],
    ["an unknown cohort", () => ({ cohortId: uuidv7() }), "not-found:cohort.none"],
    ["a day to come", () => ({ enrolledOn: "2026-06-16" }), "invalid:enrolment.in-future"],
  ])("refuses %s, and stores nothing", async (_name, change, expected) => {
    const input = { ...request(), ...change() };
    expect(reason(await enrolParticipant(evaluator, input))).toBe(expected);
    expect(await stored(input.participantId)).toEqual([0, 0, 0, 0]);
  });

  it("is closed to those who only read, and an id of somebody else is refused", async () => {
    for (const role of ["researcher", "peer-coordinator"] as const) {
      const reader = await signedIn(database.db, { programmeId, role });
      expect(reason(await enrolParticipant(reader, request()))).toBe("forbidden:access.denied");
    }
    const input = request();
    await enrolParticipant(evaluator, input);
    const other = { ...input, cohortId: plan.cohorts[1].id };
    expect(reason(await enrolParticipant(evaluator, other))).toBe("conflict:participant.id-reused");
  });
});
