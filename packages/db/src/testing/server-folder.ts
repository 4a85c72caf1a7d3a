import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import type { EmbeddedFailure } from "../embedded/embedded-failure";
import { readPostmaster } from "../embedded/postmaster-file";
import { isAlive, serversOf, signal } from "../embedded/processes";
import { type EmbeddedServer, startEmbedded } from "../embedded/start-embedded";

/** A folder for one embedded cluster, with the rough treatment that tests give it. */
export interface ServerFolder {
  readonly parent: string;
  readonly dataDir: string;
  /** Starts or joins the server; throws when it does not start. */
  readonly start: () => Promise<EmbeddedServer>;
  /** Why the server does not start; throws when it does. */
  readonly failure: (port?: number) => Promise<EmbeddedFailure>;
  /** Starts or joins in a process of its own. */
  readonly startElsewhere: () => Promise<{ readonly child: ChildProcess; readonly server: EmbeddedServer }>;
  /** kill -9 of the server and all its workers, or of the server alone. */
  readonly kill: (which: "all" | "postmaster") => Promise<void>;
  /** Ends everything and removes the folder. */
  readonly remove: () => Promise<void>;
}

/** Small and quick, but as durable as the real settings. */
const SETTINGS = { shared_buffers: "32MB" };

/** @param mode of the parent folder; 0o700 keeps other users out */
export function makeServerFolder(mode = 0o755): ServerFolder {
  const parent = realpathSync(mkdtempSync(path.join(tmpdir(), "alongside-embedded-")));
  chmodSync(parent, mode);
  const dataDir = path.join(parent, "pg");
  const children: ChildProcess[] = [];
  const options = { dataDir, log: () => {}, settings: SETTINGS };

  async function start(): Promise<EmbeddedServer> {
    const started = await startEmbedded(options);
    if (!started.ok) throw new Error(JSON.stringify(started.failure));
    return started.value;
  }
  async function failure(port?: number): Promise<EmbeddedFailure> {
    const started = await startEmbedded(port === undefined ? options : { ...options, port });
    if (started.ok) throw new Error("it started");
    return started.failure;
  }
  async function startElsewhere() {
    const tsx = createRequire(import.meta.url).resolve("tsx");
    const script = path.join(import.meta.dirname, "embedded-process.ts");
    const child = spawn(process.execPath, ["--import", tsx, script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    for await (const line of createInterface({ input: child.stdout })) return { child, server: JSON.parse(line) };
    throw new Error("the process ended without a word");
  }
  async function kill(which: "all" | "postmaster"): Promise<void> {
    const state = readPostmaster(dataDir);
    const postmaster = state.kind === "running" ? [state.pid] : [];
    const victims = which === "all" ? [...new Set([...postmaster, ...serversOf(dataDir)])] : postmaster;
    for (const pid of victims) signal(pid, "SIGKILL");
    while (victims.some(isAlive)) await delay(10);
  }
  async function remove(): Promise<void> {
    for (const child of children) child.kill("SIGKILL");
    await kill("all");
    rmSync(parent, { recursive: true, force: true });
  }
  return { parent, dataDir, start, failure, startElsewhere, kill, remove };
}
