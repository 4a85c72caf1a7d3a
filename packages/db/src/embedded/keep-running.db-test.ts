import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeServerFolder, type ServerFolder } from "../testing/server-folder";
import { type KeptServer, keepRunning, RESTARTS } from "./keep-running";
import type { EmbeddedServer } from "./start-embedded";

let folder: ServerFolder;
let kept: KeptServer[];
beforeEach(() => {
  folder = makeServerFolder();
  kept = [];
});
afterEach(async () => {
  await Promise.all(kept.map((server) => server.release()));
  await folder.remove();
});

/** Watches a server; the test moves its clock and waits for its lines. */
function keep(server: EmbeddedServer) {
  const clock = { ms: 0 };
  const lines: string[] = [];
  let heard = () => {};
  const log = (line: string) => {
    lines.push(line);
    heard();
  };
  const watched = keepRunning(server, { dataDir: folder.dataDir, log }, () => clock.ms);
  kept.push(watched);
  /** Resolves once so many lines of that kind have been said. */
  const said = (pattern: RegExp, times: number) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (lines.filter((line) => pattern.test(line)).length >= times) resolve();
      };
      heard();
    });
  const starts = () => lines.filter((line) => /Starting it again/.test(line));
  return { watched, clock, lines, said, starts };
}

const RUNNING = /running again/;

async function ask(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl.replace(/alongside$/, "postgres") });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a server killed alone is back at the same address with everything acknowledged", async () => {
  const server = await folder.start();
  const { watched, said, starts } = keep(server);
  await ask(server, "CREATE TABLE kept AS SELECT 7 AS answer");
  await folder.kill("postmaster");
  await said(RUNNING, 1);
  expect(starts()).toEqual([expect.stringContaining("ended unexpectedly. Starting it again (1 of at most 3")]);
  expect(watched.current().pid).not.toBe(server.pid);
  expect(await ask(server, "SELECT answer FROM kept")).toEqual([{ answer: 7 }]);
});

test("three restarts in ten minutes are made and a fourth is not; later ones count anew", async () => {
  const { watched, clock, said, starts } = keep(await folder.start());
  let killed = 0;
  const killAndWait = async () => {
    await folder.kill("postmaster");
    killed += 1;
    await said(RUNNING, killed);
  };
  await killAndWait();
  clock.ms += RESTARTS.withinMs;
  for (let i = 0; i < RESTARTS.most; i += 1) await killAndWait();
  await folder.kill("postmaster");
  expect(await watched.lost).toMatchObject({ code: "not-restarted" });
  expect(starts().map((line) => /\((\d) of/.exec(line)?.[1])).toEqual(["1", "1", "2", "3"]);
});

test("a server that cannot be started again is tried three times, and the reason is told", async () => {
  const { watched, starts } = keep(await folder.start());
  writeFileSync(path.join(folder.dataDir, "PG_VERSION"), "17\n");
  await folder.kill("all");
  expect(await watched.lost).toEqual({
    code: "not-restarted",
    lastWords: expect.stringContaining("was made by PostgreSQL 17"),
  });
  expect(starts()).toHaveLength(RESTARTS.most);
});

test("a data folder that has vanished is not replaced by an empty one", async () => {
  const { watched, lines } = keep(await folder.start());
  const killing = folder.kill("all");
  rmSync(folder.dataDir, { recursive: true, force: true, maxRetries: 5 });
  await killing;
  expect(await watched.lost).toEqual({ code: "folder-gone" });
  expect(existsSync(folder.dataDir)).toBe(false);
  expect(lines).toEqual([]);
});

test("after the watch has ended, a stopped server stays stopped", async () => {
  const server = await folder.start();
  const { watched, lines } = keep(server);
  await watched.release();
  await watched.current().stop();
  expect(existsSync(path.join(folder.dataDir, "postmaster.pid"))).toBe(false);
  expect(lines).toEqual([]);
});

test("of two that share a server only the one that started it restarts it", async () => {
  const owner = keep(await folder.start());
  const joined = await folder.start();
  expect(joined.joined).toBe(true);
  const guest = keep(joined);
  await folder.kill("postmaster");
  await owner.said(RUNNING, 1);
  while (guest.watched.current().pid !== owner.watched.current().pid) await ask(joined, "SELECT 1");
  expect(owner.starts()).toHaveLength(1);
  expect(guest.starts()).toEqual([]);
});

test("a guest whose host was killed restarts the server itself", async () => {
  const { child } = await folder.startElsewhere();
  const joined = await folder.start();
  const guest = keep(joined);
  child.kill("SIGKILL");
  await once(child, "exit");
  await folder.kill("postmaster");
  await guest.said(RUNNING, 1);
  expect(await ask(joined, "SELECT 1 AS up")).toEqual([{ up: 1 }]);
  await guest.watched.release();
  await guest.watched.current().stop();
  expect(existsSync(path.join(folder.dataDir, "postmaster.pid"))).toBe(false);
});
