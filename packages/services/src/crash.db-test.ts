import { createDb, type Db } from "@alongside/db/client";
import { applyMigrations } from "@alongside/db/migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "@alongside/db/migrate/migrations-directory";
import { makeServerFolder, type ServerFolder } from "@alongside/db/testing/server-folder";
import type { Result } from "@alongside/domain/failure/failure";
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveAssessment } from "./assessment/save";
import { saveLabGrid } from "./lab-result/save-grid";
import { type Attempt, type CrashWrite, startCrashClients } from "./testing/crash-clients";
import { findCrashDamage } from "./testing/crash-findings";
import { crashWrites, makeCrashPlace } from "./testing/crash-place";
import { signedIn } from "./testing/test-context";
import { unavailableFailure } from "./unavailable-failure";

let folder: ServerFolder;
let open: Db[] = [];
beforeEach(() => {
  folder = makeServerFolder();
});
afterEach(async () => {
  await Promise.all(open.map((db) => db.$disconnect().catch(() => {})));
  open = [];
  await folder.remove();
});

function connect(url: string): Db {
  const db = createDb(url, { poolMax: 8 });
  open.push(db);
  return db;
}

function attemptOf(result: Result<unknown>): Attempt {
  if (result.ok) return { kind: "acknowledged" };
  return result.failure.code === "unavailable" ? { kind: "again" } : { kind: "refused", why: result.failure.reason };
}

/** The whole of it, over HTTP and fifty times, is `pnpm crash --runs 50`. */
test("kill -9 of the database three times over loses, doubles or halves nothing that eight clients were promised", async () => {
  let server = await folder.start();
  expect((await applyMigrations(server.ownerUrl, MIGRATIONS_DIRECTORY)).ok).toBe(true);
  const place = await makeCrashPlace(connect(server.ownerUrl), 240);
  const person = await signedIn(connect(server.ownerUrl), { programmeId: place.programmeId, role: "clinic-staff" });
  let context = { ...person, database: connect(server.url) };

  const send = async (write: CrashWrite): Promise<Attempt> => {
    const asking = context;
    try {
      if (write.kind === "assessment") return attemptOf(await saveAssessment(asking, write.input));
      const saved = await saveLabGrid(asking, write.input);
      const odd = saved.ok && saved.value.rows.find(({ outcome }) => outcome !== "saved" && outcome !== "same");
      return odd ? { kind: "refused", why: JSON.stringify(odd) } : attemptOf(saved);
    } catch (error) {
      // What broke when its server went is tried again; anything else has to be looked at.
      if (unavailableFailure(error) !== null || asking !== context) return { kind: "again" };
      return { kind: "refused", why: String(error) };
    }
  };
  const clients = startCrashClients(8, crashWrites(place), send);
  for (let kill = 1; kill <= 3; kill += 1) {
    await clients.untilAcknowledged(15);
    await folder.kill(kill === 2 ? "postmaster" : "all");
    server = await folder.start();
    context = { ...person, database: connect(server.url) };
  }
  const ledger = await clients.finish();
  expect(ledger.acknowledged.length).toBeGreaterThanOrEqual(45);
  expect(ledger.repeated).toBeGreaterThan(0);
  const damage = await findCrashDamage(connect(server.ownerUrl), place.programmeId, ledger);
  expect(damage).toEqual({ lost: 0, duplicates: 0, halfWritten: 0, details: [] });
}, 120_000);
