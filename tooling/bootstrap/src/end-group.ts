import type { ChildProcess } from "node:child_process";

/** How long a child may take to end when asked, before it is killed. */
const GRACE_MS = 10_000;

/** Asks a child and everything it started to end, kills what does not, and waits. The child leads its own process group. */
export async function endGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
    } catch {
      // It has just ended.
    }
  };
  signal("SIGTERM");
  const timer = setTimeout(() => signal("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
