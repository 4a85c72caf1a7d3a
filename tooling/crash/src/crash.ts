// `pnpm crash [--runs 50] [--seed 1]`: eight clients write forms and results through the built application while its server,
// and in other runs its database, is killed at random; then what they were promised is compared with what is stored.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildApp } from "@alongside/bootstrap-tooling/build-app";
import { loadDemo } from "@alongside/bootstrap-tooling/demo";
import { runMode } from "@alongside/bootstrap-tooling/run-mode";
import { keepSecret } from "@alongside/bootstrap-tooling/session-secret";
import { LOOPBACK, ROOT } from "@alongside/bootstrap-tooling/settings";
import { onShutdown, shutDown } from "@alongside/bootstrap-tooling/shutdown";
import { type RunningWeb, startWeb } from "@alongside/bootstrap-tooling/web-server";
import { createDb, type Db } from "@alongside/db/client";
import { DEMO_PASSWORD } from "@alongside/services/demo/sign-ins";
import { startCrashClients } from "@alongside/services/testing/crash-clients";
import { type CrashFindings, findCrashDamage } from "@alongside/services/testing/crash-findings";
import { type CrashPlace, crashWrites, makeCrashPlace } from "@alongside/services/testing/crash-place";
import { type CrashDatabase, openCrashDatabase } from "./crash-database";
import { sendWrite } from "./send-write";

const CLIENTS = 8;
const FIRST_PORT = 3650;
const CLINIC_STAFF = "clinic-staff@example.org";
/** The kill comes at random between these moments after the clients have begun. */
const KILL_AFTER_MS = [150, 2_000] as const;
/** How long they go on afterwards, when everything is back. */
const GO_ON_MS = 400;
/** More than eight clients fill in within one run. */
const PEOPLE = 4_000;
const VICTIMS = ["the server", "the database", "the server", "the database with its workers", "both"] as const;

/** Numbers between 0 and 1 that depend on the seed alone (mulberry32), so that a run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function killWeb({ child }: RunningWeb): Promise<void> {
  const { pid } = child.process;
  // The whole group: threads and whatever it started.
  if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  await child.ended;
}

interface Stage {
  readonly database: CrashDatabase;
  readonly owner: () => Db;
  readonly startServer: () => Promise<void>;
  web: RunningWeb;
  cookie: string;
}

async function strike(stage: Stage, victim: (typeof VICTIMS)[number]): Promise<void> {
  const server = victim === "the server" || victim === "both";
  const database = victim !== "the server";
  await Promise.all([
    server ? killWeb(stage.web) : undefined,
    database ? stage.database.kill(victim === "the database" ? "server" : "all") : undefined,
  ]);
  if (database) await stage.database.startAgain();
  if (server) await stage.startServer();
}

interface RunOutcome {
  readonly acknowledged: number;
  readonly repeated: number;
  readonly doubled: number;
  readonly findings: CrashFindings;
}

/** One run: a new programme, eight clients, one kill, and the comparison. */
async function run(stage: Stage, victim: (typeof VICTIMS)[number], random: () => number): Promise<RunOutcome> {
  const owner = stage.owner();
  try {
    const place: CrashPlace = await makeCrashPlace(owner, PEOPLE);
    const { programmeId } = place;
    const { id: userId } = await owner.user.findUniqueOrThrow({ where: { email: CLINIC_STAFF } });
    await owner.membership.create({ data: { userId, programmeId, role: "clinic-staff" } });
    const clients = startCrashClients(CLIENTS, crashWrites(place), (write) =>
      sendWrite(stage.web.address, stage.cookie, write),
    );
    await delay(KILL_AFTER_MS[0] + random() * (KILL_AFTER_MS[1] - KILL_AFTER_MS[0]));
    await strike(stage, victim);
    await delay(GO_ON_MS);
    const ledger = await clients.finish();
    const after = stage.owner();
    const findings = await findCrashDamage(after, programmeId, ledger).finally(() => after.$disconnect());
    const { repeated, doubled } = ledger;
    return { acknowledged: ledger.acknowledged.length, repeated, doubled, findings };
  } finally {
    await owner.$disconnect().catch(() => {});
  }
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(new URL("/sign-in/submit", address), {
    method: "POST",
    redirect: "manual",
    headers: { origin: address },
    body: new URLSearchParams({ email: CLINIC_STAFF, password: DEMO_PASSWORD }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status} and set no cookie`);
  return cookies.join("; ");
}

async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), "alongside-crash-"));
  // The database of a root user runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  onShutdown(async () => rmSync(folder, { recursive: true, force: true }));
  const database = await openCrashDatabase(folder);
  onShutdown(database.stop);
  await loadDemo(database.server.ownerUrl);
  const secret = keepSecret(folder);
  const start = () =>
    startWeb({
      ...{ mode: "start", port: FIRST_PORT, host: LOOPBACK, databaseUrl: database.server.url, secret },
      ...{ signIns: [], env: { ...process.env, BETTER_AUTH_URL: undefined } },
    });
  const web = await start();
  const stage: Stage = {
    ...{ database, web, cookie: await signIn(web.address) },
    owner: () => createDb(database.server.ownerUrl, { poolMax: 2 }),
    startServer: async () => {
      stage.web = await start();
    },
  };
  onShutdown(() => stage.web.child.stop());
  return stage;
}

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { runs: text, seed: text } });
  const runs = Number(values.runs ?? 50);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  await buildApp(ROOT);
  const stage = await openStage();
  const random = randomFrom(seed);
  console.log(`  ${runs} runs with ${CLIENTS} clients, seed ${seed}`);
  const totals = new Map<string, number>();
  const began = performance.now();
  for (let n = 1; n <= runs; n += 1) {
    const victim = VICTIMS[(n - 1) % VICTIMS.length] ?? "both";
    const { findings, ...counts } = await run(stage, victim, random);
    const { details, ...damage } = findings;
    const figures = Object.entries({ ...counts, ...damage });
    for (const [name, count] of figures) totals.set(name, (totals.get(name) ?? 0) + count);
    console.log(`  ${String(n).padStart(3)}  ${victim.padEnd(30)} ${words(figures)}`);
    for (const line of details.slice(0, 20)) console.error(`       ${line}`);
  }
  const damaged = ["lost", "duplicates", "halfWritten"].some((name) => totals.get(name) !== 0);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n  ${runs} kills in ${seconds} s: ${words([...totals])}\n`);
  await shutDown(damaged ? 1 : 0);
}

const words = (figures: readonly (readonly [string, number])[]) =>
  figures.map(([name, count]) => `${name} ${count}`).join(", ");

await runMode(main);
