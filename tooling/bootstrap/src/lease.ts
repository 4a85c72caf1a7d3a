import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Who uses a data folder now. Several starts may share one embedded database; the last to leave stops it. A lease of a
 * killed process is recognised and swept away.
 */
export interface Lease {
  /** Gives the lease back; true when nobody else uses the folder. */
  readonly release: () => boolean;
}

/** When the process began, in clock ticks since boot, where the system tells (Linux); a reused id has another one. */
function beginning(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; the 20th field after it is the start time.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isRunning(pid: number, began: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = beginning(pid);
  return now === "" || began === "" || now === began;
}

/** Process ids with a living lease on the folder; dead ones are removed on the way. */
export function holders(folder: string): number[] {
  const leases = path.join(folder, "running");
  mkdirSync(leases, { recursive: true });
  return readdirSync(leases).flatMap((name) => {
    const file = path.join(leases, name);
    const pid = Number(name);
    try {
      if (isRunning(pid, readFileSync(file, "utf8").trim())) return [pid];
      rmSync(file, { force: true });
    } catch {
      // Released by its owner in this moment.
    }
    return [];
  });
}

/** Takes a lease for this process. */
export function takeLease(folder: string): Lease {
  holders(folder);
  const file = path.join(folder, "running", String(process.pid));
  writeFileSync(file, beginning(process.pid));
  return {
    release: () => {
      rmSync(file, { force: true });
      return holders(folder).length === 0;
    },
  };
}
