import { readFileSync } from "node:fs";

/** npm passes a Ctrl-C on to us although the terminal has sent it already; what comes within this time is the same one. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_POLL_MS = 300;

type Cleanup = () => Promise<void>;
const cleanups: Cleanup[] = [];
let closing: Promise<void> | undefined;

/** Registers what to do when the program ends. Cleanups run one after the other, the newest first. */
export function onShutdown(cleanup: Cleanup): void {
  cleanups.push(cleanup);
}

async function runCleanups(): Promise<void> {
  for (let cleanup = cleanups.pop(); cleanup !== undefined; cleanup = cleanups.pop()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

/** Runs every cleanup once and ends the process with that code. Calling it again waits for the same ending. */
export async function shutDown(code: number): Promise<never> {
  closing ??= runCleanups();
  await closing;
  process.exit(code);
}

/** True once the program is ending. */
export function isShuttingDown(): boolean {
  return closing !== undefined;
}

/** The parent of a process, where the system tells (Linux). */
function parentOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? "";
  } catch {
    return "";
  }
}

/** Who started us: the shell that npm runs scripts in, and npm itself. */
function ancestry(): string {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** Ends the program when the npm that started it is gone; nobody could stop it from a terminal any more. */
function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const started = ancestry();
  setInterval(() => {
    if (ancestry() !== started && !isShuttingDown()) void shutDown(129);
  }, PARENT_POLL_MS).unref();
}

/**
 * Ends the program cleanly on Ctrl-C, on a termination signal, when the terminal closes, and when the npm that started
 * it is killed. A second Ctrl-C ends it at once; the database then recovers at the next start.
 */
export function listenForSignals(): void {
  let firstAt: number | undefined;
  const react = (name: NodeJS.Signals) => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      if (process.stdout.isTTY) console.log("\n  Stopping …");
      void shutDown(name === "SIGHUP" ? 129 : 0);
    } else if (name === "SIGINT" && performance.now() - firstAt > SAME_SIGNAL_MS) {
      console.error("  Stopped at once. The database finishes its own clean-up at the next start.");
      process.exit(130);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, react);
  endWithNpm();
}
