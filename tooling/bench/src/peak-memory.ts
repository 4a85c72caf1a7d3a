import { readdirSync, readFileSync } from "node:fs";

/** A line of /proc/<pid>/status as a number; 0 when the process or the line is gone. Linux only. */
function statusLine(pid: number, name: string): number {
  try {
    const match = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(match?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * The most resident memory that a process, or any one process it started, has ever had, in megabytes of 1,000,000 bytes.
 * NaN where the system does not tell.
 */
export function peakMegabytes(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  const children = readdirSync("/proc")
    .map(Number)
    .filter((other) => other > 0 && statusLine(other, "PPid") === pid);
  const own = (statusLine(pid, "VmHWM") * 1024) / 1e6;
  return Math.max(own, ...children.map(peakMegabytes));
}
