// Runs inside `npm exec`, which has put the right pnpm on PATH: installs what the lockfile says, and shows progress.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { writeStamp } from "./install-stamp.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FLAGS = ["--frozen-lockfile", "--prefer-offline", "--reporter=append-only", "--config.confirmModulesPurge=false"];
const startedAt = performance.now();
const seconds = () => Math.round((performance.now() - startedAt) / 1000);

const windows = process.platform === "win32";
const child = spawn("pnpm", ["install", ...FLAGS], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], shell: windows });
process.on("SIGINT", () => child.kill("SIGINT")).on("SIGTERM", () => child.kill("SIGTERM"));

/** @type {string[]} */
const said = [];
let progress = "";
const terminal = process.stdout.isTTY === true;
for (const stream of [child.stdout, child.stderr]) {
  createInterface({ input: stream }).on("line", (line) => {
    said.push(line);
    const counts = /^Progress: resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)/.exec(line);
    if (counts) progress = `${counts[4]} of ${counts[1]} packages`;
  });
}
const show = () => {
  const line = `  … Installing packages  ${progress}  ${seconds()} s`;
  if (terminal) process.stdout.write(`\r\u001b[K${line}`);
  else console.log(line);
};
show();
const timer = setInterval(show, terminal ? 200 : 10_000);

child.on("error", (error) => said.push(error.message));
child.on("close", (code) => {
  clearInterval(timer);
  if (terminal) process.stdout.write("\r\u001b[K");
  const folder = (process.env.PATH ?? "")
    .split(path.delimiter)
    .find((entry) => existsSync(path.join(entry, windows ? "pnpm.cmd" : "pnpm")));
  if (code !== 0 || folder === undefined) {
    console.error(said.slice(-25).join("\n"));
    process.exit(code || 1);
  }
  writeStamp(ROOT, folder);
  console.log(`  ✓ Packages installed  ${seconds()} s`);
});
