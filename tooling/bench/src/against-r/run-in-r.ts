import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Job } from "./job";

/** What R took, in milliseconds, and answered. */
export interface RResult {
  readonly times: readonly number[];
  /** Of a quicker way that gives the same but for its digits, where the job has one. */
  readonly quicker: readonly number[];
  readonly answer: readonly number[];
}

/** Whether R is there at all. */
export function hasR(): boolean {
  return spawnSync("Rscript", ["--version"], { stdio: "ignore" }).status === 0;
}

/** Runs a job's R code on the job's columns. Reading them is not timed. Throws with R's words when it fails. */
export function runInR({ columns, r, repeats, loops }: Job): RResult {
  const folder = mkdtempSync(path.join(tmpdir(), "alongside-bench-r-"));
  try {
    const reads = Object.entries(columns).map(([name, values]) => {
      const file = path.join(folder, `${name}.bin`);
      writeFileSync(file, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
      return `${name} <- readBin("${file.replaceAll("\\", "/")}", "double", ${values.length}, endian = "little")`;
    });
    const script = `${reads.join("\n")}
loops <- ${loops}
${r}
clock <- function(f) { gc(FALSE); start <- proc.time()[["elapsed"]]; for (i in seq_len(loops)) result <<- f(); 1000 * (proc.time()[["elapsed"]] - start) / loops }
fast <- if (exists("quicker")) replicate(${repeats}, clock(quicker)) else -1
times <- replicate(${repeats}, clock(run))
cat(fast, "\\n"); cat(times, "\\n"); cat(sprintf("%.17g", answer(result)), "\\n")`;
    const file = path.join(folder, "job.R");
    writeFileSync(file, script);
    const done = spawnSync("Rscript", ["--vanilla", file], { encoding: "utf8", maxBuffer: 2 ** 26 });
    if (done.status !== 0) throw new Error(`R could not do it:\n${done.stderr}`);
    const [fast = "", times = "", answer = ""] = done.stdout.trim().split("\n").slice(-3);
    const numbers = (line: string) => line.trim().split(/\s+/).map(Number);
    return { quicker: numbers(fast).filter((ms) => ms >= 0), times: numbers(times), answer: numbers(answer) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
