import { realpathSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { hasSecrets } from "./cluster-secrets";
import { embeddedFailureAdvice } from "./embedded-failure";
import { type PostmasterState, readPostmaster } from "./postmaster-file";
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./start-embedded";

/** A server that ends more often than this within that time has a cause that starting it again does not mend. */
export const RESTARTS = { most: 3, withinMs: 10 * 60_000 } as const;
const POLL_MS = 250;
/** How long the process responsible for a shared server may take to bring it back before we do it. */
const OTHER_PATIENCE_MS = 30_000;

/** Why a server stays away. */
export type LostServer =
  /** It ended again after every restart that is allowed, or could not be started again. */
  | { readonly code: "not-restarted"; readonly lastWords: string }
  /** The data folder is no longer there. A new, empty one must not take its place unnoticed. */
  | { readonly code: "folder-gone" };

export interface KeptServer {
  /** The server as it is now. Its addresses never change. */
  readonly current: () => EmbeddedServer;
  /** Settles when the server is gone for good; never otherwise. */
  readonly lost: Promise<LostServer>;
  /** Ends the watch, before the server is stopped. A restart under way is waited for. */
  readonly release: () => Promise<void>;
}

/**
 * Watches a server and starts it again, on the same port, when it ends without having been stopped: killed for want of
 * memory, say. What was acknowledged is in its log of changes, from which it recovers. Of several processes that share a
 * server only the responsible one restarts it, as long as that lives.
 * @param options what the server was started with; `log` receives a line about each restart
 */
export function keepRunning(
  server: EmbeddedServer,
  options: EmbeddedOptions,
  now: () => number = Date.now,
): KeptServer {
  const dataDir = realpathSync(options.dataDir);
  const samePort = { ...options, port: server.port };
  const released = new AbortController();
  const restarts: number[] = [];
  let current = server;

  let lastWords = "";
  /** Starts or joins; false, with the reason in `lastWords`, when neither works. */
  async function begin(): Promise<boolean> {
    const outcome = await startEmbedded(samePort);
    if (!outcome.ok) lastWords = embeddedFailureAdvice(outcome.failure);
    else if (outcome.value.port !== server.port) lastWords = "Another start has brought it back on another port.";
    else {
      current = outcome.value;
      return true;
    }
    return false;
  }

  async function restart(): Promise<LostServer | undefined> {
    lastWords = "It ended again each time.";
    while (!released.signal.aborted) {
      if (!hasSecrets(dataDir)) return { code: "folder-gone" };
      while (restarts[0] !== undefined && restarts[0] <= now() - RESTARTS.withinMs) restarts.shift();
      if (restarts.length >= RESTARTS.most) return { code: "not-restarted", lastWords };
      restarts.push(now());
      options.log(
        `The database ended unexpectedly. Starting it again (${restarts.length} of at most ${RESTARTS.most} times in ten minutes) …`,
      );
      if (await begin()) {
        options.log("The database is running again. Everything that was acknowledged as saved is there.");
        return undefined;
      }
      options.log(lastWords);
    }
    return undefined;
  }

  async function watch(): Promise<LostServer | undefined> {
    let goneSince: number | undefined;
    while (await pause(released.signal)) {
      const state = look(dataDir);
      if (state.kind === "running") {
        goneSince = undefined;
        // The responsible process has brought it back: learn who that is now.
        if (state.pid === current.pid || !state.ready || (await begin())) continue;
        if (state.port !== server.port) return { code: "not-restarted", lastWords };
        continue;
      }
      if (goneSince === undefined && current.keptByOther()) {
        options.log("The database ended unexpectedly. The program that started it is to start it again.");
      }
      goneSince ??= now();
      if (current.keptByOther() && now() - goneSince < OTHER_PATIENCE_MS) continue;
      const gone = await restart();
      if (gone !== undefined) return gone;
      goneSince = undefined;
    }
    return undefined;
  }

  const watching = watch().catch((error: unknown): LostServer => {
    return { code: "not-restarted", lastWords: error instanceof Error ? error.message : String(error) };
  });
  return {
    current: () => current,
    lost: new Promise((resolve) => {
      void watching.then((gone) => gone && resolve(gone));
    }),
    release: async () => {
      released.abort();
      await watching;
    },
  };
}

/** Waits a moment without keeping the process alive. False once the watch has been released. */
async function pause(signal: AbortSignal): Promise<boolean> {
  try {
    await delay(POLL_MS, undefined, { signal, ref: false });
    return !signal.aborted;
  } catch {
    return false;
  }
}

/** As `readPostmaster`, also in the moment in which the file is being removed. */
function look(dataDir: string): PostmasterState {
  try {
    return readPostmaster(dataDir);
  } catch {
    return { kind: "none" };
  }
}
