import { setImmediate } from "node:timers/promises";
import { createDb } from "@alongside/db/client";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { enrolAt, makeLaboratory } from "../testing/laboratory";
import { expectOk, laboratoryFile, laboratoryWith, uploadLaboratoryFile } from "../testing/laboratory-files";
import { cancelLaboratoryImport } from "./cancel";
import { checkLaboratoryFile } from "./check";
import { discardLaboratoryImport } from "./discard";
import { readLaboratoryImport } from "./read";
import { runLaboratoryImport } from "./run";

const database = useTestDatabase();

/** Enough rows that the run takes several batches. */
const [PEOPLE, DAYS] = [60, 50];

async function checkedFile() {
  const laboratory = await makeLaboratory(database.db);
  const { nurse, programmeId } = laboratory;
  const people: { readonly code: string }[] = [];
  for (let index = 0; index < PEOPLE; index += 1) people.push(await enrolAt(laboratory));
  const day = (index: number) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
  const rows = Array.from({ length: DAYS }, (_, index) => people.map(({ code }) => [code, "TND", day(index)] as const));
  const laboratoryId = await laboratoryWith(nurse, programmeId);
  const about = await uploadLaboratoryFile(nurse, programmeId, laboratoryId, laboratoryFile(rows.flat()));
  expect(expectOk(await checkLaboratoryFile(nurse, about)).counts).toMatchObject({ new: PEOPLE * DAYS });
  const stored = async () => [
    await database.db.labResult.count({ where: { programmeId } }),
    await database.db.labStanding.count({ where: { programmeId } }),
    await database.db.auditEvent.count({ where: { programmeId, action: "laboratory-import.run" } }),
  ];
  return { nurse, about, stored };
}
type Checked = Awaited<ReturnType<typeof checkedFile>>;

async function untilItRuns({ nurse, about }: Checked) {
  for (;;) {
    const seen = expectOk(await readLaboratoryImport(nurse, about));
    if (seen.state === "running" && seen.rowsDone > 0) return seen;
    if (seen.state === "done") throw new Error("it ended before it was seen running");
    await setImmediate();
  }
}

it("shows its progress, and when its connection is cut half-way nothing of it is stored", async () => {
  const checked = await checkedFile();
  const { nurse, about, stored } = checked;
  const running = runLaboratoryImport(nurse, about).then(
    () => "ended",
    () => "cut off",
  );
  expect(await untilItRuns(checked)).toMatchObject({ rowsTotal: PEOPLE * DAYS });
  expect(await discardLaboratoryImport(nurse, about)).toMatchObject({
    failure: { reason: "laboratory-import.at-work" },
  });
  const owner = createDb(database.ownerUrl, { poolMax: 1 });
  await owner.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_locks
                         WHERE locktype = 'advisory' AND classid::bigint = 72707373 AND pid <> pg_backend_pid()`;
  await owner.$disconnect();
  expect(await running).toBe("cut off");
  expect(await stored()).toEqual([0, 0, 0]);
  expect(expectOk(await readLaboratoryImport(nurse, about)).state).toMatch(/^(failed|interrupted)$/);

  // The file is still there: the same import goes through at the second attempt.
  expect(expectOk(await runLaboratoryImport(nurse, about))).toMatchObject({
    state: "done",
    counts: { new: PEOPLE * DAYS },
  });
  expect(await stored()).toEqual([PEOPLE * DAYS, PEOPLE, PEOPLE * DAYS + 1]);
});

it("a run that is cancelled leaves no row, and may be begun again", async () => {
  const checked = await checkedFile();
  const { nurse, about, stored } = checked;
  const running = runLaboratoryImport(nurse, about);
  await untilItRuns(checked);
  expect(expectOk(await cancelLaboratoryImport(nurse, about))).toMatchObject({ state: "cancelled" });
  expect(await running).toMatchObject({ ok: false, failure: { reason: "laboratory-import.cancelled" } });
  const [results, standings] = await stored();
  expect([results, standings]).toEqual([0, 0]);
  expect(expectOk(await readLaboratoryImport(nurse, about))).toMatchObject({ state: "cancelled" });
  expect(expectOk(await cancelLaboratoryImport(nurse, about))).toMatchObject({ state: "cancelled" });
  expect(expectOk(await runLaboratoryImport(nurse, about))).toMatchObject({ state: "done" });
  expect(await cancelLaboratoryImport(nurse, about)).toMatchObject({
    failure: { reason: "laboratory-import.done-already" },
  });
  expect((await stored())[0]).toBe(PEOPLE * DAYS);
});

it("of two runs at once one does the work and the other says so", async () => {
  const { nurse, about, stored } = await checkedFile();
  const both = await Promise.all([runLaboratoryImport(nurse, about), runLaboratoryImport(nurse, about)]);
  for (const one of both) if (!one.ok) expect(one.failure.reason).toBe("laboratory-import.at-work");
  expect(both.some(({ ok }) => ok)).toBe(true);
  expect((await stored())[0]).toBe(PEOPLE * DAYS);
});
