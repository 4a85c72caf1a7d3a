import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadDemo } from "@alongside/bootstrap-tooling/demo";
import { openDatabase } from "@alongside/bootstrap-tooling/open-database";
import { step } from "@alongside/bootstrap-tooling/progress";
import { keepSecret } from "@alongside/bootstrap-tooling/session-secret";
import { LOOPBACK, ROOT } from "@alongside/bootstrap-tooling/settings";
import { onShutdown } from "@alongside/bootstrap-tooling/shutdown";
import { startWeb } from "@alongside/bootstrap-tooling/web-server";
import { createDb, type Db } from "@alongside/db/client";
import { DEMO_PASSWORD } from "@alongside/services/demo/sign-ins";

/** Away from 3000, where somebody may be working, and from the journeys. */
const FIRST_PORT = 3600;
const WEB = path.join(ROOT, "apps", "web");
/** Makes the bench's own build, with its floor, in a folder of its own (apps/web/next.config.ts). */
const BENCH_ENVIRONMENT = { ALONGSIDE_BENCH: "1", NEXT_TELEMETRY_DISABLED: "1" } as const;

/** The application as it is served in production, with a new database, and somebody signed in. */
export interface BenchApp {
  readonly address: string;
  /** As the owner of the tables. */
  readonly db: Db;
  /** The administrator of the demonstration. */
  readonly userId: string;
  /** Headers of that person's requests. */
  readonly headers: Readonly<Record<string, string>>;
  /** Signs the same person in again; the cookies of the new session. */
  readonly signIn: () => Promise<string>;
  /** Process that answers. */
  readonly pid: number;
  /** Stops everything and removes the data. */
  readonly close: () => Promise<void>;
}

/** Builds the application. Throws when that fails. */
export async function buildForBench(): Promise<void> {
  const next = createRequire(path.join(WEB, "package.json")).resolve("next/dist/bin/next");
  const env = { ...process.env, ...BENCH_ENVIRONMENT, NODE_ENV: "production" };
  await step("Building the application with the floor in it", () => run([next, "build"], env));
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: WEB, env, stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(Buffer.concat(output).toString("utf8")))));
  });
}

/** One session measures what many do. */
const NO_LIMIT = { ALONGSIDE_REQUESTS_PER_SESSION: "1000000000" } as const;

/** Starts everything on a data folder that is gone afterwards. */
export async function openBenchApp(limits: "lifted" | "as they are" = "lifted"): Promise<BenchApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "alongside-bench-"));
  // The database of a root user runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  onShutdown(remove);
  const database = await openDatabase(folder, undefined);
  onShutdown(database.close);
  await loadDemo(database.ownerUrl);
  const db = createDb(database.ownerUrl, { poolMax: 2 });
  onShutdown(() => db.$disconnect());
  const limit = limits === "lifted" ? NO_LIMIT : {};
  const web = await step("Starting the web server", () =>
    startWeb({
      ...{ mode: "start", port: FIRST_PORT, host: LOOPBACK, databaseUrl: database.url, secret: keepSecret(folder) },
      ...{ signIns: [], env: { ...process.env, ...BENCH_ENVIRONMENT, ...limit, BETTER_AUTH_URL: undefined } },
    }),
  );
  const { id: userId, email } = await db.user.findUniqueOrThrow({ where: { email: "administrator@example.org" } });
  const cookie = await signIn(web.address, email);
  const close = async () => {
    await web.child.stop();
    await db.$disconnect();
    await database.close();
    await remove();
  };
  return {
    ...{ address: web.address, db, userId, close, signIn: () => signIn(web.address, email) },
    ...{ headers: { cookie, origin: web.address }, pid: web.child.process.pid ?? 0 },
  };
}

async function signIn(address: string, email: string): Promise<string> {
  const answer = await fetch(new URL("/sign-in/submit", address), {
    method: "POST",
    redirect: "manual",
    headers: { origin: address },
    body: new URLSearchParams({ email, password: DEMO_PASSWORD }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status} and set no cookie`);
  return cookies.join("; ");
}
