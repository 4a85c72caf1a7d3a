import { setImmediate } from "node:timers/promises";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import { createDb } from "@alongside/db/client";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { expect, it } from "vitest";
import { longFile, uploadAndCheck } from "../testing/study-files";
import { signedIn } from "../testing/test-context";
import { readStudyImport } from "./read";
import { runStudyImport } from "./run";

const database = useTestDatabase();

/** Enough rows that the run takes several batches. */
const PEOPLE = 8_000;

it("shows its progress, and when its connection is cut half-way nothing of it is stored", async () => {
  const { db } = database;
  const { programme, sites } = await makeProgramme(db);
  const programmeId = programme.id;
  await db.site.update({ where: { id: sites[1].id }, data: { active: false } });
  const context = await signedIn(db, { programmeId, role: "administrator" });
  const rows = Array.from({ length: PEOPLE }, (_, person) => `p${person} A pre mood ${person % 60} 2026-01-05`);
  const { importId } = await uploadAndCheck(context, programmeId, longFile(rows));

  const running = runStudyImport(context, { programmeId, importId }).then(
    () => "ended",
    () => "cut off",
  );
  let seen = await readStudyImport(context, { programmeId, importId });
  while (!(seen.ok && seen.value.state === "running" && seen.value.rowsDone > 0)) {
    await setImmediate();
    seen = await readStudyImport(context, { programmeId, importId });
    if (seen.ok && seen.value.state === "done") throw new Error("it ended before it was seen running");
  }
  expect(seen.value).toMatchObject({ rowsTotal: PEOPLE });
  expect(await db.participant.count({ where: { programmeId } })).toBe(0);

  const owner = createDb(database.ownerUrl, { poolMax: 1 });
  await owner.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_locks
                         WHERE locktype = 'advisory' AND classid::bigint = 72707373 AND pid <> pg_backend_pid()`;
  await owner.$disconnect();
  expect(await running).toBe("cut off");
  const left = await Promise.all([
    db.participant.count({ where: { programmeId } }),
    db.assessment.count({ where: { programmeId } }),
    db.score.count({ where: { programmeId } }),
    db.enrolment.count({ where: { programmeId } }),
    db.changeStatistic.count({ where: { programmeId } }),
  ]);
  expect(left).toEqual([0, 0, 0, 0, 0]);
  expect(await db.participantCode.count()).toBe(0);
  const after = await readStudyImport(context, { programmeId, importId });
  expect(after.ok && after.value.state).toMatch(/^(failed|interrupted)$/);

  // The file is still there: the same import goes through at the second attempt.
  expect(await runStudyImport(context, { programmeId, importId })).toMatchObject({
    ok: true,
    value: { participants: PEOPLE },
  });
  expect(await verifyCells(db, programmeId)).toEqual([]);
});
