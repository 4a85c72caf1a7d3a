import { makeParticipant, makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Result } from "@alongside/domain/failure/failure";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { signedIn } from "../testing/test-context";
import { changeParticipantStatus } from "./change-status";
import { readParticipant } from "./read";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let evaluator: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[0].id });
});

/** Somebody enrolled on 5 January 2026, and the request that lets them withdraw on 1 May. */
async function withdrawal(siteIndex: 0 | 1 = 0) {
  const at = { programmeId, siteId: plan.sites[siteIndex].id, cohortId: plan.cohorts[0].id };
  const { participant } = await makeParticipant(database.db, at);
  const { participantId } = participant;
  return { programmeId, participantId, enrolmentId: uuidv7(), status: "withdrawn", endedOn: "2026-05-01" } as const;
}

function reason(result: Result<unknown>): string {
  return result.ok ? "ok" : `${result.failure.code}:${result.failure.reason}`;
}

const rowsOf = (participantId: string) =>
  database.db.enrolment.findMany({ where: { participantId }, orderBy: [{ current: "desc" }, { id: "asc" }] });
const eventsOf = (subjectId: string) =>
  database.db.auditEvent.findMany({ where: { subjectId }, orderBy: [{ at: "asc" }, { id: "asc" }] });

describe("changeParticipantStatus", () => {
  it("ends an enrolment as a new row, keeps the old one, and leaves a trace", async () => {
    const input = await withdrawal();
    expect(await changeParticipantStatus(evaluator, { ...input, reason: "moved away" })).toMatchObject({
      ok: true,
      value: { status: "withdrawn", endedOn: "2026-05-01" },
    });
    const rows = await rowsOf(input.participantId);
    expect(rows).toMatchObject([
      { current: true, status: "withdrawn", reason: "moved away", recordedById: evaluator.actor?.userId },
      { current: false, status: "active", endedOn: null },
    ]);
    expect(rows[0]?.enrolledOn).toEqual(rows[1]?.enrolledOn);
    expect(await eventsOf(input.participantId)).toMatchObject([
      { action: "participant.change-status", detail: { status: "withdrawn", endedOn: "2026-05-01" } },
    ]);
  });

  it("takes somebody back, with the same first day", async () => {
    const { endedOn: _endedOn, ...input } = await withdrawal();
    await changeParticipantStatus(evaluator, { ...input, endedOn: "2026-05-01" });
    const back = { ...input, enrolmentId: uuidv7(), status: "active" } as const;
    expect(reason(await changeParticipantStatus(evaluator, back))).toBe("ok");
    const rows = await rowsOf(input.participantId);
    expect(rows[0]).toMatchObject({ status: "active", endedOn: null, current: true });
    expect(rows).toHaveLength(3);
  });

  it("changes once when the same request comes twice, also at the same moment", async () => {
    const input = await withdrawal();
    const answers = await Promise.all([
      changeParticipantStatus(evaluator, input),
      changeParticipantStatus(evaluator, input),
    ]);
    expect(answers.map(reason)).toEqual(["ok", "ok"]);
    expect(await changeParticipantStatus(evaluator, input)).toEqual(answers[0]);
    expect(await rowsOf(input.participantId)).toHaveLength(2);
    expect(await eventsOf(input.participantId)).toHaveLength(1);
  });

  it.each([
    ["in the future", { endedOn: "2026-06-16" }, "rule:enrolment.ends-in-future"],
    ["before it began", { endedOn: "2026-01-04" }, "rule:enrolment.ends-before-start"],
    ["on a day that does not exist", { endedOn: "2026-02-30" }, "invalid:input.invalid"],
  ])("refuses an end %s, and stores nothing", async (_name, change, expected) => {
    const input = await withdrawal();
    expect(reason(await changeParticipantStatus(evaluator, { ...input, ...change }))).toBe(expected);
    expect(await rowsOf(input.participantId)).toHaveLength(1);
    expect(await eventsOf(input.participantId)).toEqual([]);
  });

  it("refuses an end before the last assessment, and a change that changes nothing", async () => {
    const input = await withdrawal();
    await database.db.assessment.create({
      data: {
        participantId: input.participantId,
        programmeId,
        timepointId: plan.timepoints[0].id,
        instrument: "gad7",
        edition: "1",
        mode: "paper",
        language: "en",
        answeredOn: new Date("2026-05-02T00:00:00Z"),
        answers: {},
        contentHash: "x",
      },
    });
    expect(reason(await changeParticipantStatus(evaluator, input))).toBe("rule:enrolment.ends-before-assessment");
    const { endedOn: _endedOn, ...active } = { ...input, status: "active" as const };
    expect(reason(await changeParticipantStatus(evaluator, active))).toBe("rule:enrolment.unchanged");
  });

  it("is closed to people of other sites, to readers and to other programmes", async () => {
    expect(reason(await changeParticipantStatus(evaluator, await withdrawal(1)))).toBe("not-found:participant.none");
    const input = await withdrawal();
    for (const role of ["peer-coordinator", "researcher"] as const) {
      const reader = await signedIn(database.db, { programmeId, role });
      expect(reason(await changeParticipantStatus(reader, input))).toBe("forbidden:access.denied");
    }
    const other = await makeProgramme(database.db);
    const stranger = await signedIn(database.db, { programmeId: other.programme.id, role: "administrator" });
    expect(reason(await changeParticipantStatus(stranger, input))).toBe("forbidden:access.denied");
    const there = { ...input, programmeId: other.programme.id };
    expect(reason(await changeParticipantStatus(stranger, there))).toBe("not-found:participant.none");
    expect(await rowsOf(input.participantId)).toHaveLength(1);
  });
});

describe("readParticipant", () => {
  it("shows the record with its history, and writes that it was read", async () => {
    const input = await withdrawal();
    await changeParticipantStatus(evaluator, input);
    const result = await readParticipant(evaluator, input);
    expect(result).toMatchObject({
      ok: true,
      value: {
        status: "withdrawn",
        endedOn: "2026-05-01",
        enrolments: [{ status: "withdrawn", recordedBy: evaluator.actor?.name }, { status: "active" }],
        trajectories: [],
      },
    });
    expect((await eventsOf(input.participantId)).map((event) => event.action)).toContain("participant.read");
  });

  it("keeps scores from peer coordinators, and everything from other sites", async () => {
    const input = await withdrawal();
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(await readParticipant(coordinator, input)).toMatchObject({ ok: true, value: { trajectories: null } });
    const elsewhere = await signedIn(database.db, { programmeId, role: "evaluator", siteId: plan.sites[1].id });
    expect(reason(await readParticipant(elsewhere, input))).toBe("not-found:participant.none");
    expect((await eventsOf(input.participantId)).map((event) => event.actorId)).toEqual([coordinator.actor?.userId]);
  });
});
