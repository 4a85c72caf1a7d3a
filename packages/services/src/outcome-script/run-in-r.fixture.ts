import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Whether R can be run here. `npm test` installs it on Debian; where continuous integration has none, tests fail. */
export function isRPresent(): boolean {
  return spawnSync("Rscript", ["--version"], { stdio: "ignore" }).status === 0;
}

/** What a script printed and how it ended. */
export interface RRun {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Runs a script as its reader would, in a folder that is removed afterwards. */
export function runInR(script: string): RRun {
  const folder = mkdtempSync(path.join(os.tmpdir(), "alongside-r-"));
  try {
    const file = path.join(folder, "outcome.R");
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync("Rscript", ["--vanilla", file], { cwd: folder, encoding: "utf8" });
    return { status, lines: stdout.split("\n"), errors: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
