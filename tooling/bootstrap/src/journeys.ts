import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { buildApp, cacheFolder } from "./build-app";
import { locateChromium } from "./chromium";
import { loadDemo } from "./demo";
import { openDatabase } from "./open-database";
import { step } from "./progress";
import { runCommand } from "./run-command";
import type { StageResult } from "./run-stage";
import { keepSecret } from "./session-secret";
import { LOOPBACK, ROOT } from "./settings";
import { onShutdown } from "./shutdown";
import { addTallies, NO_TESTS, readPlaywright } from "./test-tally";
import { keepVaultKeys, vaultKeysFile } from "./vault-keys";
import { startWeb } from "./web-server";

/** Away from 3000, where somebody may be working. */
const FIRST_PORT = 3300;
/** A browser mostly waits: two halves of the journeys side by side, each with all its own, take little over half the time. */
const HALVES = ["1/2", "2/2"] as const;

/**
 * The journeys in a real browser, against the built application with data folders of their own and the demonstration.
 * @param args handed to Playwright, such as `--grep collect`; without any, all journeys run, in two halves
 */
export async function runJourneys(args: readonly string[]): Promise<StageResult> {
  const chromium = await locateChromium(process.env);
  await buildApp(ROOT);
  const parts = args.length > 0 ? [args] : HALVES.map((half) => [`--shard=${half}`]);
  const stages: Stage[] = [];
  // One after the other: each says what it does.
  for (const _ of parts) stages.push(await setStage());
  const results = await Promise.all(stages.map((stage, at) => play(stage, chromium, parts[at] ?? [], at)));
  return { ...addTallies(results), broken: results.flatMap(({ broken }) => broken) };
}

/** A server with a database and the demonstration, for one run of journeys. */
interface Stage {
  readonly address: string;
  readonly databaseUrl: string;
  readonly clear: () => Promise<void>;
}

async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "alongside-e2e-"));
  // The database of a root user runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  onShutdown(async () => rmSync(folder, { recursive: true, force: true }));
  const opening = openDatabase(folder, undefined);
  const closing = async () => (await opening.catch(() => undefined))?.close();
  onShutdown(async () => closing());
  const database = await opening;
  const signIns = await loadDemo(database.ownerUrl);
  const keys = vaultKeysFile(folder);
  await keepVaultKeys(keys, async () => false);
  const web = await step("Starting the web server", () =>
    startWeb({
      ...{
        mode: "start",
        port: FIRST_PORT,
        host: LOOPBACK,
        databaseUrl: database.url,
        vaultUrl: database.vaultUrl,
        vaultKeysFile: keys,
        secret: keepSecret(folder),
        signIns,
      },
      // Journeys sign in far more often than people do; and nobody's own address may leak in.
      env: { ...process.env, BETTER_AUTH_URL: undefined, ALONGSIDE_SIGN_IN_ATTEMPTS: "10000" },
    }),
  );
  const clear = async () => {
    await web.child.stop();
    await closing();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: web.address, databaseUrl: database.url, clear };
}

/** Runs journeys on a stage and clears it away. */
async function play(stage: Stage, chromium: string, args: readonly string[], at: number): Promise<StageResult> {
  const webFolder = path.join(ROOT, "apps", "web");
  const report = path.join(cacheFolder(ROOT), `playwright-${at}.json`);
  rmSync(report, { force: true });
  const cli = createRequire(path.join(webFolder, "package.json")).resolve("@playwright/test/cli");
  const given = ["test", "--reporter=list,json", `--output=test-results/${at}`, ...args];
  const { code } = await runCommand(process.execPath, [cli, ...given], {
    cwd: webFolder,
    live: true,
    env: {
      ...process.env,
      E2E_BASE_URL: stage.address,
      CHROMIUM_PATH: chromium,
      DATABASE_URL: stage.databaseUrl,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  });
  await stage.clear();
  const tally = readPlaywright(report) ?? NO_TESTS;
  const broken = code !== 0 && tally.failed === 0 ? ["playwright"] : [];
  return { ...tally, broken };
}
