import { createHmac, randomUUID } from "node:crypto";
import type { Db, Tx } from "@alongside/db/client";
import { plainEmail } from "./plain-email";
import { endWayIn, takeWayIn } from "./way-in";

/**
 * How often a password may be tried. Two limits for one account, so that guessing is slow from wherever it comes and
 * nobody can shut somebody else out: an address from which the person has signed in before answers only for itself, and a
 * device from which they have, only for itself too, even behind the router from which somebody else is guessing. A third
 * for one address whatever the account, for guessing a common password at many. A right password is given back there,
 * because a whole clinic may sign in from behind one router at nine o'clock.
 */
export const ATTEMPT_LIMITS = {
  /** From one address for any account. */
  address: { most: 30, seconds: 60 },
  /** From one address for one account. */
  here: { most: 10, seconds: 15 * 60 },
  /** From all addresses together from which the person has not signed in before. */
  strangers: { most: 50, seconds: 60 * 60 },
} as const;
type Limits = { readonly [Name in keyof typeof ATTEMPT_LIMITS]: { readonly most: number; readonly seconds: number } };

/** For codes of six digits, of which there are fewer than of passwords: a day of guessing from everywhere finds one in 900. */
export const CODE_LIMITS = {
  address: ATTEMPT_LIMITS.address,
  here: { most: 5, seconds: 15 * 60 },
  strangers: { most: 15, seconds: 60 * 60 },
} as const;

/** Refused sign-ins of one account are counted for so long, and then anew. */
const FAILURES_SECONDS = 60 * 60;

/** How long an address is remembered as one of the person's own. */
const KNOWN_SECONDS = 90 * 24 * 60 * 60;

export interface Attempt {
  /** As typed. Accounts that do not exist are counted alike, so the limit tells nothing about who has one. */
  readonly email: string;
  /** Null when it cannot be told. */
  readonly address: string | null;
  /** The device's own number (see `readDevice`); null when it has none. */
  readonly device?: string | null;
  /** What an administrator gave the person for a device they never used (see `drawWayIn`). */
  readonly wayIn?: string | null;
}

export interface AttemptLimit {
  /** Counts an attempt before the password is looked at. Seconds to wait, or null when it may go on. */
  readonly take: (attempt: Attempt) => Promise<number | null>;
  /** The password was right: takes back what was counted at this address, and remembers the address. */
  readonly succeeded: (attempt: Attempt) => Promise<void>;
  /** The sign-in was refused: which of the last hour it is for this account, from all addresses, counted from 1. */
  readonly failed: (tx: Tx, email: string) => Promise<number>;
}

/**
 * Keys hold a keyed hash, so the table does not say who tried to sign in.
 * @param perAddress wrong passwords allowed from one address in a minute
 */
export function createAttemptLimit(
  db: Db,
  secret: string,
  now: () => Date = () => new Date(),
  perAddress: number = ATTEMPT_LIMITS.address.most,
  limits: Limits = ATTEMPT_LIMITS,
): AttemptLimit {
  const keyOf = (kind: string, ...parts: string[]) =>
    `${kind}:${createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url")}`;
  const hereKey = (email: string, address: string) => keyOf("attempts-here", email, address);
  /** Attempts whose address cannot be told share one. */
  const addressKey = (address: string | null) => keyOf("attempts-address", address ?? "unknown");
  const deviceKey = (email: string, device: string) => keyOf("attempts-device", email, device);
  const knownDeviceKey = (email: string, device: string) => keyOf("known-device", email, device);
  const knownKey = (email: string, address: string) => keyOf("known-address", email, address);

  /** Adds one to a counter that starts anew when its time is over; `last_request` holds that time. */
  async function raise(tx: Db | Tx, key: string, seconds: number) {
    const at = now().getTime();
    const rows = await tx.$queryRaw<{ count: number; ends: bigint }[]>`
      INSERT INTO app_rate_limit (id, key, count, last_request)
      VALUES (${randomUUID()}::uuid, ${key}, 1, ${at + seconds * 1000})
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN app_rate_limit.last_request <= ${at} THEN 1 ELSE app_rate_limit.count + 1 END,
        last_request = CASE WHEN app_rate_limit.last_request <= ${at} THEN excluded.last_request
                            ELSE app_rate_limit.last_request END
      RETURNING count, last_request AS ends`;
    const [row] = rows;
    return { count: row?.count ?? 1, secondsLeft: Math.max(1, Math.ceil((Number(row?.ends ?? at) - at) / 1000)) };
  }

  async function count(key: string, { most, seconds }: { readonly most: number; readonly seconds: number }) {
    const raised = await raise(db, key, seconds);
    return raised.count <= most ? null : raised.secondsLeft;
  }

  /** Counted before the password is looked at, so that guesses sent all at once do not slip through; a right one returns it. */
  const countAddress = (address: string | null) =>
    count(addressKey(address), { most: perAddress, seconds: limits.address.seconds });

  async function giveBack(address: string | null): Promise<void> {
    const running = { gt: now().getTime() };
    await db.rateLimit.updateMany({
      where: { key: addressKey(address), count: { gt: 0 }, lastRequest: running },
      data: { count: { decrement: 1 } },
    });
  }

  async function isKnown(key: string): Promise<boolean> {
    const row = await db.rateLimit.findUnique({ where: { key } });
    return row !== null && Number(row.lastRequest) > now().getTime();
  }

  async function remember(key: string): Promise<void> {
    const lastRequest = now().getTime() + KNOWN_SECONDS * 1000;
    await db.rateLimit.upsert({ where: { key }, create: { key, count: 1, lastRequest }, update: { lastRequest } });
  }

  return {
    async take(attempt) {
      const email = plainEmail(attempt.email);
      const { address, device = null, wayIn = null } = attempt;
      if (wayIn !== null && (await takeWayIn(db, email, wayIn, now()))) return null;
      if (device !== null && (await isKnown(knownDeviceKey(email, device)))) {
        return count(deviceKey(email, device), limits.here);
      }
      const crowded = await countAddress(address);
      if (crowded !== null) return crowded;
      if (address === null) return count(keyOf("attempts-strangers", email), limits.strangers);
      const wait = await count(hereKey(email, address), limits.here);
      if (wait !== null || (await isKnown(knownKey(email, address)))) return wait;
      return count(keyOf("attempts-strangers", email), limits.strangers);
    },
    async succeeded(attempt) {
      const { address, device = null, wayIn = null } = attempt;
      const email = plainEmail(attempt.email);
      // These took nothing at the address; giving back there would open the way for guesses.
      const byWayIn = wayIn !== null && (await endWayIn(db, email, wayIn));
      const ownDevice = device !== null && (await isKnown(knownDeviceKey(email, device)));
      if (!ownDevice && !byWayIn) await giveBack(address);
      if (device !== null) {
        await db.rateLimit.deleteMany({ where: { key: deviceKey(email, device) } });
        await remember(knownDeviceKey(email, device));
      }
      if (address === null) return;
      await db.rateLimit.deleteMany({ where: { key: hereKey(email, address) } });
      await remember(knownKey(email, address));
    },
    async failed(tx, email) {
      const raised = await raise(tx, keyOf("failures", plainEmail(email)), FAILURES_SECONDS);
      return raised.count;
    },
  };
}
