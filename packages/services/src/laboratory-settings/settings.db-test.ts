import { useTestDatabase } from "@alongside/db/testing/test-database";
import { DEFAULT_LAB_SCHEDULE } from "@alongside/domain/laboratory/schedule";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, it } from "vitest";
import { changeParticipantStatus } from "../participant/change-status";
import { copies, enrolAt, makeLaboratory, saveRowsAs, type TestLaboratory, viralLoadRow } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { recordTreatmentStart } from "../treatment/record-start";
import { countWorklists } from "../worklist/count";
import { laboratorySettingsHistory } from "./history";
import { previewLaboratorySettings } from "./preview";
import { saveLaboratorySettings } from "./save";
import { DEFAULT_SETTINGS } from "./settings";

const database = useTestDatabase();
const { version: _version, ...DEFAULTS } = DEFAULT_SETTINGS;
let lab: TestLaboratory;

/** Somebody with these copies, collected on 4 May 2026, on treatment since a day. */
async function person(value: string | null, startedOn: string) {
  const { participantId } = await enrolAt(lab);
  const start = { programmeId: lab.programmeId, participantId, startId: uuidv7(), startedOn };
  expect(reasonOf(await recordTreatmentStart(lab.nurse, start))).toBe("ok");
  if (value === null) return participantId;
  const row = viralLoadRow(participantId, copies(value), { reasons: { "early-treatment": "Looked at twice" } });
  expect(await saveRowsAs(lab.nurse, lab.programmeId, [row])).toMatchObject([{ outcome: "saved" }]);
  return participantId;
}

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
  await person("300", "2024-01-01");
  await person("1000", "2024-01-01");
  await person("5000", "2024-01-01");
  await person(null, "2026-03-20");
  const gone = await person("5000", "2024-01-01");
  const over = { enrolmentId: uuidv7(), status: "withdrawn", endedOn: "2026-05-10" } as const;
  const { programmeId, nurse } = lab;
  expect(reasonOf(await changeParticipantStatus(nurse, { programmeId, participantId: gone, ...over }))).toBe("ok");
});

const preview = async (fields: Partial<typeof DEFAULTS>) => {
  const found = await previewLaboratorySettings(lab.administrator, {
    ...{ programmeId: lab.programmeId, ...DEFAULTS, ...fields },
  });
  if (!found.ok) throw new Error(reasonOf(found));
  return found.value;
};

it("shows what another rule or another schedule would change, of people who are enrolled", async () => {
  expect(await preview({})).toEqual({
    withResult: 3,
    unsuppressed: { before: 1, after: 1 },
    due: { before: 0, after: 0 },
    overdue: { before: 0, after: 0 },
    awaiting: 2,
  });
  // At exactly 1000 the two rules disagree; under 200, so does the third person.
  expect((await preview({ ruleId: "less-than-1000" })).unsuppressed).toEqual({ before: 1, after: 2 });
  expect(await preview({ ruleId: "less-than-200" })).toMatchObject({ unsuppressed: { before: 1, after: 3 } });
  // Counted from six months, every twelve: 1 July 2026 for the two suppressed, and three months for the one never tested.
  const soon = { ...DEFAULT_LAB_SCHEDULE, routineMonths: [3, 6] };
  expect(await preview({ schedule: soon })).toMatchObject({
    due: { before: 0, after: 3 },
    overdue: { before: 0, after: 0 },
  });
  const early = { ...DEFAULT_LAB_SCHEDULE, routineMonths: [1, 6], daysAfter: 10 };
  expect(await preview({ schedule: early })).toMatchObject({
    due: { before: 0, after: 2 },
    overdue: { before: 0, after: 1 },
  });
  expect(await preview({ ruleId: "less-than-200", verification: "none" })).toMatchObject({ awaiting: 2 });
});

it("stores nothing when it shows, and counts as the lists do once it is saved", async () => {
  const { programmeId, administrator } = lab;
  expect(await laboratorySettingsHistory(administrator, { programmeId })).toEqual({ ok: true, value: [] });
  const schedule = { ...DEFAULT_LAB_SCHEDULE, routineMonths: [3, 6] };
  const fields = { ...DEFAULTS, ruleId: "less-than-200" as const, schedule };
  const before = await preview(fields);
  expect(reasonOf(await saveLaboratorySettings(administrator, { programmeId, basedOn: 0, ...fields }))).toBe("ok");
  const counts = await countWorklists(administrator, { programmeId });
  expect(counts).toMatchObject({ value: { due: before.due.after, overdue: before.overdue.after } });
  expect(await preview(fields)).toMatchObject({
    unsuppressed: { before: before.unsuppressed.after, after: before.unsuppressed.after },
    due: { before: before.due.after, after: before.due.after },
  });
});

it("keeps every version, with who decided it", async () => {
  const { programmeId, administrator, nurse } = lab;
  const next = { programmeId, basedOn: 1, ...DEFAULTS, doubleEntry: true };
  expect(reasonOf(await saveLaboratorySettings(administrator, next))).toBe("ok");
  const stale = { ...next, doubleEntry: false };
  expect(reasonOf(await saveLaboratorySettings(administrator, stale))).toBe(
    "conflict:laboratory-settings.changed-since",
  );
  const savedBy = administrator.actor?.name;
  expect(await laboratorySettingsHistory(nurse, { programmeId })).toMatchObject({
    value: [
      { version: 2, ruleId: "who-2023", doubleEntry: true, savedBy },
      { version: 1, ruleId: "less-than-200", doubleEntry: false, savedBy },
    ],
  });
});

it("lets only administrators look ahead", async () => {
  const asked = await previewLaboratorySettings(lab.nurse, { programmeId: lab.programmeId, ...DEFAULTS });
  expect(reasonOf(asked)).toBe("forbidden:access.denied");
});
