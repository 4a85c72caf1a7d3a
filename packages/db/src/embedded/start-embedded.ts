import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { APPLICATION_ROLE, ensureApplicationRole } from "./application-role";
import { type PreparedFolder, prepareClusterFolder } from "./cluster-folder";
import { type ClusterSecrets, readSecrets } from "./cluster-secrets";
import { classifySystemError, type EmbeddedOutcome, embeddedFailure } from "./embedded-failure";
import { type NativeBinaries, nativeBinaries } from "./native-binaries";
import { disarmStaleFile, readPostmaster } from "./postmaster-file";
import { isAlive, serversOf, signal } from "./processes";
import { runAsNotice } from "./run-as";
import { freePort, starterOf, startServer, stopServer } from "./server-process";
import { ensureVaultRole, VAULT_ROLE } from "./vault-role";

/** The database inside the cluster; migrations create it. */
const DATABASE = "alongside";
/** Written by a process that takes over a server whose starter was killed: "server-pid adopter-pid". */
const ADOPTION_FILE = "alongside-adopted.pid";
const POLL_MS = 100;
/** Worker processes of a dead server end within moments of noticing; after this they are told to. */
const ORPHAN_PATIENCE_MS = 5_000;
/** A process that holds the folder without ever answering. */
const LOCK_PATIENCE_MS = 20_000;
/** A server that is coming up may be recovering a long log. */
const RECOVERY_PATIENCE_MS = 300_000;

export interface EmbeddedOptions {
  /** Folder of the database cluster; made when absent. */
  readonly dataDir: string;
  /** Receives a line about each step worth telling. */
  readonly log: (message: string) => void;
  /** A fixed port; otherwise a free one is chosen at each start. */
  readonly port?: number;
  /** Server settings added to the usual ones (tests use it). */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  /** Connects as the owner of the schema: for migrations and maintenance. */
  readonly ownerUrl: string;
  /** Connects as the application's role, which may only read and add audit events. Migrate before using it. */
  readonly url: string;
  /** Connects as the role that may open contact details and nothing else. */
  readonly vaultUrl: string;
  readonly port: number;
  readonly pid: number;
  /** The server was running already. */
  readonly joined: boolean;
  /** The cluster was made at this start. */
  readonly fresh: boolean;
  /** For root: as which account the server runs. Null for an ordinary user. */
  readonly runAsNotice: string | null;
  /** Is another living process responsible for this server: the one that started it, or one that adopted it since? */
  readonly keptByOther: () => boolean;
  /** Stops the server. Does nothing when another living process started it. */
  readonly stop: () => Promise<void>;
}

function urls(
  secrets: ClusterSecrets,
  vaultPassword: string,
  port: number,
): Pick<EmbeddedServer, "ownerUrl" | "url" | "vaultUrl"> {
  const at = `127.0.0.1:${port}/${DATABASE}`;
  return {
    ownerUrl: `postgresql://app:${secrets.owner}@${at}`,
    url: `postgresql://${APPLICATION_ROLE}:${secrets.application}@${at}`,
    vaultUrl: `postgresql://${VAULT_ROLE}:${vaultPassword}@${at}`,
  };
}

interface Greeting {
  readonly starter: number;
  readonly vaultPassword: string;
}

/**
 * Connects to the server on that port, makes sure that it serves this folder, and that the roles exist.
 * @returns the process that started the server, or undefined when it does not answer as ours
 */
async function greet(dataDir: string, secrets: ClusterSecrets, port: number): Promise<Greeting | undefined> {
  const owner = new pg.Client({ host: "127.0.0.1", port, user: "app", password: secrets.owner, database: "postgres" });
  owner.on("error", () => {});
  try {
    await owner.connect();
    const shown = await owner.query<{ folder: string; starter: string }>(
      "SELECT current_setting('data_directory') AS folder, current_setting('cluster_name') AS starter",
    );
    const row = shown.rows[0];
    if (row === undefined || realpathSync(row.folder) !== dataDir) return undefined;
    await ensureApplicationRole(owner, secrets.application);
    return { starter: starterOf(row.starter), vaultPassword: await ensureVaultRole(owner, dataDir) };
  } catch {
    // Not accepting connections (any more); the caller looks at the folder again.
    return undefined;
  } finally {
    await owner.end().catch(() => {});
  }
}

/** Is a process that will stop this server still there: the one that started it, or one that adopted it since? */
function hasSupervisor(dataDir: string, serverPid: number, starter: number): boolean {
  if (isAlive(starter)) return true;
  const file = path.join(dataDir, ADOPTION_FILE);
  if (!existsSync(file)) return false;
  const [server, adopter] = readFileSync(file, "utf8").split(" ").map(Number);
  return server === serverPid && adopter !== undefined && isAlive(adopter);
}

async function joinOrStart(
  options: EmbeddedOptions,
  dataDir: string,
  binaries: NativeBinaries,
  { runAs, fresh }: PreparedFolder,
): Promise<EmbeddedOutcome<EmbeddedServer>> {
  const secrets = readSecrets(dataDir);
  const began = Date.now();
  const serve = (pid: number, port: number, greeting: Greeting, joined: boolean): EmbeddedOutcome<EmbeddedServer> => {
    const { starter, vaultPassword } = greeting;
    // A server whose starter was killed is adopted: whoever joins it then also stops it.
    const adopted = joined && !hasSupervisor(dataDir, pid, starter);
    if (adopted) writeFileSync(path.join(dataDir, ADOPTION_FILE), `${pid} ${process.pid}`);
    const owned = !joined || adopted;
    const stop = async () => {
      if (owned) await stopServer(pid, dataDir, binaries);
    };
    const keptByOther = () => !owned && hasSupervisor(dataDir, pid, starter);
    const told = { joined, fresh, runAsNotice: runAsNotice(runAs) };
    return { ok: true, value: { ...urls(secrets, vaultPassword, port), port, pid, ...told, keptByOther, stop } };
  };
  for (;;) {
    const waited = Date.now() - began;
    const state = readPostmaster(dataDir);
    if (state.kind === "running") {
      const greeting = state.ready ? await greet(dataDir, secrets, state.port) : undefined;
      if (greeting !== undefined) return serve(state.pid, state.port, greeting, true);
      if (waited > (state.ready ? LOCK_PATIENCE_MS : RECOVERY_PATIENCE_MS)) {
        return embeddedFailure("data-folder-locked", { path: dataDir, pid: state.pid });
      }
      await delay(POLL_MS);
      continue;
    }
    if (state.kind === "stale") {
      options.log("the database was not stopped properly last time; recovering");
      disarmStaleFile(dataDir, state);
    }
    const port = options.port ?? (await freePort());
    const started = await startServer({
      ...{ dataDir, binaries, runAs, port },
      ...(options.settings ? { settings: options.settings } : {}),
    });
    if ("pid" in started) {
      const greeting = await greet(dataDir, secrets, port);
      if (greeting !== undefined) return serve(started.pid, port, greeting, false);
      await stopServer(started.pid, dataDir, binaries);
      return embeddedFailure("unknown", { path: dataDir }, "the server started but did not accept its own password");
    }
    const { failure } = started;
    const retry =
      failure.code === "data-folder-locked" || (failure.code === "port-taken" && options.port === undefined);
    if (!retry || waited > LOCK_PATIENCE_MS) return { ok: false, failure };
    if (waited > ORPHAN_PATIENCE_MS && readPostmaster(dataDir).kind !== "running") {
      for (const pid of serversOf(dataDir)) signal(pid, "SIGQUIT");
    }
    await delay(POLL_MS);
  }
}

/**
 * Starts the PostgreSQL server that comes with the npm package for this platform, or joins the one that already serves
 * the folder. Safe to call from several processes at once, after a kill of any of them, and as root or not.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedOutcome<EmbeddedServer>> {
  const wanted = path.resolve(options.dataDir);
  try {
    const binaries = nativeBinaries();
    if (!binaries.ok) return binaries;
    const prepared = prepareClusterFolder(wanted, binaries.value);
    if (!prepared.ok) return prepared;
    return await joinOrStart(options, realpathSync(wanted), binaries.value, prepared.value);
  } catch (error) {
    return { ok: false, failure: classifySystemError(error, { path: wanted }) };
  }
}
