import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";

/** Does a process with this id exist? (A zombie counts until its parent has collected it.) */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Sends a signal and says whether the process was there to receive it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/**
 * Is this process a PostgreSQL server of that folder? Every server process changes into its data folder, which Linux
 * shows; elsewhere the command line tells. "unknown" when neither can be read.
 * @param dataDir real path, without symbolic links
 */
export function isServerOf(pid: number, dataDir: string): "yes" | "no" | "unknown" {
  if (process.platform === "win32") return "unknown";
  if (process.platform !== "linux") {
    const listing = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    if (listing.status !== 0) return "unknown";
    return listing.stdout.includes("postgres") && listing.stdout.includes(dataDir) ? "yes" : "no";
  }
  try {
    // A server runs as the owner of its folder, so another user's process is not one (and would not show its folder).
    if (statSync(`/proc/${pid}`).uid !== statSync(dataDir).uid) return "no";
    const isPostgres = readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === dataDir ? "yes" : "no";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "EACCES" || code === "EPERM" ? "unknown" : "no";
  }
}

/** Server processes of that folder that are running now (Linux; elsewhere none are reported). */
export function serversOf(dataDir: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0 && isServerOf(pid, dataDir) === "yes");
}
