// Remembers which lockfile the installed packages came from, so that a warm start does not ask the package manager.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Stamp
 * @property {string} key what was installed, for which Node and machine
 * @property {string} pnpm folder that holds the pnpm that installed it
 */

/** @param {string} root */
const stampFile = (root) => path.join(root, "node_modules", ".alongside-stamp");

/**
 * `pnpm@<version>` from package.json, the only place that names it.
 * @param {string} root
 * @returns {string}
 */
export function readPackageManager(root) {
  return JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).packageManager;
}

/**
 * Fingerprint of everything that decides what ends up in node_modules.
 * @param {string} root
 * @returns {string}
 */
export function installKey(root) {
  const hash = createHash("sha256");
  hash.update(`${process.platform}-${process.arch}-${process.versions.modules}\n`);
  const packages = ["apps", "packages", "tooling"].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(folder, name, "package.json")),
  );
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages.sort()]) {
    const at = path.join(root, file);
    if (existsSync(at)) hash.update(`${file}\n`).update(readFileSync(at));
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @returns {Stamp | undefined} undefined when nothing was installed, or the file cannot be read
 */
export function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * True when node_modules holds exactly what the lockfile says.
 * @param {string} root
 */
export function stampIsCurrent(root) {
  const stamp = readStamp(root);
  return stamp?.key === installKey(root) && pnpmFolder(stamp) !== undefined;
}

/**
 * Writes the stamp after a successful install.
 * @param {string} root
 * @param {string} pnpm
 */
export function writeStamp(root, pnpm) {
  writeFileSync(stampFile(root), `${JSON.stringify({ key: installKey(root), pnpm })}\n`);
}

/**
 * The folder with pnpm, if it is still there (npm may have cleaned its cache).
 * @param {Stamp | undefined} stamp
 */
export function pnpmFolder(stamp) {
  return stamp && existsSync(path.join(stamp.pnpm, process.platform === "win32" ? "pnpm.cmd" : "pnpm"))
    ? stamp.pnpm
    : undefined;
}
