import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, it } from "vitest";
import { enrolAt, makeLaboratory, type TestLaboratory } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { recordTreatmentStart } from "./record-start";

const database = useTestDatabase();
let lab: TestLaboratory;

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

it("keeps every day that was recorded, and only one of them counts", async () => {
  const { participantId } = await enrolAt(lab);
  const start = { programmeId: lab.programmeId, participantId, startId: uuidv7(), startedOn: "2025-12-01" };
  for (const _ of [1, 2]) expect(reasonOf(await recordTreatmentStart(lab.nurse, start))).toBe("ok");
  const second = { ...start, startId: uuidv7(), startedOn: "2025-11-01" };
  expect(reasonOf(await recordTreatmentStart(lab.nurse, second))).toBe("rule:treatment.not-current");
  const corrected = { ...second, replaces: { startId: start.startId, reason: "Card found" } };
  expect(reasonOf(await recordTreatmentStart(lab.nurse, corrected))).toBe("ok");
  const rows = await database.db.treatmentStart.findMany({ where: { participantId }, orderBy: { startedOn: "asc" } });
  expect(rows).toMatchObject([
    { id: second.startId, current: true, replacesId: start.startId, reason: "Card found" },
    { id: start.startId, current: false },
  ]);
  const standing = await database.db.labStanding.findUniqueOrThrow({ where: { participantId } });
  expect(standing.treatmentStartedOn).toEqual(new Date("2025-11-01"));
  expect(standing.dueOn).toEqual(new Date("2026-05-01"));
  const events = await database.db.auditEvent.findMany({
    where: { subjectId: participantId, action: "treatment.record-start" },
  });
  expect(events).toHaveLength(2);
  expect(reasonOf(await recordTreatmentStart(lab.nurse, { ...start, startedOn: "2025-10-01" }))).toBe(
    "conflict:treatment.other-start",
  );
});

it.each([
  ["2026-06-16", "rule:treatment.starts-in-future"],
  ["2026-06-15", "ok"],
  ["1987-03-18", "rule:treatment.starts-too-early"],
  ["1987-03-19", "ok"],
])("a start on %s: %s", async (startedOn, expected) => {
  const { participantId } = await enrolAt(lab);
  const start = { programmeId: lab.programmeId, participantId, startId: uuidv7(), startedOn };
  expect(reasonOf(await recordTreatmentStart(lab.nurse, start))).toBe(expected);
});
