import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { DemoSignIn } from "@alongside/services/demo/sign-ins";
import { BootError } from "./boot-failure";
import { isProduction } from "./data-folder";
import { pickPort } from "./free-port";
import { type LeashedChild, startLeashed } from "./leashed-child";
import { LOOPBACK, ROOT } from "./settings";
import { onShutdown } from "./shutdown";

const WEB = path.join(ROOT, "apps", "web");
const HEALTH_POLL_MS = 50;
const HEALTH_PATIENCE_MS = 120_000;

export interface WebOptions {
  readonly mode: "start" | "dev";
  /** The first port to try; the next free one is taken. */
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** As the role for contact details, and the file of their keys; without them none can be kept. */
  readonly vaultUrl?: string | null;
  readonly vaultKeysFile?: string | null;
  readonly secret: string;
  /** Offered on the sign-in page; empty unless the database holds the demonstration and nothing else. */
  readonly signIns: readonly DemoSignIn[];
  /** Further environment, and what an operator has set. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface RunningWeb {
  readonly port: number;
  /** What to type into the browser on this machine. */
  readonly address: string;
  readonly child: LeashedChild;
}

/**
 * Node lets a heap grow with the memory of the machine before it tidies up. Told a limit it tidies in time: an import of
 * 100,000 rows then peaks at 400 MB instead of 660 MB on a machine with 24 GB, and takes no longer.
 */
const HEAP_LIMIT = "--max-old-space-size";
const HEAP_MEGABYTES = 768;

/** The command that serves the application: the one place to change it. */
function serveCommand(mode: "start" | "dev", port: number, host: string, nodeOptions = ""): string[] {
  const address = ["--port", String(port), "--hostname", host];
  const limit = nodeOptions.includes(HEAP_LIMIT) ? [] : [`${HEAP_LIMIT}=${HEAP_MEGABYTES}`];
  if (mode === "start") return [...limit, path.join(WEB, "server.mjs"), ...address];
  return [createRequire(path.join(WEB, "package.json")).resolve("next/dist/bin/next"), "dev", ...address];
}

/** What the web application reads from its environment (apps/web/src/env.ts), for that port. */
export function webEnvironment(options: WebOptions, port: number): NodeJS.ProcessEnv {
  const local = [`http://localhost:${port}`, `http://${LOOPBACK}:${port}`, `http://[::1]:${port}`];
  const trusted = [options.env.BETTER_AUTH_TRUSTED_ORIGINS, ...local].filter(Boolean).join(",");
  // What opens backups is none of the pages' business.
  const { ALONGSIDE_BACKUP_PASSPHRASE: _, ALONGSIDE_BACKUP_PASSPHRASE_FILE: __, ...env } = options.env;
  return {
    ...env,
    NODE_ENV: options.mode === "start" ? "production" : "development",
    // The line above says how pages are built; this one, whether people's real data are behind them.
    ALONGSIDE_PRODUCTION: isProduction(options.env) ? "1" : "",
    DATABASE_URL: options.databaseUrl,
    VAULT_DATABASE_URL: options.vaultUrl ?? "",
    ALONGSIDE_VAULT_KEYS_FILE: options.vaultKeysFile ?? "",
    BETTER_AUTH_SECRET: options.secret,
    BETTER_AUTH_URL: options.env.BETTER_AUTH_URL || `http://localhost:${port}`,
    BETTER_AUTH_TRUSTED_ORIGINS: trusted,
    ALONGSIDE_DEMO_SIGN_INS: options.signIns.length > 0 ? JSON.stringify(options.signIns) : "",
    PORT: String(port),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function tryPort(options: WebOptions, port: number): Promise<RunningWeb | "port-taken"> {
  const child = startLeashed(serveCommand(options.mode, port, options.host, options.env.NODE_OPTIONS), {
    cwd: WEB,
    env: webEnvironment(options, port),
  });
  onShutdown(child.stop);
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  const reach = options.host === "0.0.0.0" || options.host === "::" ? LOOPBACK : options.host;
  const health = `http://${reach.includes(":") ? `[${reach}]` : reach}:${port}/api/health`;
  const deadline = performance.now() + HEALTH_PATIENCE_MS;
  while (!ended && performance.now() < deadline) {
    if ((await answers(health)) && !ended) return { port, address: `http://localhost:${port}`, child };
    await delay(HEALTH_POLL_MS);
  }
  if (ended && child.tail().includes("EADDRINUSE")) return "port-taken";
  throw new BootError({ code: "web-ended", tail: child.tail() });
}

/**
 * Starts the web application and waits until it answers. A port that somebody takes between our look and the server's
 * start is given up for the next one. Throws `ports-taken`, `port-not-allowed` or `web-ended`.
 */
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  for (let first = options.port; ; ) {
    const port = await pickPort(first, options.host);
    const running = await tryPort(options, port);
    if (running !== "port-taken") return running;
    first = port + 1;
  }
}
