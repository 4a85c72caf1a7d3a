import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const FILE = "alongside-secrets.json";

/** Passwords of the database roles of an embedded cluster. */
export interface ClusterSecrets {
  /** Role `app`: owns the schema, runs migrations. */
  readonly owner: string;
  /** Role `alongside_app`: what the application connects as. */
  readonly application: string;
  /** Role `alongside_vault`: opens contact details and nothing else. Absent in a cluster made before there was one. */
  readonly vault?: string;
}

/** The last file written when a cluster is made: a folder without it is not a finished cluster. */
export function hasSecrets(folder: string): boolean {
  return existsSync(path.join(folder, FILE));
}

/** Writes the passwords, readable by the owner alone. */
export function writeSecrets(folder: string, secrets: ClusterSecrets): string {
  const file = path.join(folder, FILE);
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return file;
}

/** Reads the passwords; throws when the file is absent or unreadable. */
export function readSecrets(folder: string): ClusterSecrets {
  const parsed: unknown = JSON.parse(readFileSync(path.join(folder, FILE), "utf8"));
  if (typeof parsed === "object" && parsed !== null && "owner" in parsed && "application" in parsed) {
    const both = { owner: String(parsed.owner), application: String(parsed.application) };
    return "vault" in parsed ? { ...both, vault: String(parsed.vault) } : both;
  }
  throw new Error(`${FILE} does not hold the passwords`);
}

/** Replaces the passwords; a kill at any moment leaves the old file or the new one, with the same owner. */
export function replaceSecrets(folder: string, secrets: ClusterSecrets): void {
  const file = path.join(folder, FILE);
  const { uid, gid } = statSync(file);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600 });
  // Only root may give a file away, and only for root is it another's.
  if (statSync(draft).uid !== uid) chownSync(draft, uid, gid);
  renameSync(draft, file);
}
