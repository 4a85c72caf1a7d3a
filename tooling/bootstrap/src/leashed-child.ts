import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { endGroup } from "./end-group";

const TAIL_LINES = 40;
const LEASH = pathToFileURL(path.join(import.meta.dirname, "..", "leash.mjs")).href;

export interface LeashedChild {
  readonly process: ChildProcess;
  /** Settles when the child has ended. */
  readonly ended: Promise<number | null>;
  /** The last lines it printed. */
  readonly tail: () => string;
  /** From now on its output is printed here as well. */
  readonly show: () => void;
  /** Asks it to end, kills it after a while, and waits. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a Node program in a process group of its own, so that Ctrl-C reaches only us and the order of stopping is ours;
 * it ends by itself when we die.
 */
export function startLeashed(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): LeashedChild {
  const child = spawn(process.execPath, ["--import", LEASH, ...args], {
    ...options,
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const lines: string[] = [];
  let shown = false;
  const take = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (shown) target.write(chunk);
    lines.push(...chunk.toString("utf8").split("\n"));
    lines.splice(0, lines.length - TAIL_LINES);
  };
  child.stdout?.on("data", take(process.stdout));
  child.stderr?.on("data", take(process.stderr));
  child.stdin?.on("error", () => {});
  const ended = new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      lines.push(error.message);
      resolve(null);
    });
    child.on("close", resolve);
  });
  return {
    process: child,
    ended,
    tail: () => lines.join("\n").trim(),
    show: () => {
      shown = true;
    },
    stop: () => endGroup(child, ended),
  };
}
