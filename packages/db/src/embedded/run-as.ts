import { type SpawnOptions, spawnSync } from "node:child_process";
import { type EmbeddedOutcome, embeddedFailure } from "./embedded-failure";

/**
 * PostgreSQL refuses to run as root. An account of its own is best, then the one a system package made for databases.
 * `nobody` exists on every distribution, but other services run as it too and could read the data.
 */
const ACCOUNTS = ["alongside", "postgres"] as const;
const NOBODY: Account = { uid: 65534, gid: 65534 };
const NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] as const;

/** As whom the server runs: the user who started us, another user, or a user namespace in which root is user 1000. */
export type RunAs = { readonly kind: "self" } | ({ readonly kind: "user" } & Account) | { readonly kind: "namespace" };

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What `id` prints, or an empty string when there is no such account. */
function ask(...args: string[]): string {
  const { status, stdout } = spawnSync("id", args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}

/** An account of this machine by name; undefined when there is none, or when it is root under another name. */
function findAccount(name: string): Account | undefined {
  const uid = Number(ask("-u", name));
  const gid = Number(ask("-g", name));
  return uid > 0 && gid > 0 ? { uid, gid } : undefined;
}

/** Can that user enter the parent folder and execute the server? */
function reaches({ uid, gid }: Account, parent: string, binary: string): boolean {
  const script = 'cd "$1" && exec "$2" --version';
  const options = { uid, gid, cwd: "/", stdio: "ignore" } as const;
  return spawnSync("/bin/sh", ["-c", script, "sh", parent, binary], options).status === 0;
}

function namespaceWorks(): boolean {
  const [command, ...args] = NAMESPACE;
  return spawnSync(command, [...args, "true"], { stdio: "ignore" }).status === 0;
}

/**
 * Chooses the user for a cluster. An existing folder decides by its owner; a new one prefers `alongside`, then
 * `postgres`, then `nobody`.
 * @param owner of the existing data folder, or undefined when it will be made now
 * @param find looks an account up by its name
 */
export function chooseRunAs(
  parent: string,
  binary: string,
  owner: Account | undefined,
  find: (name: string) => Account | undefined = findAccount,
): EmbeddedOutcome<RunAs> {
  if (process.getuid?.() !== 0) return { ok: true, value: { kind: "self" } };
  if (owner !== undefined && owner.uid !== 0) return { ok: true, value: { kind: "user", ...owner } };
  const candidates = owner === undefined ? [...ACCOUNTS.flatMap((name) => find(name) ?? []), NOBODY] : [];
  const account = candidates.find((candidate) => reaches(candidate, parent, binary));
  if (account !== undefined) return { ok: true, value: { kind: "user", ...account } };
  if (namespaceWorks()) return { ok: true, value: { kind: "namespace" } };
  return embeddedFailure(
    "cannot-leave-root",
    { path: parent },
    "no user namespace, and neither nobody nor a database account can reach the folder",
  );
}

/** A sentence for root about who runs the database and who could therefore read it; null for an ordinary user. */
export function runAsNotice(runAs: RunAs): string | null {
  switch (runAs.kind) {
    case "self":
      return null;
    case "namespace":
      return "Started as root, the database runs as root in a user namespace. For real use, start as an ordinary user.";
    case "user": {
      const name = ask("-nu", String(runAs.uid)) || `user ${runAs.uid}`;
      const shared = runAs.uid === NOBODY.uid ? ", which other services share and could read the data as" : "";
      const todo = shared ? " For real use, start as an ordinary user, or make an account named alongside first." : "";
      return `Started as root, the database runs as ${name}${shared}.${todo}`;
    }
  }
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
