import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { embeddedFailureAdvice } from "@alongside/db/embedded/embedded-failure";
import { readPostmaster } from "@alongside/db/embedded/postmaster-file";
import { isAlive, serversOf, signal } from "@alongside/db/embedded/processes";
import { type EmbeddedServer, startEmbedded } from "@alongside/db/embedded/start-embedded";
import { applyMigrations } from "@alongside/db/migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "@alongside/db/migrate/migrations-directory";

const POLL_MS = 10;

/** The embedded database with the settings of real use, that can be killed and started again under the same address. */
export interface CrashDatabase {
  readonly server: EmbeddedServer;
  /** kill -9 of the server, or of the server and every one of its workers. Settles when they are gone. */
  readonly kill: (which: "server" | "all") => Promise<void>;
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts it in that folder, with every migration applied. */
export async function openCrashDatabase(folder: string): Promise<CrashDatabase> {
  const options = { dataDir: path.join(folder, "postgres"), log: () => {} };
  async function start(port?: number): Promise<EmbeddedServer> {
    const started = await startEmbedded(port === undefined ? options : { ...options, port });
    if (!started.ok) throw new Error(embeddedFailureAdvice(started.failure));
    return started.value;
  }
  let server = await start();
  const migrated = await applyMigrations(server.ownerUrl, MIGRATIONS_DIRECTORY);
  if (!migrated.ok) throw new Error(migrated.failure.detail);
  return {
    get server() {
      return server;
    },
    kill: async (which) => {
      const state = readPostmaster(options.dataDir);
      const postmaster = state.kind === "running" ? [state.pid] : [];
      const victims = which === "all" ? [...new Set([...postmaster, ...serversOf(options.dataDir)])] : postmaster;
      for (const pid of victims) signal(pid, "SIGKILL");
      while (victims.some(isAlive)) await delay(POLL_MS);
    },
    startAgain: async () => {
      server = await start(server.port);
    },
    stop: () => server.stop(),
  };
}
