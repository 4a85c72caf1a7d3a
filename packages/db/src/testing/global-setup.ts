import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { embeddedFailureAdvice } from "../embedded/embedded-failure";
import { startEmbedded } from "../embedded/start-embedded";
import { applyMigrations } from "../migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "../migrate/migrations-directory";
import { dropDatabase, type TestServer, withDatabase } from "./test-server";

/** Connections at most: many test files, each with a pool of its own. Nothing here has to survive a power cut. */
const SETTINGS = { max_connections: "200", shared_buffers: "64MB", fsync: "off", synchronous_commit: "off" };

interface RunningServer {
  readonly server: Omit<TestServer, "template">;
  readonly stop: () => Promise<void>;
}

/** An own cluster in the system's temporary folder, gone after the run. */
async function startOwnServer(): Promise<RunningServer> {
  const parent = mkdtempSync(path.join(tmpdir(), "alongside-test-"));
  // Another user may have to enter it: the server does not run as root.
  chmodSync(parent, 0o755);
  const started = await startEmbedded({ dataDir: path.join(parent, "pg"), log: () => {}, settings: SETTINGS });
  if (!started.ok) throw new Error(embeddedFailureAdvice(started.failure));
  const { ownerUrl, url, vaultUrl, stop } = started.value;
  return {
    server: { ownerUrl, applicationUrl: url, vaultUrl },
    stop: async () => {
      await stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/**
 * Vitest global setup: one server for the run, and on it a template database with all migrations applied.
 * Set ALONGSIDE_TEST_DATABASE_URL to use a server of your own (its role must be allowed to create databases).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // biome-ignore lint/style/noProcessEnv: test configuration, read in this one place
  const given = process.env.ALONGSIDE_TEST_DATABASE_URL;
  const running = given
    ? { server: { ownerUrl: given, applicationUrl: given, vaultUrl: given }, stop: async () => {} }
    : await startOwnServer();
  const template = `alongside_template_${process.pid}`;
  const templateUrl = withDatabase(running.server.ownerUrl, template);
  const migrated = await applyMigrations(templateUrl, MIGRATIONS_DIRECTORY);
  if (!migrated.ok) throw new Error(`${migrated.failure.migration}: ${migrated.failure.detail}`);
  project.provide("testServer", { ...running.server, template });
  return async () => {
    if (given) await dropDatabase(given, template);
    await running.stop();
  };
}
