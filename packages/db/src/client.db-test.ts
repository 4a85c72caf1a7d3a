import { expect, test } from "vitest";
import { createDb } from "./client";
import { type DatabaseRefusal, databaseRefusal } from "./errors";
import { sql } from "./sql";
import { makeProgramme } from "./testing/factories";
import { useTestDatabase } from "./testing/test-database";

const database = useTestDatabase();

/** How the database refused the work; fails the test when it did not. */
async function refusalOf(work: Promise<unknown>): Promise<DatabaseRefusal | undefined> {
  const error = await work.then(
    () => new Error("the database accepted it"),
    (thrown: unknown) => thrown,
  );
  return databaseRefusal(error);
}

test("constraints are named, whether Prisma or plain SQL ran into them", async () => {
  const { db } = database;
  const { programme } = await makeProgramme(db);
  const again = db.programme.create({ data: { slug: programme.slug, name: "Again" } });
  expect(await refusalOf(again)).toEqual({ kind: "unique", constraint: "programme_slug_key" });
  const raw = db.$executeRaw(
    sql`INSERT INTO programme (id, slug, name) VALUES (gen_random_uuid(), ${programme.slug}, 'Again')`,
  );
  expect(await refusalOf(raw)).toEqual({ kind: "unique", constraint: "programme_slug_key" });
  const orphan = db.site.create({ data: { programmeId: crypto.randomUUID(), name: "Nowhere" } });
  expect(await refusalOf(orphan)).toEqual({ kind: "foreign-key", constraint: "site_programme_id_fkey" });
  const absent = db.programme.update({ where: { id: crypto.randomUUID() }, data: { name: "Nobody" } });
  expect(await refusalOf(absent)).toEqual({ kind: "missing-row" });
});

test("an interactive transaction that fails leaves nothing", async () => {
  const { db } = database;
  const slug = crypto.randomUUID();
  const work = db.$transaction(async (tx) => {
    await tx.programme.create({ data: { slug, name: "Rolled back" } });
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect(await db.programme.findUnique({ where: { slug } })).toBeNull();
});

test("more transactions at once than connections all end", async () => {
  const db = createDb(database.ownerUrl, { poolMax: 2 });
  const slugs = Array.from({ length: 24 }, () => crypto.randomUUID());
  await Promise.all(
    slugs.map((slug) =>
      db.$transaction(async (tx) => {
        const made = await tx.programme.create({ data: { slug, name: slug } });
        await tx.programme.update({ where: { id: made.id }, data: { name: "done" } });
      }),
    ),
  );
  expect(await db.programme.count({ where: { slug: { in: slugs }, name: "done" } })).toBe(slugs.length);
  await db.$disconnect();
});

test("times are stored as they are, whatever zone the server keeps", async () => {
  const owner = createDb(database.ownerUrl, { poolMax: 1 });
  await owner.$executeRawUnsafe(`ALTER DATABASE "${database.name}" SET TimeZone = 'Asia/Jakarta'`);
  const db = createDb(database.ownerUrl, { poolMax: 1 });
  const createdAt = new Date("2026-01-05T22:30:00.000Z");
  const { id } = await db.programme.create({ data: { slug: crypto.randomUUID(), name: "Zones", createdAt } });
  const [stored] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM created_at)::float8 AS seconds FROM programme WHERE id = ${id}::uuid`;
  expect(stored?.seconds).toBe(createdAt.getTime() / 1000);
  await Promise.all([owner.$disconnect(), db.$disconnect()]);
});

test("statements are prepared by name", async () => {
  const db = createDb(database.url, { poolMax: 1 });
  await db.programme.findMany({ where: { slug: "none" } });
  const [row] = await db.$queryRaw<{ n: number }[]>(
    sql`SELECT count(*)::int AS n FROM pg_prepared_statements WHERE statement LIKE 'SELECT "public"."programme"%'`,
  );
  expect(row?.n).toBe(1);
  await db.$disconnect();
});
