import { type SpawnOptions, spawnSync } from "node:child_process";
import { type EmbeddedOutcome, embeddedFailure } from "./embedded-failure";

/** PostgreSQL refuses to run as root; `nobody` exists on every distribution. */
const NOBODY = 65534;
const NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] as const;

/** As whom the server runs: the user who started us, another user, or a user namespace in which root is user 1000. */
export type RunAs =
  | { readonly kind: "self" }
  | { readonly kind: "user"; readonly uid: number; readonly gid: number }
  | { readonly kind: "namespace" };

export interface FolderOwner {
  readonly uid: number;
  readonly gid: number;
}

/** Can user `nobody` enter the parent folder and execute the server? */
function nobodyReaches(parent: string, binary: string): boolean {
  const script = 'cd "$1" && exec "$2" --version';
  const options = { uid: NOBODY, gid: NOBODY, cwd: "/", stdio: "ignore" } as const;
  return spawnSync("/bin/sh", ["-c", script, "sh", parent, binary], options).status === 0;
}

function namespaceWorks(): boolean {
  const [command, ...args] = NAMESPACE;
  return spawnSync(command, [...args, "true"], { stdio: "ignore" }).status === 0;
}

/**
 * Chooses the user for a cluster. An existing folder decides by its owner; a new one prefers `nobody`.
 * @param owner of the existing data folder, or undefined when it will be made now
 */
export function chooseRunAs(parent: string, binary: string, owner: FolderOwner | undefined): EmbeddedOutcome<RunAs> {
  if (process.getuid?.() !== 0) return { ok: true, value: { kind: "self" } };
  if (owner !== undefined && owner.uid !== 0) return { ok: true, value: { kind: "user", ...owner } };
  if (owner === undefined && nobodyReaches(parent, binary)) {
    return { ok: true, value: { kind: "user", uid: NOBODY, gid: NOBODY } };
  }
  if (namespaceWorks()) return { ok: true, value: { kind: "namespace" } };
  return embeddedFailure(
    "cannot-leave-root",
    { path: parent },
    "no user namespace, and nobody cannot reach the folder",
  );
}

/**
 * A command line and spawn options that run `program` as that user, with untranslated messages. Each wrapper replaces
 * itself with the next program, so the process id stays the one that was spawned.
 */
export function commandAs(
  runAs: RunAs,
  program: string,
  args: readonly string[],
): { readonly command: string; readonly args: string[]; readonly options: SpawnOptions } {
  if (process.platform === "win32") return { command: program, args: [...args], options: {} };
  const plain = ["env", "LC_ALL=C", program, ...args];
  const [command = program, ...rest] = runAs.kind === "namespace" ? [...NAMESPACE, ...plain] : plain;
  const ids = runAs.kind === "user" ? { uid: runAs.uid, gid: runAs.gid } : {};
  return { command, args: rest, options: { cwd: "/", ...ids } };
}
