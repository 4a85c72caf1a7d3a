import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { ROLES } from "@alongside/domain/access/role";
import { actorOf } from "@alongside/services/testing/test-context";
import { beforeAll, describe, expect, it } from "vitest";
import type { AccessEntry } from "./testing/access-entry";
import { ACCESS_TABLE } from "./testing/access-table";
import { ask } from "./testing/ask";
import { makePlaces, type Place } from "./testing/place";
import { idPaths, valueAt, withValue } from "./testing/tamper";

/*
 * Every id in a call that would be right is exchanged, one at a time: for one of the same kind at a place that is not the
 * caller's, for ids of other kinds, for one that nobody has. Whatever is answered, nothing of that place may be in the
 * answer, and nothing there may have changed.
 */
const database = useTestDatabase();
const entries = Object.entries(ACCESS_TABLE).flatMap(([entity, procedures]) =>
  Object.entries(procedures).map(([name, entry]) => [`${entity}.${name}`, entry as AccessEntry<unknown>] as const),
);

let here: Place;
let otherSite: Place;
let elsewhere: Place;
/** Whoever holds every role there is: in the whole programme, at its first site. */
let everywhere: Actor;
let atOneSite: Actor;

beforeAll(async () => {
  const { db } = database;
  [here, otherSite] = await makePlaces(db);
  [elsewhere] = await makePlaces(db);
  const holder = async (siteId: string | null) => {
    const user = await db.user.create({ data: { name: "All roles", email: `${randomUUID()}@example.org` } });
    const held = { userId: user.id, programmeId: here.programmeId, siteId };
    await db.membership.createMany({ data: ROLES.map((role) => ({ ...held, role })) });
    return actorOf(db, user.id);
  };
  [everywhere, atOneSite] = [await holder(null), await holder(here.siteId)];
});

/** Tables whose rows belong to a programme, with the columns that tell to what else. */
async function tables() {
  return database.db.$queryRaw<{ readonly name: string; readonly personal: boolean }[]>`
    SELECT c.relname::text AS name, EXISTS (
             SELECT 1 FROM pg_attribute p WHERE p.attrelid = c.oid AND p.attname = 'participant_id') AS personal
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'programme_id' AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;
}

/** A text that any change of a programme's rows changes. */
async function stateOf({ programmeId }: Place): Promise<unknown> {
  const parts = (await tables()).map(
    ({ name }) => `SELECT '${name}' AS name, md5(string_agg(t::text, ',' ORDER BY t::text)) AS state, count(*)::int AS n
                     FROM "${name}" t WHERE programme_id = '${programmeId}'`,
  );
  return database.db.$queryRawUnsafe(parts.join(" UNION ALL "));
}

/** The same for everything about the people of one site. */
async function peopleOf({ siteId }: Place): Promise<unknown> {
  const personal = (await tables()).filter((table) => table.personal);
  const parts = personal.map(
    ({ name }) => `SELECT '${name}' AS name, md5(string_agg(t::text, ',' ORDER BY t::text)) AS state, count(*)::int AS n
                     FROM "${name}" t WHERE participant_id IN (SELECT participant_id FROM participant WHERE site_id = '${siteId}')`,
  );
  return database.db.$queryRawUnsafe(parts.join(" UNION ALL "));
}

/** What may be in no answer: everything that names a person, place or thing there. */
async function secretsOf({ programmeId, siteId }: Place, whole: boolean): Promise<readonly string[]> {
  const { db } = database;
  const people = await db.participant.findMany({ where: whole ? { programmeId } : { siteId } });
  const named = people.flatMap(({ participantId, code }) => [participantId, code]);
  if (!whole) return named;
  const where = { where: { programmeId }, select: { id: true } };
  const things = [
    ...(await db.site.findMany(where)),
    ...(await db.cohort.findMany(where)),
    ...(await db.timepoint.findMany(where)),
    ...(await db.laboratory.findMany(where)),
    ...(await db.labImport.findMany(where)),
    ...(await db.studyImport.findMany(where)),
  ];
  const members = await db.membership.findMany({ where: { programmeId }, include: { user: true } });
  const users = members.flatMap(({ userId, user }) => [userId, user.email]);
  return [programmeId, ...named, ...things.map(({ id }) => id), ...users];
}

/** Answers in which something of the place appears that was not in the question. */
function told(answer: unknown, sent: unknown, secrets: readonly string[]): readonly string[] {
  const [text, asked] = [JSON.stringify(answer) ?? "", JSON.stringify(sent)];
  return secrets.filter((secret) => text.includes(secret) && !asked.includes(secret));
}

/** Exchanges each id of a right call, and returns what was told that should not have been. */
async function leaks(
  path: string,
  entry: AccessEntry<unknown>,
  actor: Actor,
  there: Place,
  secrets: readonly string[],
) {
  const foreign = await entry.input(there);
  const found: unknown[] = [];
  for (const at of idPaths(await entry.input(here))) {
    const others = [valueAt(foreign, at), there.programmeId, there.siteId, there.cohortId, here.cohortId, randomUUID()];
    for (const other of others) {
      const sent = withValue(await entry.input(here), at, other);
      const answer = await ask(database.db, path, actor, sent);
      const all = told(answer, sent, secrets);
      if (all.length > 0) found.push({ at: at.join("."), all });
    }
  }
  return found;
}

/** A call that would be right here, and one that is made there once, so that it is the same before and after. */
async function prepared(entry: AccessEntry<unknown>, there: Place): Promise<AccessEntry<unknown>> {
  const made = await entry.input(there);
  return { ...entry, input: (place) => (place === there ? made : entry.input(place)) };
}

it("finds ids to exchange in most calls", async () => {
  let withIds = 0;
  for (const [, entry] of entries) withIds += idPaths(await entry.input(here)).length > 0 ? 1 : 0;
  expect(withIds).toBeGreaterThan(entries.length / 2);
});

describe.each(entries.filter(([, { verb }]) => verb !== "signed-in"))("%s", (path, entry) => {
  it("tells and changes nothing of another programme for any id of it", async () => {
    const call = await prepared(entry, elsewhere);
    const secrets = await secretsOf(elsewhere, true);
    const before = await stateOf(elsewhere);
    expect(await leaks(path, call, everywhere, elsewhere, secrets)).toEqual([]);
    expect(await stateOf(elsewhere)).toEqual(before);
  });
});

describe.each(entries.filter(([, { at }]) => at === "site"))("%s", (path, entry) => {
  it("tells and changes nothing about the people of another site for any id of theirs", async () => {
    const call = await prepared(entry, otherSite);
    const secrets = await secretsOf(otherSite, false);
    const before = await peopleOf(otherSite);
    expect(await leaks(path, call, atOneSite, otherSite, secrets)).toEqual([]);
    expect(await peopleOf(otherSite)).toEqual(before);
  });
});
