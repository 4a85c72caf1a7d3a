// Brings a bare checkout to the point where TypeScript can run: disk, folder, packages. Plain JavaScript, no dependencies.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pnpmFolder, readPackageManager, readStamp, stampIsCurrent } from "./install-stamp.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MODES = ["start", "dev", "test", "e2e"];
/** Packages, the package manager's store and a build, with room to spare. */
const NEEDED_MEGABYTES = 2000;

// Neither we nor any tool we start reports to anybody.
const QUIET = {
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  DO_NOT_TRACK: "1",
};

/**
 * Ends the command with an explanation.
 * @param {string[]} lines what happened, what was kept, what to do
 * @returns {never}
 */
function stopWith(...lines) {
  console.error(`\n${lines.join("\n")}\n`);
  process.exit(1);
}

/** @param {unknown} error */
const systemCode = (error) => (error instanceof Error && "code" in error ? String(error.code) : "");

function checkFolder() {
  const modules = path.join(ROOT, "node_modules");
  const probe = path.join(modules, `.alongside-probe-${process.pid}`);
  try {
    mkdirSync(modules, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const full = systemCode(error) === "ENOSPC";
    if (full) stopWith("The disk is full.", "Nothing was changed.", "Free about 2 GB and run the command again.");
    stopWith(
      `This folder cannot be written: ${ROOT} (${systemCode(error)}).`,
      "Nothing was changed.",
      "Run the command as the user who owns the folder, or copy the project to a folder of your own.",
    );
  }
}

function checkDisk() {
  const disk = statfsSync(ROOT);
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / 1e6);
  if (freeMegabytes >= NEEDED_MEGABYTES) return;
  stopWith(
    `About ${NEEDED_MEGABYTES} MB of free disk space are needed to install and build; here are ${freeMegabytes} MB (${ROOT}).`,
    "Nothing was changed.",
    "Free some space, or move the project to a larger disk, and run the command again.",
  );
}

/**
 * Runs install.mjs with pnpm on its PATH. npm fetches pnpm itself, so that Node and npm are all a machine needs.
 * @returns {Promise<void>}
 */
async function install() {
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const script = path.join("tooling", "bootstrap", "install.mjs");
  const [command = "npm", ...first] = npm;
  const args = [...first, "exec", "--yes", "--prefer-offline", `--package=${readPackageManager(ROOT)}`, "--"];
  // NODE_ENV=production would leave out the tools that build the app.
  const { NODE_ENV: _, ...env } = process.env;
  const child = spawn(command, [...args, "node", script], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, npm_config_update_notifier: "false", npm_config_loglevel: "error" },
    shell: process.platform === "win32" && command === "npm",
  });
  const forward = (/** @type {NodeJS.Signals} */ name) => {
    child.kill(name);
    process.exit(130);
  };
  process.on("SIGINT", forward).on("SIGTERM", forward);
  const code = await new Promise((resolve) => child.on("error", () => resolve(1)).on("exit", resolve));
  process.off("SIGINT", forward).off("SIGTERM", forward);
  if (code === 0) return;
  stopWith(
    "The packages could not be installed; the reason is above.",
    "Your data was not touched, and what was downloaded so far is kept.",
    "Check that this machine reaches the package registry (`npm ping`); behind a proxy, set it with",
    "`npm config set proxy …` and `npm config set https-proxy …`. Then run the command again.",
  );
}

/**
 * Makes the checkout ready and hands over to the TypeScript program of that mode, in this same process.
 * @param {string | undefined} mode
 */
export async function prepareAndRun(mode) {
  if (mode === undefined || !MODES.includes(mode))
    stopWith(`Usage: node tooling/bootstrap/first.cjs ${MODES.join("|")}`);
  const startedAt = performance.now();
  for (const [name, value] of Object.entries(QUIET)) process.env[name] ??= value;
  checkFolder();
  if (!stampIsCurrent(ROOT)) {
    checkDisk();
    console.log("  … Looking for packages to install (the first time, this needs the network)");
    await install();
  }
  const pnpm = pnpmFolder(readStamp(ROOT));
  if (pnpm) process.env.PATH = `${pnpm}${path.delimiter}${process.env.PATH ?? ""}`;
  process.chdir(ROOT);
  const { register } = await import("tsx/esm/api");
  register();
  const program = await import(pathToFileURL(path.join(import.meta.dirname, "src", `${mode}.ts`)).href);
  await program.main(startedAt);
}
