import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeEach, expect, it } from "vitest";
import { readHome } from "../home/read";
import { reasonOf } from "../testing/reason-of";
import { signedIn, TEST_NOW } from "../testing/test-context";
import { readBackups } from "./read";

const database = useTestDatabase();
beforeEach(async () => {
  await database.owner.backupRun.deleteMany();
});

const ago = (hours: number) => new Date(TEST_NOW.getTime() - hours * 3_600_000);
const run = (hours: number, failure: string | null, finished = true) =>
  database.owner.backupRun.create({
    data: {
      ...{ startedAt: ago(hours), finishedAt: finished ? ago(hours) : null, kind: "scheduled", failure },
      ...(failure === null && finished && { fileName: "x.backup.age", bytes: 4_000_000_000n, rows: 12n }),
    },
  });

async function asked(role: "administrator" | "evaluator", dataLabel: string | null = null) {
  const { programme } = await makeProgramme(database.db);
  await database.db.programme.update({ where: { id: programme.id }, data: { dataLabel } });
  const person = await signedIn(database.db, { programmeId: programme.id, role });
  const [backups, home] = [
    await readBackups(person, { programmeId: programme.id }),
    await readHome(person, { programmeId: programme.id }),
  ];
  if (!home.ok) throw new Error(home.failure.reason);
  return { backups, onHome: home.value.backups };
}

it("tells an administrator of the last good one, and the start page keeps quiet", async () => {
  await run(30, "file-unusable");
  await run(5, null);
  await run(1, null, false);
  const { backups, onHome } = await asked("administrator");
  expect(backups).toEqual({
    ok: true,
    value: {
      standing: "good",
      lastGood: { at: ago(5), bytes: 4_000_000_000, rows: 12, kind: "scheduled" },
      failure: null,
    },
  });
  expect(onHome).toBeNull();
});

it("warns on the start page once the last good one is older than two days, with what went wrong since", async () => {
  await run(49, null);
  await run(25, "file-unusable");
  await run(1, "database-unusable");
  const { onHome } = await asked("administrator");
  expect(onHome).toMatchObject({ standing: "old", failure: { at: ago(1), code: "database-unusable" } });
});

it("warns where real people's data were never backed up, and not over a demonstration", async () => {
  expect((await asked("administrator")).onHome).toMatchObject({ standing: "never", lastGood: null });
  expect((await asked("administrator", "simulated")).onHome).toBeNull();
});

it("is nobody else's to see", async () => {
  const { backups, onHome } = await asked("evaluator");
  expect(reasonOf(backups)).toBe("forbidden:access.denied");
  expect(onHome).toBeNull();
});
