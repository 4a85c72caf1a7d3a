import { expect, test } from "vitest";
import { createDb } from "../client";
import { databaseRefusal } from "../errors";
import { type SqlFragment, sql } from "../sql";
import { useTestDatabase } from "../testing/test-database";
import { askDirectly } from "./ask-directly";
import { pipelineInside } from "./pipeline-inside";
import { pipelinedTransaction } from "./pipelined-transaction";

const database = useTestDatabase();

const insert = (slug: string): SqlFragment =>
  sql`INSERT INTO programme (id, slug, name) VALUES (gen_random_uuid(), ${slug}, 'Pipelined')`;
const find = (slug: string): SqlFragment => sql`SELECT name FROM programme WHERE slug = ${slug}`;
const isStored = async (slug: string) => (await database.db.programme.count({ where: { slug } })) === 1;

test("each statement sees what the ones before it did, and finishing keeps everything", async () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const seen = await pipelinedTransaction(database.db, async (pipeline) => {
    const answers = await pipeline.ask([find(first), insert(first), find(first)]);
    expect(await isStored(first)).toBe(false);
    await pipeline.finish([insert(second)]);
    return answers;
  });
  expect(seen).toEqual([[], [], [{ name: "Pipelined" }]]);
  expect([await isStored(first), await isStored(second)]).toEqual([true, true]);
});

test("work that only finishes is a transaction too: the statement before a refused one is not kept", async () => {
  const slug = crypto.randomUUID();
  const work = pipelinedTransaction(database.db, (pipeline) => pipeline.finish([insert(slug), insert(slug)]));
  const refusal = databaseRefusal(await work.catch((error: unknown) => error));
  expect(refusal).toEqual({ kind: "unique", constraint: "programme_slug_key" });
  expect(await isStored(slug)).toBe(false);
});

test("work that never finishes, or throws, leaves nothing", async () => {
  const [left, thrown] = [crypto.randomUUID(), crypto.randomUUID()];
  expect(await pipelinedTransaction(database.db, async (pipeline) => (await pipeline.ask([insert(left)])).length)).toBe(
    1,
  );
  const work = pipelinedTransaction(database.db, async (pipeline) => {
    await pipeline.ask([insert(thrown)]);
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect([await isStored(left), await isStored(thrown)]).toEqual([false, false]);
});

test("a refusal that the work overlooks is not kept as if nothing had happened", async () => {
  const [kept, twice] = [crypto.randomUUID(), crypto.randomUUID()];
  await database.db.$executeRaw(insert(twice));
  const work = pipelinedTransaction(database.db, async (pipeline) => {
    await pipeline.ask([insert(twice)]).catch(() => null);
    await pipeline.finish([]);
    return insert(kept);
  });
  await expect(work).rejects.toThrow("did not keep");
});

test("nothing can be sent once it is over", async () => {
  const slug = crypto.randomUUID();
  const work = pipelinedTransaction(database.db, async (pipeline) => {
    await pipeline.finish([]);
    await pipeline.ask([insert(slug)]);
  });
  await expect(work).rejects.toThrow("is over");
  expect(await isStored(slug)).toBe(false);
});

test("refusals never use up the connections, with or without prepared statements", async () => {
  for (const namedStatements of [true, false]) {
    const db = createDb(database.ownerUrl, { poolMax: 2, namedStatements });
    const taken = crypto.randomUUID();
    await db.$executeRaw(insert(taken));
    const works = Array.from({ length: 12 }, () =>
      pipelinedTransaction(db, async (pipeline) => {
        await pipeline.ask([find(taken)]);
        await pipeline.finish([insert(taken)]);
      }),
    );
    const ended = await Promise.allSettled(works);
    expect(ended.map(({ status }) => status)).toEqual(Array(12).fill("rejected"));
    const fresh = crypto.randomUUID();
    await pipelinedTransaction(db, (pipeline) => pipeline.finish([insert(fresh)]));
    expect(await askDirectly(db, find(fresh))).toEqual([{ name: "Pipelined" }]);
    await db.$disconnect();
  }
});

test("inside another transaction it stands or falls with that one", async () => {
  const slug = crypto.randomUUID();
  const work = database.db.$transaction(async (tx) => {
    const pipeline = pipelineInside(tx);
    expect(await pipeline.ask([insert(slug), find(slug)])).toEqual([[], [{ name: "Pipelined" }]]);
    await pipeline.finish([]);
    throw new Error("stop");
  });
  await expect(work).rejects.toThrow("stop");
  expect(await isStored(slug)).toBe(false);
});

test("a client that only ever asked directly closes its connections too", async () => {
  const db = createDb(database.url, { poolMax: 1 });
  const asked = sql`SELECT pg_backend_pid() AS pid`;
  const [mine] = await askDirectly<{ pid: number }>(db, asked);
  await db.$disconnect();
  await expect(askDirectly(db, asked)).rejects.toThrow();
  expect(mine?.pid).toBeGreaterThan(0);
});
