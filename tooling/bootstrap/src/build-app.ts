import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { BootError } from "./boot-failure";
import { endGroup } from "./end-group";
import { step } from "./progress";
import { isShuttingDown, onShutdown } from "./shutdown";
import { sourceFingerprint } from "./source-fingerprint";

const TAIL_LINES = 40;
const LOCK_POLL_MS = 300;

/** Folder for logs and notes that may be deleted at any time. */
export function cacheFolder(root: string): string {
  const folder = path.join(root, "node_modules", ".cache", "alongside");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs turbo tasks with their output in a log file. Throws `build-failed` with the end of it. */
export async function runTurbo(root: string, tasks: readonly string[], filter: string): Promise<void> {
  const log = path.join(cacheFolder(root), "build.log");
  const out = openSync(log, "w");
  const turbo = path.join(root, "node_modules", "turbo", "bin", "turbo");
  // NODE_ENV belongs to the program that is served; the build chooses its own.
  const { NODE_ENV: _, ...env } = process.env;
  const child = spawn(process.execPath, [turbo, "run", ...tasks, `--filter=${filter}`, "--ui=stream"], {
    cwd: root,
    stdio: ["ignore", out, out],
    env: { ...env, NO_COLOR: "1" } as NodeJS.ProcessEnv,
    // turbo's launcher waits in a way that hears no signal, so the whole group is told.
    detached: process.platform !== "win32",
  });
  closeSync(out);
  const ended = new Promise<number | null>((resolve) => child.on("error", () => resolve(null)).on("exit", resolve));
  onShutdown(() => endGroup(child, ended));
  const code = await ended;
  // Interrupted, turbo may still say that all went well.
  if (code === 0 && !isShuttingDown()) return;
  const tail = readFileSync(log, "utf8").trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
  throw new BootError({ code: "build-failed", log, tail });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Lets one build run at a time in a checkout; a lock whose holder died is taken over. */
async function underLock(file: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = Number(existsSync(file) ? readFileSync(file, "utf8") : "");
      if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
      else await delay(LOCK_POLL_MS);
    }
  }
  onShutdown(async () => rmSync(file, { force: true }));
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** What the note beside a finished build says: which sources it came from, and which build it describes. */
function buildNote(root: string): string | undefined {
  const id = path.join(root, "apps", "web", ".next", "BUILD_ID");
  const generated = path.join(root, "packages", "db", "src", "generated", "prisma", "client.ts");
  if (!existsSync(id) || !existsSync(generated)) return undefined;
  return JSON.stringify({ sources: sourceFingerprint(root), build: readFileSync(id, "utf8") });
}

function isBuilt(root: string, note: string): boolean {
  return existsSync(note) && readFileSync(note, "utf8") === buildNote(root);
}

/** Builds the web application unless what stands there came from exactly these sources. Throws `build-failed`. */
export async function buildApp(root: string): Promise<void> {
  const note = path.join(root, "apps", "web", ".next", "alongside-build.json");
  if (isBuilt(root, note)) return;
  await underLock(path.join(cacheFolder(root), "build.lock"), async () => {
    if (isBuilt(root, note)) return;
    await step("Building the application (about a minute the first time)", () =>
      runTurbo(root, ["build"], "@alongside/web"),
    );
    const made = buildNote(root);
    if (made !== undefined) writeFileSync(note, made);
  });
}

/** Generates the database client, as development and tests need it without a build. Throws `build-failed`. */
export async function generateClient(root: string): Promise<void> {
  await step("Generating the database client", () => runTurbo(root, ["generate"], "@alongside/db"));
}
