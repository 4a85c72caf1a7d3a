import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations } from "../migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "../migrate/migrations-directory";
import { makeServerFolder, type ServerFolder } from "../testing/server-folder";

let folder: ServerFolder;
beforeEach(() => {
  folder = makeServerFolder();
});
afterEach(() => folder.remove());

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A separate process that inserts programmes one after another over four connections and prints each acknowledged id. */
const WRITER = `
  const { default: pg } = await import(process.argv[1]);
  const write = async () => {
    const client = new pg.Client({ connectionString: process.argv[2] });
    client.on("error", () => {});
    await client.connect();
    for (;;) {
      const id = crypto.randomUUID();
      await client.query("INSERT INTO programme (id, slug, name) VALUES ($1, $2, 'x')", [id, id]);
      process.stdout.write(id + "\\n");
    }
  };
  await Promise.all([write(), write(), write(), write()]);`;

/** Writes until `rows` inserts were acknowledged, then kills everything in the midst of more. Returns the ids acknowledged. */
async function writeAndKill(url: string, rows: number): Promise<string[]> {
  const driver = pathToFileURL(createRequire(import.meta.url).resolve("pg")).href;
  const writer = spawn(process.execPath, ["--input-type=module", "-e", WRITER, driver, url], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  const lines = () => output.split("\n").slice(0, -1);
  writer.stdout.on("data", (chunk) => {
    output += chunk;
    if (lines().length >= rows && !killing) killing = folder.kill("all");
  });
  let killing: Promise<void> | undefined;
  await once(writer, "close");
  await killing;
  return lines();
}

test("kill -9 of everything loses no acknowledged row, three times over", async () => {
  const acknowledged: string[] = [];
  for (const round of [1, 2, 3]) {
    const server = await folder.start();
    expect((await applyMigrations(server.ownerUrl, MIGRATIONS_DIRECTORY)).ok).toBe(true);
    const ids = await writeAndKill(server.ownerUrl, 200);
    expect(ids.length).toBeGreaterThanOrEqual(200);
    acknowledged.push(...ids);
    const again = await folder.start();
    expect(again).toMatchObject({ joined: false, fresh: false });
    const found = await ask<{ slug: string }>(again.ownerUrl, "SELECT slug FROM programme");
    const present = new Set(found.map((row) => row.slug));
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
    if (round === 3) await again.stop();
  }
});

test("workers that outlive their killed server do not keep the next one from starting", async () => {
  const server = await folder.start();
  const client = new pg.Client({ connectionString: server.ownerUrl.replace(/alongside$/, "postgres") });
  client.on("error", () => {});
  await client.connect();
  // A worker that computes does not notice that its server is gone.
  const busy = client.query("SELECT count(*) FROM generate_series(1, 1e12) WHERE random() < 0").catch(() => "ended");
  while ((await ask(server.ownerUrl.replace(/alongside$/, "postgres"), BUSY)).length === 0);
  await folder.kill("postmaster");
  const again = await folder.start();
  expect(again).toMatchObject({ joined: false, fresh: false });
  expect(await busy).toBe("ended");
  await again.stop();
});
const BUSY =
  "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series(1, 1e12)%random() < 0'";
