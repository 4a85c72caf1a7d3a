import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeServerFolder, type ServerFolder } from "../testing/server-folder";
import { startEmbedded } from "./start-embedded";

let folder: ServerFolder;
beforeEach(() => {
  folder = makeServerFolder();
});
afterEach(() => folder.remove());

const pidFile = () => path.join(folder.dataDir, "postmaster.pid");

/** Settings that decide whether an acknowledged write survives, and who can reach the server. */
const PROTECTION = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", data_checksums: "on" };
const REACH = { listen_addresses: "127.0.0.1", unix_socket_directories: "" };

test("starts durable, stops, and starts again with the same passwords, which others cannot read", async () => {
  const first = await folder.start();
  expect(first).toMatchObject({ fresh: true, joined: false });
  await first.stop();
  expect(existsSync(pidFile())).toBe(false);
  const second = await folder.start();
  expect(second).toMatchObject({ fresh: false, joined: false });
  expect(new URL(second.ownerUrl).password).toBe(new URL(first.ownerUrl).password);
  expect(new URL(second.url).username).not.toBe(new URL(second.ownerUrl).username);
  expect(statSync(path.join(folder.dataDir, "alongside-secrets.json")).mode & 0o077).toBe(0);
  const stranger = new pg.Client({
    host: "127.0.0.1",
    port: second.port,
    user: "app",
    password: "",
    database: "postgres",
  });
  await expect(stranger.connect()).rejects.toThrow();
  const expected = { ...PROTECTION, ...REACH };
  const client = new pg.Client({ connectionString: second.ownerUrl.replace(/alongside$/, "postgres") });
  await client.connect();
  const shown = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name = ANY ($1)",
    [Object.keys(expected)],
  );
  await client.end();
  expect(Object.fromEntries(shown.rows.map((row) => [row.name, row.setting]))).toEqual(expected);
  await second.stop();
});

test("a cluster made before there was a vault gets its role at the next start, and keeps the other passwords", async () => {
  const first = await folder.start();
  const owner = new pg.Client({ connectionString: first.ownerUrl.replace(/alongside$/, "postgres") });
  await owner.connect();
  await owner.query("DROP ROLE alongside_vault");
  await owner.end();
  await first.stop();
  const file = path.join(folder.dataDir, "alongside-secrets.json");
  const { owner: ownerPassword, application } = JSON.parse(readFileSync(file, "utf8"));
  const { uid } = statSync(file);
  writeFileSync(file, JSON.stringify({ owner: ownerPassword, application }));
  const servers = await Promise.all([folder.startElsewhere(), folder.startElsewhere()]);
  const [one, other] = servers.map(({ server }) => server);
  expect(one?.vaultUrl).toBe(other?.vaultUrl);
  expect(one?.ownerUrl).toBe(other?.ownerUrl);
  expect(new URL(one?.ownerUrl ?? "").password).toBe(ownerPassword);
  const vault = new pg.Client({ connectionString: one?.vaultUrl.replace(/alongside$/, "postgres") });
  await vault.connect();
  expect((await vault.query("SELECT current_user AS name")).rows).toEqual([{ name: "alongside_vault" }]);
  await vault.end();
  expect(statSync(file)).toMatchObject({ uid });
  expect(statSync(file).mode & 0o077).toBe(0);
});

test("starts at the same moment, in separate processes, share one server", async () => {
  const started = await Promise.all([folder.startElsewhere(), folder.startElsewhere(), folder.startElsewhere()]);
  const servers = started.map(({ server }) => server);
  expect(new Set(servers.map((server) => server.url)).size).toBe(1);
  expect(servers.filter((server) => !server.joined)).toHaveLength(1);
  expect(readdirSync(folder.parent)).toEqual(["pg"]);
});

test("a joiner does not stop the server of a living process, and adopts that of a killed one", async () => {
  const { child } = await folder.startElsewhere();
  const guest = await folder.start();
  expect(guest.joined).toBe(true);
  await guest.stop();
  expect(existsSync(pidFile())).toBe(true);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  const heir = await folder.start();
  expect(heir.joined).toBe(true);
  await heir.stop();
  expect(existsSync(pidFile())).toBe(false);
});

test("a leftover postmaster.pid whose number now belongs to another program is no obstacle", async () => {
  await folder.start();
  await folder.kill("all");
  const bystander = spawn("sleep", ["600"], { uid: statSync(folder.dataDir).uid });
  const lines = readFileSync(pidFile(), "utf8").split("\n");
  writeFileSync(pidFile(), [String(bystander.pid), ...lines.slice(1)].join("\n"));
  const again = await folder.start();
  expect(again).toMatchObject({ joined: false, fresh: false });
  expect(bystander.exitCode).toBeNull();
  await again.stop();
  bystander.kill();
});

test("what a killed initdb left is cleared away; a half-made cluster is set aside, not deleted", async () => {
  const finished = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => finished.once("exit", resolve));
  const abandoned = path.join(folder.parent, `.pg.new-${finished.pid}-abc`);
  mkdirSync(path.join(abandoned, "cluster"), { recursive: true });
  mkdirSync(path.join(folder.dataDir, "base"), { recursive: true });
  writeFileSync(path.join(folder.dataDir, "PG_VERSION"), "18\n");
  const server = await folder.start();
  expect(server.fresh).toBe(true);
  await server.stop();
  const left = readdirSync(folder.parent).sort();
  expect(left).toHaveLength(2);
  expect(left).toContain("pg");
  expect(left.some((entry) => entry.startsWith("pg.incomplete-"))).toBe(true);
});

test("works in a folder that no other user can enter", async () => {
  const closed = makeServerFolder(0o700);
  try {
    const server = await closed.start();
    expect(server.fresh).toBe(true);
    await server.stop();
    const again = await closed.start();
    expect(again.fresh).toBe(false);
    await again.stop();
  } finally {
    await closed.remove();
  }
});

test("a folder with other files in it is left alone", async () => {
  mkdirSync(folder.dataDir);
  writeFileSync(path.join(folder.dataDir, "thesis.txt"), "mine");
  expect(await folder.failure()).toMatchObject({ code: "data-folder-not-ours", params: { path: folder.dataDir } });
  expect(readdirSync(folder.dataDir)).toEqual(["thesis.txt"]);
});

test("a port that is taken, and a cluster of another major version, are named as such", async () => {
  await (await folder.start()).stop();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  expect(await folder.failure(port)).toMatchObject({ code: "port-taken", params: { port } });
  holder.close();
  writeFileSync(path.join(folder.dataDir, "PG_VERSION"), "17\n");
  expect(await folder.failure()).toMatchObject({ code: "version-mismatch", params: { found: "17", expected: "18" } });
});

test("a path that cannot be a folder is not writable", async () => {
  const file = path.join(folder.parent, "file");
  writeFileSync(file, "");
  const outcome = await startEmbedded({ dataDir: path.join(file, "inside", "pg"), log: () => {} });
  expect(outcome).toMatchObject({ ok: false, failure: { code: "data-folder-not-writable" } });
});
