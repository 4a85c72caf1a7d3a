import { spawn, spawnSync } from "node:child_process";
import { closeSync, fchownSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { classifyServerOutput, classifySystemError, type EmbeddedFailure } from "./embedded-failure";
import type { NativeBinaries } from "./native-binaries";
import { readPostmaster } from "./postmaster-file";
import { isAlive, signal } from "./processes";
import { commandAs, type RunAs } from "./run-as";

/** The server's own log is started anew at a start that finds it longer than this. */
const LOG_LIMIT_BYTES = 1_000_000;
const POLL_MS = 20;

/**
 * Settings of the embedded server, for a machine that also runs the application and a browser. Everything that protects
 * an acknowledged write stays on. Statements and row contents are kept out of the log, since they may hold answers.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  work_mem: "32MB",
  jit: "off",
  fsync: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** The server carries the id of the process that started it in its name, so that a joiner can tell whether it lives. */
const NAME_PREFIX = "alongside-";

/** The starter's process id from the server's `cluster_name`; 0 when the name is not one of ours. */
export function starterOf(clusterName: string): number {
  return clusterName.startsWith(NAME_PREFIX) ? Number.parseInt(clusterName.slice(NAME_PREFIX.length), 10) || 0 : 0;
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

export interface ServerStart {
  readonly dataDir: string;
  readonly binaries: NativeBinaries;
  readonly runAs: RunAs;
  readonly port: number;
  /** Added to, or replacing, the settings above. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the server and waits until it accepts connections, however long recovery takes.
 * @returns its process id, or why it ended
 */
export async function startServer(
  start: ServerStart,
): Promise<{ readonly pid: number } | { readonly failure: EmbeddedFailure }> {
  const { dataDir, binaries, runAs, port } = start;
  const params = { path: dataDir, port };
  const logFile = path.join(dataDir, "server.log");
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const append = size < LOG_LIMIT_BYTES;
  const log = openSync(logFile, append ? "a" : "w", 0o600);
  const from = append ? size : 0;
  try {
    if (runAs.kind === "user") fchownSync(log, runAs.uid, runAs.gid);
    const settings = Object.entries({ ...SETTINGS, ...start.settings, cluster_name: `${NAME_PREFIX}${process.pid}` });
    const { command, args, options } = commandAs(runAs, binaries.postgres, [
      ...["-D", dataDir, "-p", String(port)],
      ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ]);
    // Detached: a Ctrl-C in the terminal reaches us alone, and we stop the server after the application.
    const child = spawn(command, args, { ...options, stdio: ["ignore", log, log], detached: true });
    let ended: Error | number | undefined;
    child.on("error", (error) => {
      ended = error;
    });
    child.on("exit", (code) => {
      ended ??= code ?? -1;
    });
    child.unref();
    for (;;) {
      if (ended instanceof Error) return { failure: classifySystemError(ended, params) };
      if (ended !== undefined) {
        return { failure: classifyServerOutput(readFileSync(logFile).subarray(from).toString("utf8"), params) };
      }
      const state = readPostmaster(dataDir);
      if (state.kind === "running" && state.pid === child.pid && state.ready) return { pid: state.pid };
      await delay(POLL_MS);
    }
  } finally {
    closeSync(log);
  }
}

/**
 * Stops a server: open transactions are rolled back, everything committed is on disk. A server that takes longer than
 * half a minute is stopped at once; the next start then recovers from its log.
 */
export async function stopServer(pid: number, dataDir: string, binaries: NativeBinaries): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-D", dataDir, "-m", "fast"], { stdio: "ignore" });
    return;
  }
  signal(pid, "SIGINT");
  const patience = Date.now() + 30_000;
  while (isAlive(pid)) {
    if (Date.now() > patience) signal(pid, "SIGQUIT");
    await delay(POLL_MS);
  }
}
