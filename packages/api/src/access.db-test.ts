import { createHmac, randomUUID } from "node:crypto";
import { readActor } from "@alongside/auth/read-actor";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { ROLES, type Role } from "@alongside/domain/access/role";
import { ACCESS_MATRIX, type Reach, VERBS } from "@alongside/services/access/matrix";
import { actorOf, signedIn, TEST_NOW } from "@alongside/services/testing/test-context";
import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "./router";
import type { AccessEntry } from "./testing/access-entry";
import { ACCESS_TABLE } from "./testing/access-table";
import { ask } from "./testing/ask";
import { makePlaces, type Place } from "./testing/place";

/*
 * Every procedure with every kind of caller. What each role may do is read from the access table itself; what each
 * procedure asks of it stands in testing/access-table.ts.
 */
const database = useTestDatabase();
const SECRET = "a secret of the test, long enough for signing";
const entries: readonly (readonly [string, AccessEntry<unknown>])[] = Object.entries(ACCESS_TABLE).flatMap(
  ([entity, procedures]) =>
    Object.entries(procedures).map(([name, entry]) => [`${entity}.${name}`, entry as AccessEntry<unknown>] as const),
);

let here: Place;
let otherSite: Place;
let elsewhere: Place;
const people = new Map<string, Actor>();

beforeAll(async () => {
  [here, otherSite] = await makePlaces(database.db);
  [elsewhere] = await makePlaces(database.db);
});

/** Somebody with one role in a programme, the first unless said otherwise; the same person each time. */
async function person(role: Role, siteId?: string, { programmeId }: Place = here): Promise<Actor> {
  const key = `${programmeId} ${role} ${siteId}`;
  const known = people.get(key);
  if (known) return known;
  const at = { programmeId, role, ...(siteId === undefined ? {} : { siteId }) };
  const { actor } = await signedIn(database.db, at);
  if (actor === null) throw new Error("nobody");
  people.set(key, actor);
  return actor;
}

/** "ok", or code and reason of the refusal; anything that does not explain itself fails the test. */
async function call(path: string, actor: Actor | null, input: unknown): Promise<string> {
  const answer = await ask(database.db, path, actor, input);
  return answer.ok ? "ok" : `${answer.failure.code}:${answer.failure.reason}`;
}

/** How many events the trail holds: a refused call adds none but that it was refused. */
async function trail(): Promise<number> {
  return (await database.db.auditEvent.findMany({ where: { action: { not: "access.refused" } }, select: { id: true } }))
    .length;
}

/** Calls and expects a refusal that leaves no trace. */
async function refused(path: string, actor: Actor | null, input: unknown, reasons: RegExp): Promise<void> {
  const before = await trail();
  expect(await call(path, actor, input)).toMatch(reasons);
  expect(await trail()).toBe(before);
}

function reachOf(entry: AccessEntry<unknown>, role: Role): Reach | "none" {
  if (entry.verb === "signed-in") return "site";
  const row: Readonly<Partial<Record<Role, Reach>>> = ACCESS_MATRIX[entry.verb];
  return row[role] ?? "none";
}

const DENIED = /^forbidden:access\.denied$/;
/** What lies outside one's scope answers like something that does not exist, or that the role does not cover. */
const OUT_OF_SIGHT = /^(not-found:|forbidden:access\.)/;

describe("the table of expectations", () => {
  it("has an entry for every procedure, and no other", () => {
    expect(entries.map(([path]) => path).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
  });

  it("leaves no verb of the access table without a procedure or a reason", () => {
    const used = new Set<string>(entries.map(([, { verb }]) => verb));
    // Parts of other verbs: a correction is saved, scores are shown beside what may be read, a file comes as a stream.
    const parts = [
      "assessment.correct",
      "outcome.export-script",
      "score.read",
      "study-import.upload",
      "suppression.export",
    ];
    expect(VERBS.filter((verb) => !used.has(verb)).toSorted()).toEqual(parts);
  });
});

describe.each(entries)("%s", (path, entry) => {
  it("is refused to nobody, an ended session and a closed account", async () => {
    const input = await entry.input(here);
    for (const actor of await nobodies()) await refused(path, actor, input, /^signed-out:session\.none$/);
  });

  it.each(ROLES)("follows the access table for a role in the whole programme: %s", async (role) => {
    const input = await entry.input(here);
    const actor = await person(role);
    if (reachOf(entry, role) === "none") await refused(path, actor, input, DENIED);
    else expect(await call(path, actor, input)).toMatch(letIn(entry, entry.wholeProgramme?.[role]));
  });

  it.each(ROLES)("follows it for a role at one site: %s", async (role) => {
    const actor = await person(role, here.siteId);
    if (reachOf(entry, role) === "site") {
      expect(await call(path, actor, await entry.input(here))).toMatch(letIn(entry, entry.atOneSite));
      if (entry.at === "site") await refused(path, actor, await entry.input(otherSite), OUT_OF_SIGHT);
    } else await refused(path, actor, await entry.input(here), DENIED);
  });
});

describe.each(entries.filter(([, { verb }]) => verb !== "signed-in"))("%s", (path, entry) => {
  it("is refused to everybody of another programme, whatever their role", async () => {
    const input = await entry.input(here);
    for (const role of ROLES) {
      const stranger = await person(role, undefined, elsewhere);
      await refused(path, stranger, input, DENIED);
      await refused(path, stranger, { ...Object(input), programmeId: randomUUID() }, DENIED);
    }
  });

  it("waits until a password given by somebody else is changed", async () => {
    const newcomer = { ...(await person("administrator")), mustChangePassword: true };
    await refused(path, newcomer, await entry.input(here), /^forbidden:session\.password-change-needed$/);
  });
});

describe.each(entries.filter(([, { namesThings }]) => namesThings))("%s", (path, entry) => {
  it("does not reach another programme's things through one's own", async () => {
    const mixed = { ...Object(await entry.input(elsewhere)), programmeId: here.programmeId };
    await refused(path, await person("administrator"), mixed, OUT_OF_SIGHT);
  });
});

function letIn(entry: AccessEntry<unknown>, reason = entry.letIn): RegExp {
  return reason === undefined ? /^ok$/ : new RegExp(`:${reason.replaceAll(".", "\\.")}$`);
}

/** Read from real sessions: no cookie, one that has ended, one of an account that was closed since. */
async function nobodies(): Promise<readonly (Actor | null)[]> {
  const { db } = database;
  const session = async (expiresAt: Date) => {
    const { actor } = await signedIn(db, { programmeId: here.programmeId, role: "administrator" });
    const token = randomUUID();
    const userId = actor?.userId ?? "";
    await db.session.create({ data: { userId, token, expiresAt } });
    const signature = createHmac("sha256", SECRET).update(token).digest("base64");
    return { userId, cookie: `app.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
  };
  const live = new Date(TEST_NOW.getTime() + 60_000);
  const [ended, closed, open] = [await session(TEST_NOW), await session(live), await session(live)];
  await db.user.update({ where: { id: closed.userId }, data: { disabledAt: TEST_NOW } });
  const read = (cookie: string | null) => readActor(database.application, cookie, SECRET, TEST_NOW);
  // The same way in does open for a live session of an open account, or the three below would prove nothing.
  expect((await read(open.cookie))?.userId).toBe((await actorOf(db, open.userId)).userId);
  return [await read(null), await read(ended.cookie), await read(closed.cookie)];
}
