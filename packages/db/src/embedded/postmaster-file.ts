import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, isServerOf } from "./processes";

/** What postmaster.pid says about the server of a data folder. */
export type PostmasterState =
  | { readonly kind: "none" }
  /** A server of this folder is running; `ready` once it accepts connections. */
  | { readonly kind: "running"; readonly pid: number; readonly port: number; readonly ready: boolean }
  /** The file is left over: its process is gone, or its process id now belongs to something else. */
  | { readonly kind: "stale"; readonly pid: number; readonly reused: boolean };

/** A file created this recently may still be being written by a starting server. */
const WRITING_MS = 2000;

const pidFile = (dataDir: string) => path.join(dataDir, "postmaster.pid");

/**
 * Reads postmaster.pid: line 1 process id, line 4 port, line 8 status.
 * @param dataDir real path, without symbolic links
 */
export function readPostmaster(dataDir: string): PostmasterState {
  const file = pidFile(dataDir);
  if (!existsSync(file)) return { kind: "none" };
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (!Number.isInteger(pid)) return { kind: "stale", pid: 0, reused: false };
  if (!isAlive(pid)) return { kind: "stale", pid, reused: false };
  if (isServerOf(pid, dataDir) === "no") return { kind: "stale", pid, reused: true };
  return { kind: "running", pid, port, ready: Number.isInteger(port) && lines[7]?.trim() === "ready" };
}

/**
 * Makes a stale file acceptable to the server's own start-up check, which refuses when the process id in the file is
 * alive. The id is replaced by ours: the server ignores the id of its parent, and still uses the rest of the file to
 * find out whether worker processes of the dead server are holding the shared memory. An empty file, which a crash in
 * the moment of its creation leaves behind, is removed.
 */
export function disarmStaleFile(dataDir: string, state: PostmasterState & { kind: "stale" }): void {
  const file = pidFile(dataDir);
  const content = readFileSync(file, "utf8");
  if (content.trim() === "") {
    if (Date.now() - statSync(file).mtimeMs > WRITING_MS) rmSync(file);
    return;
  }
  if (!state.reused) return;
  writeFileSync(file, [String(process.pid), ...content.split("\n").slice(1)].join("\n"));
}
