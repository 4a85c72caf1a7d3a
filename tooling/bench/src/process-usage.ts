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

/** Resident memory of a process now, in megabytes of 1,000,000 bytes; 0 where the system does not tell. */
export function residentMegabytes(pid: number): number {
  return (statusLine(pid, "VmRSS") * 1024) / 1e6;
}

/** Clock ticks a second in /proc: fixed at 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time that a process has used so far. NaN where the system does not tell. */
export function processorSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return Number.NaN;
  }
}
