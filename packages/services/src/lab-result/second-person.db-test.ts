import { verifyStandings } from "@alongside/db/lab-standing/rebuild";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { saveLaboratorySettings } from "../laboratory-settings/save";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
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
import { TEST_NOW } from "../testing/test-context";
import { dueOn } from "../worklist/standing-sql";
import { correctLabResult } from "./correct";
import { readResultHistory } from "./read-history";
import { enterSecond } from "./second-enter";
import { undoLastSave } from "./undo";
import { verifyLabResult } from "./verify";

const database = useTestDatabase();
let lab: TestLaboratory;

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

/** Somebody with one result entered by the nurse. */
async function withResult(measurement: Record<string, unknown>, saveId = uuidv7(), by: Context = lab.nurse) {
  const { participantId } = await enrolAt(lab);
  const row = viralLoadRow(participantId, measurement);
  const [outcome] = await saveRowsAs(by, lab.programmeId, [row], saveId);
  expect(outcome?.outcome).toBe("saved");
  return { participantId, resultId: row.resultId };
}

const of = (participantId: string) =>
  database.db.labResult.findMany({ where: { participantId }, orderBy: { enteredAt: "asc" } });
const standing = (participantId: string) => database.db.labStanding.findUnique({ where: { participantId } });
const later = (context: Context, seconds: number): Context => ({
  ...context,
  now: () => new Date(TEST_NOW.getTime() + seconds * 1000),
});

describe("verifying", () => {
  const ask = (what: { participantId: string; resultId: string }, decision: "verified" | "queried", note = "") => ({
    ...{ programmeId: lab.programmeId, ...what, verificationId: uuidv7(), decision, note },
  });

  it("needs another person than the one who entered it", async () => {
    const result = await withResult(copies("2400"));
    expect(reasonOf(await verifyLabResult(lab.nurse, ask(result, "verified")))).toBe("rule:lab-result.same-person");
    expect((await of(result.participantId))[0]?.verification).toBe("awaiting");
    expect(await verifyLabResult(lab.colleague, ask(result, "verified"))).toMatchObject({
      value: { verification: "verified" },
    });
    expect((await of(result.participantId))[0]?.verification).toBe("verified");
    expect(reasonOf(await verifyLabResult(lab.colleague, ask(result, "verified")))).toBe(
      "rule:lab-result.nothing-to-verify",
    );
  });

  it("decides once however often it is sent, and not something else under the same id", async () => {
    const result = await withResult(copies("2400"));
    const decision = ask(result, "queried", "The paper says 240");
    for (const _ of [1, 2]) expect(reasonOf(await verifyLabResult(lab.colleague, decision))).toBe("ok");
    expect(await database.db.labVerification.findMany({ where: { resultId: result.resultId } })).toHaveLength(1);
    const other = { ...decision, decision: "verified" as const };
    expect(reasonOf(await verifyLabResult(lab.colleague, other))).toBe("conflict:lab-result.decided");
  });

  it("asks why when a result is queried, and leaves one alone that nobody has to look at", async () => {
    const high = await withResult(copies("2400"));
    expect(reasonOf(await verifyLabResult(lab.colleague, ask(high, "queried")))).toBe("invalid:input.invalid");
    const low = await withResult(belowLimit());
    expect(reasonOf(await verifyLabResult(lab.colleague, ask(low, "verified")))).toBe(
      "rule:lab-result.nothing-to-verify",
    );
  });

  it("is for clinic staff", async () => {
    const result = await withResult(copies("2400"));
    expect(reasonOf(await verifyLabResult(lab.administrator, ask(result, "verified")))).toBe("forbidden:access.denied");
  });
});

describe("correcting", () => {
  const correction = (what: { participantId: string; resultId: string }, measurement: Record<string, unknown>) => ({
    ...viralLoadRow(what.participantId, measurement),
    ...{ programmeId: lab.programmeId, saveId: uuidv7(), replaces: what.resultId, reason: "Typed one zero too many" },
  });

  it("puts a new version beside the old one, which stays as it was", async () => {
    const result = await withResult(copies("2400"));
    const input = correction(result, copies("240"));
    expect(await correctLabResult(lab.nurse, input)).toMatchObject({
      value: { outcome: "saved", verification: "awaiting" },
    });
    expect(await of(result.participantId)).toMatchObject([
      { id: result.resultId, value: "2400", current: false },
      { value: "240", current: true, replacesId: result.resultId, reason: "Typed one zero too many" },
    ]);
    expect(await standing(result.participantId)).toMatchObject({ answeredLow: 240 });
    expect(await correctLabResult(lab.nurse, input)).toMatchObject({ value: { outcome: "same" } });
    const events = await database.db.auditEvent.findMany({
      where: { subjectId: result.participantId, action: "lab-result.correct" },
    });
    expect(events).toMatchObject([{ detail: { replaces: result.resultId } }]);
  });

  it("does not take from a second person what they look at, whatever it is corrected to", async () => {
    const awaiting = await withResult(copies("50000"));
    const rejected = { ...VIRAL_LOAD, state: "rejected", rejectionCode: "poorly-labelled" };
    expect(await correctLabResult(lab.nurse, correction(awaiting, rejected))).toMatchObject({
      value: { outcome: "saved", verification: "awaiting" },
    });
    const verified = await withResult(copies("50000"));
    await verifyLabResult(lab.colleague, {
      ...{ programmeId: lab.programmeId, ...verified, verificationId: uuidv7() },
      decision: "verified",
    });
    const lower = correction(verified, copies("200"));
    expect(await correctLabResult(lab.nurse, lower)).toMatchObject({ value: { verification: "awaiting" } });
    const next = { ...lower, ...correction({ ...verified, resultId: lower.resultId }, copies("60")) };
    expect(await correctLabResult(lab.nurse, next)).toMatchObject({ value: { verification: "awaiting" } });
    const low = await withResult(copies("240"));
    const other = await correctLabResult(lab.nurse, correction(low, copies("200")));
    expect(other).toMatchObject({ value: { outcome: "saved", verification: "not-needed" } });
  });

  it("works on the version in force only", async () => {
    const result = await withResult(copies("2400"));
    await correctLabResult(lab.nurse, correction(result, copies("240")));
    expect(await correctLabResult(lab.nurse, correction(result, copies("24000")))).toMatchObject({
      value: { outcome: "refused", issues: [{ field: "replaces", rule: "lab-result.not-current" }] },
    });
  });

  it("does not make another kind of a result", async () => {
    const result = await withResult(copies("240"));
    const { collectedOn, receivedOn, testedOn, returnedOn, asPrinted } = VIRAL_LOAD;
    const dates = { collectedOn, receivedOn, testedOn, returnedOn, asPrinted };
    const weight = correction(result, { ...dates, state: "quantified", value: "61", comparator: null });
    expect(await correctLabResult(lab.nurse, { ...weight, kind: "weight" })).toMatchObject({
      value: { outcome: "refused", issues: [{ field: "kind", rule: "lab-result.other-kind" }] },
    });
  });

  it("asks for a second person again when the new version calls for one", async () => {
    const result = await withResult(copies("240"));
    expect(await correctLabResult(lab.nurse, correction(result, copies("2400")))).toMatchObject({
      value: { outcome: "saved", verification: "awaiting" },
    });
  });
});

describe("undoing", () => {
  it("takes back the whole of the last save within a minute, and keeps the rows", async () => {
    const saveId = uuidv7();
    const [one, two] = [await enrolAt(lab), await enrolAt(lab)];
    const rows = [one, two].map(({ participantId }) => viralLoadRow(participantId, copies("300")));
    await saveRowsAs(lab.nurse, lab.programmeId, rows, saveId);
    const input = { programmeId: lab.programmeId, saveId };
    const undone = await undoLastSave(later(lab.nurse, 60), input);
    expect(undone.ok && [...undone.value.resultIds].toSorted()).toEqual(
      rows.map(({ resultId }) => resultId).toSorted(),
    );
    expect(await of(one.participantId)).toMatchObject([
      { current: false, undoneById: lab.nurse.actor?.userId, value: "300" },
    ]);
    expect(await standing(one.participantId)).toBeNull();
    expect(reasonOf(await undoLastSave(later(lab.nurse, 60), input))).toBe("ok");
    const events = await database.db.auditEvent.findMany({
      where: { subjectId: one.participantId, action: "lab-result.undo" },
    });
    expect(events).toHaveLength(1);
    // The same row may be entered again, under another id.
    const again = viralLoadRow(one.participantId, copies("300"));
    expect(await saveRowsAs(lab.nurse, lab.programmeId, [again])).toMatchObject([{ outcome: "saved" }]);
  });

  it("comes too late after a minute, by the clock", async () => {
    const lateNurse = await makeLaboratory(database.db);
    lab = lateNurse;
    const saveId = uuidv7();
    await withResult(copies("300"), saveId);
    const input = { programmeId: lab.programmeId, saveId };
    expect(reasonOf(await undoLastSave(later(lab.nurse, 61), input))).toBe("rule:lab-result.undo-too-late");
    expect(reasonOf(await undoLastSave(lab.colleague, input))).toBe("rule:lab-result.undo-too-late");
  });

  it("reaches the last save only", async () => {
    const first = uuidv7();
    await withResult(copies("300"), first);
    await withResult(copies("300"), uuidv7(), later(lab.nurse, 5));
    const input = { programmeId: lab.programmeId, saveId: first };
    expect(reasonOf(await undoLastSave(later(lab.nurse, 10), input))).toBe("rule:lab-result.undo-not-last");
  });

  it("gives back what a correction had replaced", async () => {
    const result = await withResult(copies("2400"));
    const saveId = uuidv7();
    const nurse = later(lab.nurse, 20);
    await correctLabResult(nurse, {
      ...viralLoadRow(result.participantId, copies("240")),
      ...{ programmeId: lab.programmeId, saveId, replaces: result.resultId, reason: "Wrong paper" },
    });
    expect(reasonOf(await undoLastSave(later(lab.nurse, 25), { programmeId: lab.programmeId, saveId }))).toBe("ok");
    expect(await of(result.participantId)).toMatchObject([
      { value: "2400", current: true, verification: "awaiting" },
      { value: "240", current: false },
    ]);
    expect(await standing(result.participantId)).toMatchObject({ answeredId: result.resultId });
  });

  it("leaves a result that somebody has verified since", async () => {
    const saveId = uuidv7();
    const result = await withResult(copies("2400"), saveId, later(lab.nurse, 40));
    const decision = { verificationId: uuidv7(), decision: "verified", note: "" } as const;
    await verifyLabResult(lab.colleague, { programmeId: lab.programmeId, ...result, ...decision });
    const undone = await undoLastSave(later(lab.nurse, 45), { programmeId: lab.programmeId, saveId });
    expect(reasonOf(undone)).toBe("rule:lab-result.undo-built-on");
    expect((await of(result.participantId))[0]?.current).toBe(true);
  });
});

describe("the second entry", () => {
  const read = (what: { participantId: string; resultId: string }, measurement: Record<string, unknown>) => ({
    ...{ programmeId: lab.programmeId, ...what, entryId: uuidv7(), kind: "viral-load" as const, measurement },
  });

  it("verifies what was read alike, also when the number was written differently", async () => {
    const result = await withResult(copies("20000"));
    expect(await enterSecond(lab.colleague, read(result, copies("2.0E4")))).toMatchObject({
      value: { differences: [] },
    });
    expect((await of(result.participantId))[0]?.verification).toBe("verified");
  });

  it("shows where two readings differ, and the result waits for a correction", async () => {
    const result = await withResult(copies("2400"));
    const second = read(result, copies("240", { collectedOn: "2026-05-05" }));
    expect(await enterSecond(lab.colleague, second)).toMatchObject({
      value: {
        differences: [
          { field: "collectedOn", first: "2026-05-04", second: "2026-05-05" },
          { field: "value", first: "2400", second: "240" },
        ],
      },
    });
    expect((await of(result.participantId))[0]?.verification).toBe("queried");
    expect(await enterSecond(lab.colleague, second)).toMatchObject({ ok: true });
    const history = await readResultHistory(lab.nurse, { programmeId: lab.programmeId, ...result });
    expect(history.ok && history.value.secondEntries).toHaveLength(1);
    expect(history.ok && history.value.verifications).toMatchObject([{ decision: "queried" }]);
  });

  it("is by somebody else", async () => {
    const result = await withResult(copies("2400"));
    expect(reasonOf(await enterSecond(lab.nurse, read(result, copies("2400"))))).toBe("rule:lab-result.same-person");
    const pending = { ...VIRAL_LOAD, state: "pending" };
    expect(await enterSecond(lab.colleague, read(result, pending))).toMatchObject({ ok: true });
  });
});

it("comes before anybody may confirm, where a programme asks for double entry", async () => {
  const own = await makeLaboratory(database.db);
  const { programmeId, administrator, nurse, colleague } = own;
  const { version: basedOn, ...fields } = DEFAULT_SETTINGS;
  await saveLaboratorySettings(administrator, { programmeId, basedOn, ...fields, doubleEntry: true });
  const { participantId } = await enrolAt(own);
  const row = viralLoadRow(participantId, copies("300"));
  expect(await saveRowsAs(nurse, programmeId, [row])).toMatchObject([{ verification: "awaiting" }]);
  const about = { programmeId, participantId, resultId: row.resultId };
  const confirm = (note = "First one is right") =>
    verifyLabResult(colleague, { ...about, verificationId: uuidv7(), decision: "verified", note });
  const read = (value: string, by: Context = colleague) =>
    enterSecond(by, { ...about, entryId: uuidv7(), kind: "viral-load", measurement: copies(value) });
  expect(reasonOf(await confirm())).toBe("rule:lab-result.second-reading-first");
  expect(await read("30")).toMatchObject({ value: { differences: [{ field: "value", first: "300", second: "30" }] } });
  // Whoever has seen both readings does not read again, and a doubt is not settled without a word.
  expect(reasonOf(await read("300"))).toBe("rule:lab-result.same-person");
  expect(reasonOf(await confirm(""))).toBe("rule:lab-result.query-needs-note");
  expect(await confirm()).toMatchObject({ value: { verification: "verified" } });
  // What is decided is not opened again by a third reading.
  expect(reasonOf(await read("30"))).toBe("rule:lab-result.nothing-to-verify");
});

it("leaves every standing as a rebuild would make it", async () => {
  expect(await verifyStandings(database.db, lab.programmeId, dueOn(DEFAULT_SETTINGS))).toEqual([]);
});
