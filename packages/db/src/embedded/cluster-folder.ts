import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { hasSecrets, writeSecrets } from "./cluster-secrets";
import { classifyServerOutput, type EmbeddedOutcome, embeddedFailure } from "./embedded-failure";
import { EMBEDDED_MAJOR_VERSION, type NativeBinaries } from "./native-binaries";
import { isAlive } from "./processes";
import { chooseRunAs, commandAs, type RunAs } from "./run-as";

/** A new cluster takes about 40 MB, and its log of changes grows from there. */
const NEEDED_MEGABYTES = 300;

export interface PreparedFolder {
  readonly runAs: RunAs;
  /** True when the cluster was made just now. */
  readonly fresh: boolean;
}

/** What stands at the data folder's path. */
type FolderState = "absent" | "cluster" | "half-made" | "foreign";

function folderState(dataDir: string): FolderState {
  if (!existsSync(dataDir)) return "absent";
  const entries = readdirSync(dataDir);
  if (entries.length === 0) return "absent";
  if (hasSecrets(dataDir)) return "cluster";
  const fromInitdb = /^(PG_VERSION|base|global|pg_\w+(\.conf)?|postgresql(\.auto)?\.conf|postmaster\.(pid|opts))$/;
  return entries.every((entry) => fromInitdb.test(entry)) ? "half-made" : "foreign";
}

/** Removes new-cluster folders whose maker died before it could rename them. Their names carry the maker's process id. */
function removeAbandoned(dataDir: string): void {
  const prefix = `.${path.basename(dataDir)}.new-`;
  for (const entry of readdirSync(path.dirname(dataDir))) {
    if (!entry.startsWith(prefix)) continue;
    const maker = Number.parseInt(entry.slice(prefix.length), 10);
    if (isAlive(maker)) continue;
    rmSync(path.join(path.dirname(dataDir), entry), { recursive: true, force: true });
  }
}

/**
 * Runs initdb in a sibling folder and renames the result into place, so that a kill at any moment leaves either no
 * cluster or a whole one.
 */
function makeCluster(dataDir: string, binaries: NativeBinaries, runAs: RunAs): EmbeddedOutcome<boolean> {
  const work = mkdtempSync(path.join(path.dirname(dataDir), `.${path.basename(dataDir)}.new-${process.pid}-`));
  const give = (target: string) => {
    if (runAs.kind === "user") chownSync(target, runAs.uid, runAs.gid);
  };
  try {
    give(work);
    const cluster = path.join(work, "cluster");
    const passwordFile = path.join(work, "password");
    const newPassword = () => randomBytes(18).toString("base64url");
    const secrets = { owner: newPassword(), application: newPassword(), vault: newPassword() };
    writeFileSync(passwordFile, secrets.owner, { mode: 0o600 });
    give(passwordFile);
    const { command, args, options } = commandAs(runAs, binaries.initdb, [
      ...["-D", cluster, "-U", "app", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"],
      // The built-in locale is the same on every machine, whatever locales the system has.
      ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    ]);
    const made = spawnSync(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
    if (made.status !== 0) {
      const output = `${made.stderr ?? ""}${made.error?.message ?? ""}`;
      return { ok: false, failure: classifyServerOutput(output, { path: dataDir }) };
    }
    give(writeSecrets(cluster, secrets));
    try {
      if (existsSync(dataDir)) rmdirSync(dataDir);
      renameSync(cluster, dataDir);
      return { ok: true, value: true };
    } catch (error) {
      // Another start was quicker: its cluster is the one to use.
      if (hasSecrets(dataDir)) return { ok: true, value: false };
      throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** An existing cluster: its major version must be ours. */
function checkVersion(dataDir: string): EmbeddedOutcome<true> {
  const found = readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (found === EMBEDDED_MAJOR_VERSION) return { ok: true, value: true };
  return embeddedFailure("version-mismatch", { path: dataDir, found, expected: EMBEDDED_MAJOR_VERSION });
}

/**
 * Makes sure a whole cluster stands at `dataDir`, and says as whom to run it.
 * A half-made one is moved aside, never deleted. Throws file-system errors; the caller classifies them.
 */
export function prepareClusterFolder(dataDir: string, binaries: NativeBinaries): EmbeddedOutcome<PreparedFolder> {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  removeAbandoned(dataDir);
  const state = folderState(dataDir);
  if (state === "foreign") return embeddedFailure("data-folder-not-ours", { path: dataDir });
  if (state === "half-made") {
    // A cluster of another version that was not made by us must be named as such rather than set aside.
    const versionFile = path.join(dataDir, "PG_VERSION");
    const version = existsSync(versionFile) ? checkVersion(dataDir) : undefined;
    if (version && !version.ok && version.failure.params.found !== "") return version;
    renameSync(dataDir, `${dataDir}.incomplete-${process.pid}-${randomBytes(3).toString("hex")}`);
  }
  const parent = path.dirname(dataDir);
  if (state !== "cluster") {
    accessSync(parent, constants.W_OK);
    const disk = statfsSync(parent);
    const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / 1e6);
    if (freeMegabytes < NEEDED_MEGABYTES) {
      return embeddedFailure("disk-full", { path: dataDir, freeMegabytes, neededMegabytes: NEEDED_MEGABYTES });
    }
    const runAs = chooseRunAs(parent, binaries.postgres, undefined);
    if (!runAs.ok) return runAs;
    const made = makeCluster(dataDir, binaries, runAs.value);
    if (!made.ok) return made;
    if (made.value) return { ok: true, value: { runAs: runAs.value, fresh: true } };
  }
  const version = checkVersion(dataDir);
  if (!version.ok) return version;
  const { uid, gid } = statSync(dataDir);
  const runAs = chooseRunAs(parent, binaries.postgres, { uid, gid });
  return runAs.ok ? { ok: true, value: { runAs: runAs.value, fresh: false } } : runAs;
}
