import { PROGRAM_VERSION } from "@alongside/db/backup/program-version";
import { holdsSealed } from "@alongside/db/vault/holds-sealed";
import { BootError } from "./boot-failure";
import { loadDemo } from "./demo";
import { keepBackingUp } from "./keep-backing-up";
import { type OpenDatabase, openDatabase, tryDatabaseServer } from "./open-database";
import { formatSeconds, say, step } from "./progress";
import { LOOPBACK, ROOT, readSettings, type Settings, serverAccess } from "./settings";
import { isShuttingDown, onShutdown } from "./shutdown";
import { keepVaultKeys } from "./vault-keys";
import { startWeb } from "./web-server";

/**
 * From settings to an answering web page, in either mode. Settles when the web server has ended, which nothing but a
 * shutdown should bring about: throws `web-ended` otherwise, and `database-lost` or `data-folder-gone` when the database
 * ended and could not be started again.
 */
export async function serve(
  mode: "start" | "dev",
  startedAt: number,
  prepare: (root: string) => Promise<void>,
): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.serverUrl !== undefined) await tryDatabaseServer(settings.serverUrl);
  await prepare(ROOT);
  const opening = openDatabase(settings.dataFolder, serverAccess(settings));
  onShutdown(async () => {
    const opened = await opening.catch(() => undefined);
    await opened?.close();
  });
  const database = await opening;
  const { vaultKeysFile } = settings;
  if (vaultKeysFile !== null) await keepVaultKeys(vaultKeysFile, () => holdsSealed(database.ownerUrl));
  await Promise.race([untilLost(database), serveFrom(database, settings, mode, startedAt)]);
}

async function untilLost({ lost, place }: OpenDatabase): Promise<never> {
  const gone = await lost;
  throw new BootError(
    gone.code === "folder-gone"
      ? { code: "data-folder-gone", place }
      : { code: "database-lost", place, lastWords: gone.lastWords },
  );
}

async function serveFrom(
  database: OpenDatabase,
  settings: Settings,
  mode: "start" | "dev",
  startedAt: number,
): Promise<void> {
  const signIns = settings.demo ? await loadDemo(database.ownerUrl) : [];
  const web = await step("Starting the web server", () =>
    startWeb({
      ...{ mode, port: settings.port, host: settings.host },
      ...{ databaseUrl: database.url, secret: settings.secret, signIns },
      ...{ vaultUrl: database.vaultUrl, vaultKeysFile: settings.vaultKeysFile },
      env: {
        ...process.env,
        ...{ ALONGSIDE_AUDIT_KEY: settings.auditKey, ALONGSIDE_AUDIT_WITNESS: settings.auditWitness },
      },
    }),
  );
  web.child.show();
  console.log("");
  if (web.port !== settings.port) say(`Port ${settings.port} is in use, so this is port ${web.port}.`);
  say(`Alongside is ready: ${web.address}   (${formatSeconds(performance.now() - startedAt)})`);
  if (settings.host !== LOOPBACK) say(`It listens on ${settings.host}, so other machines can reach it.`);
  say(`Data: ${database.place}`);
  if (database.notice !== null) say(database.notice);
  if (settings.backups !== undefined) {
    const { backups, dataFolder } = settings;
    say(`Backups: every day into ${backups.folder}`);
    onShutdown(keepBackingUp({ ...backups, ownerUrl: database.ownerUrl, dataFolder, programVersion: PROGRAM_VERSION }));
  } else if (settings.production) say("Backups: none are made. docs/operations.md says how to have one every day.");
  if (signIns.length > 0) {
    say("Sign in to the simulated programme as:");
    const width = Math.max(...signIns.map(({ role }) => role.length));
    for (const { role, email, password } of signIns) say(`  ${role.padEnd(width)}  ${email}  ${password}`);
  }
  say("Ctrl-C stops it.");
  console.log("");
  await web.child.ended;
  if (!isShuttingDown()) throw new BootError({ code: "web-ended", tail: web.child.tail() });
}
