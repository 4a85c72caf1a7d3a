import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, expect, it } from "vitest";
import { listAssays } from "../assay/list";
import { saveAssay } from "../assay/save";
import { setAssayActive } from "../assay/set-active";
import { readLaboratorySettings } from "../laboratory-settings/read";
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

const database = useTestDatabase();
let lab: TestLaboratory;

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
});

const save = (rows: Parameters<typeof saveRowsAs>[2]) => saveRowsAs(lab.nurse, lab.programmeId, rows);
const earlier = (participantId: string) =>
  save([viralLoadRow(participantId, copies("200", { collectedOn: "2026-02-02" }))]);

it("stores nothing of a row whose soft check has no reason, and keeps the reason when there is one", async () => {
  const { participantId } = await enrolAt(lab);
  await earlier(participantId);
  const row = viralLoadRow(participantId, copies("900"));
  expect(await save([row])).toMatchObject([
    { resultId: row.resultId, outcome: "needs-reason", checks: [{ check: "jump" }] },
  ]);
  expect(await database.db.labResult.count({ where: { participantId } })).toBe(1);
  const again = { ...row, reasons: { jump: "Missed doses in April", other: "Not asked" } };
  expect(await save([again])).toMatchObject([{ outcome: "saved", verification: "awaiting" }]);
  const stored = await database.db.labResult.findFirstOrThrow({ where: { participantId, id: row.resultId } });
  expect(stored.checks).toEqual([{ check: "jump", reason: "Missed doses in April" }]);
});

it("asks about the window of the timepoint a row is entered for, and knows no other timepoint", async () => {
  const { participantId } = await enrolAt(lab);
  const on = (timepointCode: string) => viralLoadRow(participantId, copies("200"), { timepointCode });
  expect(await save([on("baseline")])).toMatchObject([
    { outcome: "needs-reason", checks: [{ check: "outside-window" }] },
  ]);
  expect(await save([on("never")])).toMatchObject([
    { outcome: "refused", issues: [{ field: "timepointCode", rule: "timepoint.none" }] },
  ]);
  expect(await save([on("end")])).toMatchObject([{ outcome: "saved" }]);
});

it.each([
  ["a day to come", copies("200", { collectedOn: "2026-06-16" }), "collectedOn", "date-in-future"],
  ["disordered dates", copies("200", { receivedOn: "2026-05-03" }), "receivedOn", "date-out-of-order"],
  ["nothing", copies("0"), "value", "not-positive"],
  ["under the range", copies("39"), "value", "below-range"],
  ["an assay nobody has", copies("200", { assay: { key: "none", edition: "1" } }), "assay", "assay.none"],
  ["an assay of another specimen", copies("200", { specimen: "whole-blood" }), "specimen", "specimen-of-assay"],
  [
    "a number where none was found",
    { ...VIRAL_LOAD, state: "not-detected", asPrinted: "212" },
    "state",
    "number-in-not-detected",
  ],
])("refuses %s, by field and rule", async (_, measurement, field, rule) => {
  const { participantId } = await enrolAt(lab);
  expect(await save([viralLoadRow(participantId, measurement)])).toMatchObject([
    { outcome: "refused", issues: [{ field, rule }] },
  ]);
  expect(await database.db.labResult.count({ where: { participantId } })).toBe(0);
});

it("takes an assay of the programme's own, every edition of it, and none that is published already", async () => {
  const { programmeId } = lab;
  const before = await listAssays(lab.nurse, { programmeId });
  const published = before.ok ? before.value[0] : undefined;
  const assay = {
    key: "bench-machine",
    edition: "1",
    platform: "Bench",
    name: { en: "Bench machine", zh: "台式机" },
    specimen: "plasma",
    unit: "copies-per-ml",
    lowerLimit: 20,
    upperLimit: 10_000_000,
    detectionLimit: 10,
    loinc: { copies: "20447-9", log10: null, iu: null },
    meansOfBelow: "ask",
    iuPerCopy: null,
    source: "The maker's leaflet",
    validFrom: "2026-01-01",
  } as const;
  for (const _ of [1, 2]) expect(reasonOf(await saveAssay(lab.administrator, { programmeId, assay }))).toBe("ok");
  const other = { ...assay, lowerLimit: 50 };
  expect(reasonOf(await saveAssay(lab.administrator, { programmeId, assay: other }))).toBe(
    "duplicate:assay.edition-taken",
  );
  const crossed = { ...assay, edition: "3", lowerLimit: 20, detectionLimit: 30 };
  expect(reasonOf(await saveAssay(lab.administrator, { programmeId, assay: crossed }))).toBe("invalid:input.invalid");
  const taken = { ...assay, key: published?.assay.key ?? "" };
  expect(reasonOf(await saveAssay(lab.administrator, { programmeId, assay: taken }))).toBe(
    "duplicate:assay.edition-published",
  );
  expect(reasonOf(await saveAssay(lab.administrator, { programmeId, assay: { ...other, edition: "2" } }))).toBe("ok");
  const { participantId } = await enrolAt(lab);
  const measured = copies("30", { assay: { key: "bench-machine", edition: "1" } });
  expect(await save([viralLoadRow(participantId, measured)])).toMatchObject([{ outcome: "saved" }]);
  const off = { programmeId, key: "bench-machine", edition: "1", active: false };
  expect(await setAssayActive(lab.administrator, off)).toMatchObject({ value: { active: false } });
  const listed = await listAssays(lab.nurse, { programmeId });
  const own = listed.ok ? listed.value.filter(({ own: mine }) => mine) : [];
  expect(own.map(({ assay: { edition }, active }) => [edition, active])).toEqual([
    ["1", false],
    ["2", true],
  ]);
});

it("looks at results by the settings in force, which are kept version by version", async () => {
  const { programmeId, administrator } = lab;
  expect(await readLaboratorySettings(lab.nurse, { programmeId })).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  const { version: _, ...fields } = DEFAULT_SETTINGS;
  const next = { programmeId, basedOn: 0, ...fields, ruleId: "at-most-50", doubleEntry: false } as const;
  expect(await saveLaboratorySettings(administrator, next)).toMatchObject({ value: { version: 1 } });
  expect(await saveLaboratorySettings(administrator, next)).toMatchObject({ value: { version: 1 } });
  const stale = { ...next, verification: "all" } as const;
  expect(reasonOf(await saveLaboratorySettings(administrator, stale))).toBe(
    "conflict:laboratory-settings.changed-since",
  );
  const person = async () => (await enrolAt(lab)).participantId;
  const [over, under, third] = [await person(), await person(), await person()];
  const outcomes = await save([viralLoadRow(over, copies("51")), viralLoadRow(under, belowLimit())]);
  expect(outcomes).toMatchObject([{ verification: "awaiting" }, { verification: "not-needed" }]);
  await saveLaboratorySettings(administrator, { ...next, basedOn: 1, doubleEntry: true });
  expect(await save([viralLoadRow(third, belowLimit())])).toMatchObject([{ verification: "awaiting" }]);
  expect(await database.db.laboratorySettings.count({ where: { programmeId } })).toBe(2);
});
