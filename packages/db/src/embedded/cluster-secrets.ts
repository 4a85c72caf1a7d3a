import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const FILE = "alongside-secrets.json";

/** Passwords of the two database roles of an embedded cluster. */
export interface ClusterSecrets {
  /** Role `app`: owns the schema, runs migrations. */
  readonly owner: string;
  /** Role `alongside_app`: what the application connects as. */
  readonly application: string;
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
    return { owner: String(parsed.owner), application: String(parsed.application) };
  }
  throw new Error(`${FILE} does not hold two passwords`);
}
