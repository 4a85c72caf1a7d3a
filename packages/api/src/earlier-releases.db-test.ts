import { readAllTotals } from "@alongside/db/backup/read-totals";
import { restoreBackup } from "@alongside/db/backup/restore-backup";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import { createDb, type Db } from "@alongside/db/client";
import { MIGRATIONS_DIRECTORY } from "@alongside/db/migrate/migrations-directory";
import { RELEASE_PASSPHRASE, releaseBackups } from "@alongside/db/testing/release-backups";
import { dropDatabase, withDatabase } from "@alongside/db/testing/test-server";
import { actorOf, contextFor } from "@alongside/services/testing/test-context";
import { TRPCError } from "@trpc/server";
import { afterAll, describe, expect, inject, it } from "vitest";
import { FailureError } from "./failure-error";
import { appRouter } from "./router";

/** A day on which the simulated people of every release have something due. */
const NOW = new Date("2026-12-01T10:00:00Z");
/**
 * Tables that a later version changed or moved elsewhere on purpose, each with the query that gives its rows as they were.
 * Whatever is not named here must come through every upgrade as it was, row for row; what is, all the same.
 */
const MOVED: Readonly<Record<string, string>> = {
  "public.contact_consent": `
    SELECT participant_id, id, programme_id, state = 'given' AS may_contact, current, recorded_by_id, recorded_at
      FROM consent WHERE purpose = 'contact'`,
};

const server = () => inject("testServer");
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await dropDatabase(server().ownerUrl, name);
});

/** query, mutation or subscription, as tRPC keeps it on a procedure. */
function typeOf(procedure: unknown): unknown {
  const definition: unknown = typeof procedure === "function" ? Reflect.get(procedure, "_def") : undefined;
  return typeof definition === "object" && definition !== null ? Reflect.get(definition, "type") : undefined;
}

/** What the pages ask for that name a programme, a participant and a cell of the table, as the administrator sees it. */
async function readEverything(db: Db, application: Db): Promise<ReadonlyMap<string, string>> {
  const administrator = await db.user.findUniqueOrThrow({ where: { email: "administrator@example.org" } });
  const programme = await db.programme.findFirstOrThrow();
  const find = { programmeId: programme.id };
  const { id: cohortId } = await db.cohort.findFirstOrThrow({ where: { ...find, kind: "peer-support" } });
  const { id: timepointId } = await db.timepoint.findFirstOrThrow({ where: { ...find, kind: "end" } });
  const { measure } = await db.score.findFirstOrThrow({ where: { ...find, cohortId, timepointId } });
  const { participantId, code } = await db.participant.findFirstOrThrow({ where: find });
  const input = {
    ...{ programmeId: programme.id, participantId, cohortId, timepointId, measure, code },
    ...{ list: "due", language: "en", limit: 10 },
  };
  const calls = appRouter.createCaller(contextFor(application, await actorOf(db, administrator.id), NOW));
  const answers = new Map<string, string>();
  for (const [name, procedure] of Object.entries<unknown>(appRouter._def.procedures)) {
    if (typeOf(procedure) !== "query") continue;
    const [entity = "", verb = ""] = name.split(".");
    const call: unknown = Reflect.get(Reflect.get(calls, entity), verb);
    if (typeof call !== "function") throw new Error(`no procedure ${name}`);
    const answer = Promise.resolve(call(input)).then(
      () => "answered",
      (error: unknown) => {
        if (!(error instanceof TRPCError)) return `threw ${error}`;
        if (error.cause instanceof FailureError) return error.cause.failure.code;
        return error.code === "BAD_REQUEST" ? "needs more input" : `threw ${error.cause}`;
      },
    );
    answers.set(name, await answer);
  }
  return answers;
}

describe.each(releaseBackups())("a database of version $version", ({ version, file }) => {
  it("is brought to today's without losing or changing a row, and every page's question is answered", async () => {
    const name = `release_${version.replaceAll(".", "_")}_${Date.now()}`;
    made.push(name);
    const ownerUrl = withDatabase(server().ownerUrl, name);
    const key = { kind: "passphrase", passphrase: RELEASE_PASSPHRASE } as const;
    const { manifest, rows } = await restoreBackup({ file, key, ownerUrl, migrationsDirectory: MIGRATIONS_DIRECTORY });
    expect(manifest.programVersion).toBe(version);
    expect(rows).toBeGreaterThan(10_000);
    // Compared in the columns that version knew.
    expect(await readAllTotals(ownerUrl, manifest.tables, MOVED)).toEqual(manifest.totals);
    const db = createDb(ownerUrl, { poolMax: 2 });
    const application = createDb(withDatabase(server().applicationUrl, name));
    try {
      expect(await verifyCells(db)).toEqual([]);
      const answers = await readEverything(db, application);
      expect([...answers].filter(([, answer]) => answer.startsWith("threw") || answer === "unexpected")).toEqual([]);
      const answered = [...answers].filter(([, answer]) => answer === "answered").map(([procedure]) => procedure);
      expect(answered).toEqual(expect.arrayContaining(ASKED));
    } finally {
      await db.$disconnect();
      await application.$disconnect();
    }
  });
});

/** Asked by the pages that people open every day; others may need more than the input above. */
const ASKED = [
  ...["home.read", "participant.list", "participant.read", "assessment.listDue", "labResult.history"],
  ...["change.read", "outcome.read", "suppression.read", "worklist.count", "worklist.read", "audit.list"],
];
