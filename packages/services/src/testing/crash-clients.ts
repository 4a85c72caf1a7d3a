import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import type { saveGridInput } from "../lab-result/input";
import type { SaveInput } from "./collecting";

/** Something a client wants stored, with ids that it made itself. */
export type CrashWrite =
  | { readonly kind: "assessment"; readonly input: SaveInput }
  | { readonly kind: "results"; readonly input: z.input<typeof saveGridInput> };

/** What an attempt to send a write came to. */
export type Attempt =
  /** The server said that it is stored. */
  | { readonly kind: "acknowledged" }
  /** No answer, or one that says to try again. */
  | { readonly kind: "again" }
  /** An answer that no client should ever get here. */
  | { readonly kind: "refused"; readonly why: string };

/** What was promised to clients, and how hard it was. */
export interface CrashLedger {
  readonly acknowledged: readonly CrashWrite[];
  /** Attempts that came to nothing and were repeated with the same ids. */
  readonly repeated: number;
  /** Writes sent twice at the same moment. */
  readonly doubled: number;
  readonly refused: readonly string[];
}

const PAUSE_MS = 60;
/** Longer than any restart takes. */
const PATIENCE_MS = 120_000;
/** One write in so many is sent twice at once, as a flaky network does. */
const DOUBLE_EVERY = 9;

export interface CrashClients {
  /** Settles when so many more writes have been acknowledged. */
  readonly untilAcknowledged: (more: number) => Promise<void>;
  /** Sends nothing new, waits until every write that was begun is acknowledged, and tells what was promised. */
  readonly finish: () => Promise<CrashLedger>;
}

/**
 * Clients that each send one write after the other, and the same again, with the same ids, until it is acknowledged: what
 * the application does on a device.
 */
export function startCrashClients(
  clients: number,
  next: () => CrashWrite,
  send: (write: CrashWrite) => Promise<Attempt>,
): CrashClients {
  const ledger = { acknowledged: [] as CrashWrite[], repeated: 0, doubled: 0, refused: [] as string[] };
  const waiting: { readonly at: number; readonly resolve: () => void }[] = [];
  let going = true;
  let sent = 0;

  async function deliver(write: CrashWrite): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      sent += 1;
      const twice = sent % DOUBLE_EVERY === 0;
      if (twice) ledger.doubled += 1;
      const attempts = await Promise.all(twice ? [send(write), send(write)] : [send(write)]);
      for (const attempt of attempts) if (attempt.kind === "refused") ledger.refused.push(attempt.why);
      if (attempts.some(({ kind }) => kind === "refused")) return;
      if (attempts.some(({ kind }) => kind === "acknowledged")) {
        ledger.acknowledged.push(write);
        for (const one of waiting) if (ledger.acknowledged.length === one.at) one.resolve();
        return;
      }
      ledger.repeated += 1;
      await delay(PAUSE_MS);
    }
    ledger.refused.push(`no answer to a ${write.kind} within ${PATIENCE_MS / 1000} s`);
  }

  const working = Promise.all(
    Array.from({ length: clients }, async () => {
      while (going) await deliver(next());
    }),
  );
  // Looked at by whoever finishes; until then it is nobody's.
  working.catch(() => {});
  return {
    untilAcknowledged: (more) =>
      new Promise((resolve) => waiting.push({ at: ledger.acknowledged.length + more, resolve })),
    finish: async () => {
      going = false;
      await working;
      return ledger;
    },
  };
}
