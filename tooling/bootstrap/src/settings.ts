import path from "node:path";
import { WITNESS_FILE } from "@alongside/db/audit/anchor-witness";
import { readBackupSettings } from "@alongside/db/backup/backup-settings";
import type { DueBackup } from "@alongside/db/backup/run-due-backup";
import { keepAuditKey } from "./audit-key";
import { BootError } from "./boot-failure";
import { isProduction, openDataFolder, resolveDataFolder } from "./data-folder";
import { databaseHost } from "./database-host";
import { parsePort } from "./free-port";
import type { ServerAccess } from "./server-access";
import { isSecret, keepSecret } from "./session-secret";
import { checkTransport } from "./transport";
import { vaultKeysFile } from "./vault-keys";

/** The folder of the checkout. */
export const ROOT = path.resolve(import.meta.dirname, "../../..");
export const LOOPBACK = "127.0.0.1";

export interface Settings {
  readonly port: number;
  /** Address the server listens on; this machine only unless ALONGSIDE_HOST says otherwise. */
  readonly host: string;
  readonly dataFolder: string;
  /** DATABASE_URL: a PostgreSQL server instead of the embedded one. */
  readonly serverUrl: string | undefined;
  /** ALONGSIDE_APP_DATABASE_URL: the same server, as the application's role, where the start may not make one. */
  readonly applicationUrl: string | null;
  /** VAULT_DATABASE_URL: the same server, as its role for contact details. */
  readonly vaultUrl: string | null;
  /** File of the keys for contact details; null where they are given in the environment, or nothing may be kept here. */
  readonly vaultKeysFile: string | null;
  /** Load the simulated demonstration when the database is empty? Its sign-ins are public, so never in production unasked. */
  readonly demo: boolean;
  readonly production: boolean;
  readonly secret: string;
  /** Signs the anchors of audit trails, as PEM; undefined for a server that keeps no folder here and was given none. */
  readonly auditKey: string | undefined;
  /** File in which the last anchors are remembered outside the database; undefined where no folder is kept. */
  readonly auditWitness: string | undefined;
  /** Daily backups, when ALONGSIDE_BACKUP_DIR names a folder for them. */
  readonly backups: DailyBackups | undefined;
}

/** When and how backups are made while the application runs. */
export type DailyBackups = Pick<DueBackup, "folder" | "seal" | "atMinute" | "keep">;

/** Throws `backup-setting-wrong`: better no start than a year without the backups that somebody believes in. */
function readDailyBackups(env: Readonly<Record<string, string | undefined>>): DailyBackups | undefined {
  const read = readBackupSettings(env);
  if (!read.ok) throw new BootError({ code: "backup-setting-wrong", variable: read.variable, problem: read.problem });
  const { folder, seal, atMinute, keep } = read.settings;
  if (folder === undefined || seal === undefined) return undefined;
  return { folder: path.resolve(ROOT, folder), seal, atMinute, keep };
}

/**
 * What the environment asks for, with a data folder that is proven to be writable.
 * Throws `port-invalid`, `database-url-invalid`, `address-without-tls`, `database-without-tls`, `data-folder-not-chosen`, `data-folder-unwritable`, `backup-setting-wrong`,
 * `secret-unusable` or `vault-keys-unusable`.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = parsePort(env.PORT);
  const production = isProduction(env);
  const host = env.ALONGSIDE_HOST?.trim() || LOOPBACK;
  const serverUrl = env.DATABASE_URL?.trim() || undefined;
  // A mistyped address is better told now than after a build.
  if (serverUrl !== undefined) databaseHost(serverUrl);
  const backups = readDailyBackups(env);
  const secretGiven = Boolean(env.BETTER_AUTH_SECRET);
  if (secretGiven && !isSecret(env.BETTER_AUTH_SECRET ?? "")) throw new BootError({ code: "secret-too-easy" });
  if (/\/0+\s*(,|$)/.test(env.ALONGSIDE_TRUSTED_PROXY ?? "")) throw new BootError({ code: "proxy-is-anybody" });
  if (production && env.ALONGSIDE_DEMO === "1") throw new BootError({ code: "demo-in-production" });
  const dataFolder = resolveDataFolder({
    ...{ root: ROOT, chosen: env.ALONGSIDE_DATA_DIR, production, secretGiven },
    server: serverUrl !== undefined,
  });
  const keepsFolder = !(serverUrl && secretGiven);
  if (keepsFolder) openDataFolder(dataFolder);
  const applicationUrl = env.ALONGSIDE_APP_DATABASE_URL?.trim() || null;
  const vaultUrl = env.VAULT_DATABASE_URL?.trim() || null;
  for (const url of [applicationUrl, vaultUrl]) if (url !== null) databaseHost(url);
  if (production) {
    const databases = { ALONGSIDE_APP_DATABASE_URL: applicationUrl, VAULT_DATABASE_URL: vaultUrl };
    checkTransport(env.BETTER_AUTH_URL, host, { DATABASE_URL: serverUrl, ...databases });
  }
  return {
    ...{ port, dataFolder, serverUrl, applicationUrl, vaultUrl, production },
    vaultKeysFile: keepsFolder && !env.ALONGSIDE_VAULT_KEY ? vaultKeysFile(dataFolder) : null,
    host,
    demo: env.ALONGSIDE_DEMO === undefined ? !production : env.ALONGSIDE_DEMO !== "0",
    secret: env.BETTER_AUTH_SECRET || keepSecret(dataFolder),
    auditKey: env.ALONGSIDE_AUDIT_KEY || (serverUrl && secretGiven ? undefined : keepAuditKey(dataFolder)),
    auditWitness:
      env.ALONGSIDE_AUDIT_WITNESS?.trim() || (keepsFolder ? path.join(dataFolder, WITNESS_FILE) : undefined),
    backups,
  };
}

/** How to get into the server that is named instead of the embedded one, if one is. */
export function serverAccess(settings: Settings): ServerAccess | undefined {
  const { serverUrl: given, applicationUrl: application, vaultUrl: vault, secret, production } = settings;
  return given === undefined ? undefined : { given, application, vault, secret, production };
}
