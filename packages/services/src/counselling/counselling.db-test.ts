import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { correctLabResult } from "../lab-result/correct";
import {
  belowLimit,
  copies,
  enrolAt,
  makeLaboratory,
  saveRowsAs,
  type TestLaboratory,
  VIRAL_LOAD,
  viralLoadRow,
} from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { readWorklist } from "../worklist/read";
import type { CounsellingOutcome } from "./loop-words";
import { openCounsellingLoop } from "./open";
import { readCounsellingLoops } from "./read";
import { recordCounsellingEvent } from "./record-event";

const database = useTestDatabase();
const HIGH_ON = "2026-02-20";
const OPENED_ON = "2026-03-01";
const REPEATED_ON = "2026-05-25";
const REASONS = Object.fromEntries(
  ["jump", "early-treatment", "specimen-switch"].map((check) => [check, "Seen twice"]),
);

let lab: TestLaboratory;
beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

async function save(participantId: string, measurement: Record<string, unknown>): Promise<string> {
  const row = viralLoadRow(participantId, measurement, { reasons: REASONS });
  expect(await saveRowsAs(lab.nurse, lab.programmeId, [row])).toMatchObject([{ outcome: "saved" }]);
  return row.resultId;
}

/** Somebody with an unsuppressed result and a loop opened for it. */
async function openLoop() {
  const { programmeId } = lab;
  const { participantId } = await enrolAt(lab);
  const resultId = await save(participantId, copies("5000", { collectedOn: HIGH_ON }));
  const loop = { programmeId, participantId, loopId: uuidv7() };
  expect(reasonOf(await openCounsellingLoop(lab.nurse, { ...loop, resultId, openedOn: OPENED_ON }))).toBe("ok");
  const record = async (rest: { kind: "session" | "repeat"; happenedOn: string; resultId?: string }) =>
    reasonOf(await recordCounsellingEvent(lab.nurse, { ...loop, eventId: uuidv7(), ...rest } as never));
  const close = async (outcome: CounsellingOutcome, note = "", happenedOn = "2026-06-10") =>
    reasonOf(
      await recordCounsellingEvent(lab.nurse, {
        ...{ ...loop, eventId: uuidv7(), kind: "closed", outcome, note, happenedOn },
      }),
    );
  return { ...loop, resultId, record, close };
}

describe("an end", () => {
  it("with an outcome waits for the repeat, and for its result", async () => {
    const loop = await openLoop();
    expect(await loop.close("suppressed")).toBe("rule:counselling.repeat-needed");
    const pending = await save(loop.participantId, { ...VIRAL_LOAD, state: "pending", collectedOn: REPEATED_ON });
    // A repeat that nobody wrote into the loop is not one.
    expect(await loop.close("suppressed")).toBe("rule:counselling.repeat-needed");
    expect(await loop.record({ kind: "repeat", happenedOn: REPEATED_ON, resultId: pending })).toBe("ok");
    expect(await loop.close("suppressed")).toBe("rule:counselling.repeat-without-result");
    expect(await loop.close("still-unsuppressed")).toBe("rule:counselling.repeat-without-result");
  });

  it("says what the newest result since the repeat says, also after a correction", async () => {
    const loop = await openLoop();
    const repeat = await save(loop.participantId, copies("40000", { collectedOn: REPEATED_ON }));
    expect(await loop.record({ kind: "repeat", happenedOn: REPEATED_ON, resultId: repeat })).toBe("ok");
    expect(await loop.close("suppressed")).toBe("rule:counselling.outcome-differs");
    const row = viralLoadRow(loop.participantId, belowLimit({ collectedOn: REPEATED_ON }), { reasons: REASONS });
    const why = { saveId: uuidv7(), replaces: repeat, reason: "Misread the paper" };
    const corrected = await correctLabResult(lab.nurse, { programmeId: loop.programmeId, ...row, ...why });
    expect(corrected).toMatchObject({ ok: true });
    expect(await loop.close("still-unsuppressed")).toBe("rule:counselling.outcome-differs");
    // On this day the repeat had not been collected yet.
    expect(await loop.close("suppressed", "", "2026-05-24")).toBe("rule:counselling.too-early");
    expect(await loop.close("suppressed")).toBe("ok");
    const [closed] = await loopsOf(loop);
    expect(closed).toMatchObject({ outcome: "suppressed", closedOn: "2026-06-10" });
    expect(closed?.events.map(({ kind }) => kind)).toEqual(["repeat", "closed"]);
  });

  it("at a repeat that is still high is just as good", async () => {
    const loop = await openLoop();
    const repeat = await save(loop.participantId, copies("1001", { collectedOn: REPEATED_ON }));
    expect(await loop.record({ kind: "repeat", happenedOn: REPEATED_ON, resultId: repeat })).toBe("ok");
    expect(await loop.close("still-unsuppressed")).toBe("ok");
  });

  it("without a result needs a reason in words", async () => {
    const loop = await openLoop();
    expect(await loop.record({ kind: "session", happenedOn: "2026-03-08" })).toBe("ok");
    expect(await loop.close("ended", " no ")).toBe("rule:counselling.reason-needed");
    expect(await loop.close("ended", "Moved away", "2026-03-07")).toBe("rule:counselling.too-early");
    expect(await loop.close("ended", "Moved away")).toBe("ok");
    expect(await loop.record({ kind: "session", happenedOn: "2026-06-11" })).toBe("rule:counselling.closed");
    const [closed] = await loopsOf(loop);
    expect(closed?.events.at(-1)).toMatchObject({ kind: "closed", note: "Moved away" });
  });

  it("lets another loop begin", async () => {
    const loop = await openLoop();
    const again = { ...lab, ...loop, loopId: uuidv7(), openedOn: "2026-06-12" };
    const { programmeId, participantId, loopId, resultId, openedOn } = again;
    const opening = { programmeId, participantId, loopId, resultId, openedOn };
    expect(reasonOf(await openCounsellingLoop(lab.nurse, opening))).toBe("duplicate:counselling.open-already");
    expect(await loop.close("regimen-changed")).toBe("ok");
    expect(reasonOf(await openCounsellingLoop(lab.nurse, opening))).toBe("ok");
    expect((await loopsOf(loop)).map((one) => one.openedOn)).toEqual(["2026-06-12", OPENED_ON]);
  });
});

async function loopsOf({ programmeId, participantId }: { programmeId: string; participantId: string }) {
  const loops = await readCounsellingLoops(lab.administrator, { programmeId, participantId });
  if (!loops.ok) throw new Error(reasonOf(loops));
  return loops.value;
}

describe("a loop", () => {
  it("opens only for an unsuppressed result of that person", async () => {
    const { programmeId } = lab;
    const { participantId } = await enrolAt(lab);
    const low = await save(participantId, copies("1000", { collectedOn: HIGH_ON }));
    const opening = { programmeId, participantId, loopId: uuidv7(), resultId: low, openedOn: OPENED_ON };
    expect(reasonOf(await openCounsellingLoop(lab.nurse, opening))).toBe("rule:counselling.not-called-for");
    const other = await openLoop();
    const foreign = { ...opening, resultId: other.resultId };
    expect(reasonOf(await openCounsellingLoop(lab.nurse, foreign))).toBe("not-found:lab-result.none");
  });

  it("takes as a repeat only a later test of the same person", async () => {
    const loop = await openLoop();
    const other = await openLoop();
    const repeat = (resultId: string) => loop.record({ kind: "repeat", happenedOn: REPEATED_ON, resultId });
    expect(await repeat(loop.resultId)).toBe("not-found:lab-result.none");
    expect(await repeat(other.resultId)).toBe("not-found:lab-result.none");
  });

  it("takes no corrected result for its own repeat, and a repeat that was collected before the loop began", async () => {
    const loop = await openLoop();
    const row = viralLoadRow(loop.participantId, copies("5000", { collectedOn: "2026-02-22" }), { reasons: REASONS });
    const why = { saveId: uuidv7(), replaces: loop.resultId, reason: "Misread the day" };
    expect(await correctLabResult(lab.nurse, { programmeId: loop.programmeId, ...row, ...why })).toMatchObject({
      ok: true,
    });
    const itself = { kind: "repeat" as const, happenedOn: "2026-02-22", resultId: row.resultId };
    expect(await loop.record(itself)).toBe("not-found:lab-result.none");
    const early = await save(loop.participantId, copies("300", { collectedOn: "2026-02-27" }));
    expect(await loop.record({ kind: "repeat", happenedOn: "2026-02-27", resultId: early })).toBe("ok");
    expect(await loop.close("suppressed")).toBe("ok");
  });

  it("takes the day of a repeat from its test", async () => {
    const loop = await openLoop();
    const repeat = await save(loop.participantId, copies("300", { collectedOn: REPEATED_ON }));
    expect(await loop.record({ kind: "repeat", happenedOn: "2026-06-09", resultId: repeat })).toBe(
      "rule:counselling.other-day",
    );
  });

  it("records an event once, and refuses another one under its id", async () => {
    const { programmeId, participantId, loopId, ...loop } = await openLoop();
    const first = await save(participantId, copies("300", { collectedOn: REPEATED_ON }));
    const send = async (rest: Record<string, unknown>) =>
      reasonOf(await recordCounsellingEvent(lab.nurse, { programmeId, participantId, loopId, ...rest } as never));
    const repeat = { eventId: uuidv7(), kind: "repeat", happenedOn: REPEATED_ON, resultId: first };
    expect([await send(repeat), await send(repeat)]).toEqual(["ok", "ok"]);
    expect(await send({ ...repeat, resultId: loop.resultId })).toBe("conflict:counselling.other-event");
    const end = { eventId: uuidv7(), kind: "closed", happenedOn: "2026-06-10", outcome: "suppressed" };
    expect([await send(end), await send(end)]).toEqual(["ok", "ok"]);
    expect(await send({ ...end, outcome: "regimen-changed" })).toBe("conflict:counselling.other-event");
  });

  it("says what became of the result that opened it", async () => {
    const loop = await openLoop();
    const ground = async () => (await loopsOf(loop))[0]?.ground;
    const listed = async () => {
      const page = await readWorklist(lab.nurse, { programmeId: lab.programmeId, list: "counselling", take: 1000 });
      const row = page.ok ? page.value.rows.find(({ participantId }) => participantId === loop.participantId) : null;
      return [row?.loop?.ground, row?.result?.resultId];
    };
    expect([await ground(), await listed()]).toEqual(["stands", ["stands", loop.resultId]]);
    const correct = async (replaces: string, value: string) => {
      const row = viralLoadRow(loop.participantId, copies(value, { collectedOn: HIGH_ON }), { reasons: REASONS });
      const why = { saveId: uuidv7(), replaces, reason: "Misread the paper" };
      const { programmeId } = loop;
      expect(await correctLabResult(lab.nurse, { programmeId, ...row, ...why })).toMatchObject({ ok: true });
      return row.resultId;
    };
    const still = await correct(loop.resultId, "6000");
    expect([await ground(), await listed()]).toEqual(["stands", ["stands", still]]);
    const once = await correct(still, "500");
    const twice = await correct(once, "510");
    expect([await ground(), await listed()]).toEqual(["corrected", ["corrected", twice]]);
    await database.db.labResult.updateMany({ where: { id: twice }, data: { current: false } });
    expect([await ground(), await listed()]).toEqual(["withdrawn", ["withdrawn", loop.resultId]]);
  });

  it("is written by clinic staff, and its trace holds no words", async () => {
    const loop = await openLoop();
    expect(await loop.close("ended", "A private matter")).toBe("ok");
    const { programmeId, participantId } = loop;
    const traces = await database.db.auditEvent.findMany({
      where: { programmeId, subjectId: participantId, action: "counselling.record" },
    });
    expect(traces).toHaveLength(2);
    expect(JSON.stringify(traces)).not.toContain("private");
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
    const session = { ...loop, eventId: uuidv7(), kind: "session" as const, happenedOn: OPENED_ON };
    const { record: _record, close: _close, resultId: _resultId, ...asked } = session;
    expect(reasonOf(await recordCounsellingEvent(evaluator, asked))).toBe("forbidden:access.denied");
  });
});
