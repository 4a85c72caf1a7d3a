import path from "node:path";
import { embeddedFailureAdvice } from "@alongside/db/embedded/embedded-failure";
import { keepRunning, type LostServer } from "@alongside/db/embedded/keep-running";
import { type EmbeddedServer, startEmbedded } from "@alongside/db/embedded/start-embedded";
import { applyMigrations } from "@alongside/db/migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "@alongside/db/migrate/migrations-directory";
import { tryServer } from "@alongside/db/migrate/try-server";
import { ensureServerRoles } from "@alongside/db/server/server-roles";
import { BootError } from "./boot-failure";
import { databaseHost } from "./database-host";
import { portState } from "./free-port";
import { takeLease } from "./lease";
import { say, step } from "./progress";
import { type ServerAccess, wayIn } from "./server-access";

const ATTEMPTS = 3;
/** A server that is there answers at once; one behind a firewall that drops what it is sent never does. */
const SERVER_PATIENCE_MS = 10_000;

export interface OpenDatabase {
  /** For the application. */
  readonly url: string;
  /** For contact details; null where nobody has given the role a way in. */
  readonly vaultUrl: string | null;
  /** For migrations, the demonstration and maintenance. */
  readonly ownerUrl: string;
  /** Where it is, without user and password. */
  readonly place: string;
  /** What whoever starts it should know: for root, as which account an embedded server runs. */
  readonly notice: string | null;
  /** Settles when an embedded server has ended and could not be started again; never otherwise. */
  readonly lost: Promise<LostServer>;
  /** Gives it back; an embedded server stops when nobody else uses it. May be called more than once. */
  readonly close: () => Promise<void>;
}

/** musl systems (Alpine) have no build of the embedded server. */
function checkSystem(): void {
  if (process.platform !== "linux") return;
  const report: unknown = process.report?.getReport();
  const header = typeof report === "object" && report !== null && "header" in report ? report.header : undefined;
  if (typeof header === "object" && header !== null && !("glibcVersionRuntime" in header)) {
    throw new BootError({ code: "no-embedded-database", system: "Linux without glibc (such as Alpine)" });
  }
}

const embeddedOptions = (folder: string) => ({ dataDir: path.join(folder, "postgres"), log: say });

async function startOwn(folder: string): Promise<EmbeddedServer> {
  const outcome = await startEmbedded(embeddedOptions(folder));
  if (outcome.ok) return outcome.value;
  throw new BootError({ code: "database-did-not-start", advice: embeddedFailureAdvice(outcome.failure) });
}

async function openEmbedded(folder: string): Promise<OpenDatabase> {
  checkSystem();
  const lease = takeLease(folder);
  const server = await startOwn(folder).catch((error: unknown) => {
    lease.release();
    throw error;
  });
  const kept = keepRunning(server, embeddedOptions(folder));
  const leave = async () => {
    await kept.release();
    if (!lease.release()) return;
    await kept.current().stop();
    // A server that another start began is still up when that start has gone: joining again hands it over to us.
    const { joined, port } = kept.current();
    if (joined && (await portState(port, "127.0.0.1")) === "taken") await (await startOwn(folder)).stop();
  };
  let left: Promise<void> | undefined;
  const close = () => {
    left ??= leave();
    return left;
  };
  const { url, vaultUrl, ownerUrl, runAsNotice: notice } = server;
  return { url, vaultUrl, ownerUrl, place: embeddedOptions(folder).dataDir, notice, lost: kept.lost, close };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || String(Reflect.get(error, "code")) : String(error);
}

/** Brings the database up to date. Throws `migration-failed` or `database-unreachable`. */
async function migrate(database: OpenDatabase): Promise<void> {
  const outcome = await applyMigrations(database.ownerUrl, MIGRATIONS_DIRECTORY).catch((error: unknown) => {
    throw new BootError({ code: "database-unreachable", host: database.place, reason: reasonOf(error) });
  });
  if (outcome.ok) return;
  const { code, migration, detail } = outcome.failure;
  if (code === "restore-unfinished") throw new BootError({ code });
  throw new BootError({ code: "migration-failed", migration, reason: detail });
}

/** Tries the server at that address, so that a wrong one is told before anything is built. Throws `database-unreachable`. */
export async function tryDatabaseServer(serverUrl: string, patienceMs = SERVER_PATIENCE_MS): Promise<void> {
  const host = databaseHost(serverUrl);
  await step(`Looking for the database server at ${host}`, async () => {
    const reason = await tryServer(serverUrl, patienceMs);
    if (reason !== null) throw new BootError({ code: "database-unreachable", host, reason });
  });
}

/**
 * Opens a server's database, with every migration applied, as roles that row security and append-only grants hold. Where
 * there can be none, a trial goes on as the owner and says so; throws `database-role-missing` where data are real.
 */
async function openServer(access: ServerAccess): Promise<OpenDatabase> {
  const { given } = access;
  const database = {
    ...{ ownerUrl: given, place: databaseHost(given), lost: new Promise<LostServer>(() => {}) },
    close: async () => {},
  };
  const owned: OpenDatabase = { ...database, url: given, vaultUrl: access.vault, notice: null };
  return step(`Bringing the database at ${database.place} up to date`, async () => {
    await migrate(owned);
    const roles = await ensureServerRoles(access).catch((error: unknown) => {
      throw new BootError({ code: "database-unreachable", host: database.place, reason: reasonOf(error) });
    });
    return { ...owned, ...wayIn(roles, access, database.place) };
  });
}

/** Opens the embedded database in the data folder, or the server that is named, with every migration applied. */
export async function openDatabase(folder: string, server?: ServerAccess): Promise<OpenDatabase> {
  if (server !== undefined) return openServer(server);
  for (let attempt = 1; ; attempt += 1) {
    const database = await step("Starting the database", () => openEmbedded(folder));
    try {
      await step("Bringing the database up to date", () => migrate(database));
      return database;
    } catch (error) {
      await database.close();
      // Another start may have been stopping the very server that we joined.
      const gone = error instanceof BootError && error.failure.code === "database-unreachable";
      if (!gone || attempt === ATTEMPTS) throw error;
    }
  }
}
