/** npm passes a Ctrl-C on to us although the terminal has sent it already; what comes within this time is the same one. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_POLL_MS = 1_000;

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

/**
 * Ends the program cleanly on Ctrl-C, on a termination signal, when the terminal closes, and when the npm that started
 * it is killed. A second Ctrl-C ends it at once; the database then recovers at the next start.
 */
export function listenForSignals(): void {
  let firstAt = 0;
  const react = (name: NodeJS.Signals) => {
    if (firstAt === 0) {
      firstAt = performance.now();
      if (process.stdout.isTTY) console.log("\n  Stopping …");
      void shutDown(name === "SIGINT" || name === "SIGTERM" ? 0 : 129);
    } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
      console.error("  Stopped at once. The database finishes its own clean-up at the next start.");
      process.exit(130);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, react);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) react("SIGHUP");
  }, PARENT_POLL_MS).unref();
}
