import { createHash, randomUUID } from "node:crypto";
import type { Db, Tx } from "@alongside/db/client";
import { plainEmail } from "./plain-email";

/** How long a way in can be used. */
export const WAY_IN_HOURS = 24;

/** Passwords that may be tried by one way in: its owner mistypes, and whoever finds the link guesses no further. */
export const WAY_IN_ATTEMPTS = 10;

const BYTES = 32;

/**
 * A way in for one account past the wait that strangers' guesses at it cause: for its owner on a device they never used. It
 * stands in a link, opens nothing by itself (password and second step are asked as ever), and ends with the first sign-in.
 * Only a hash of it and the address is stored.
 * @param tx where the row is written, with the trace of whoever gives it
 */
export async function drawWayIn(
  tx: Tx,
  email: string,
  randomBytes: (count: number) => Uint8Array,
  now: Date,
): Promise<string> {
  const token = Buffer.from(randomBytes(BYTES)).toString("base64url");
  const lastRequest = now.getTime() + WAY_IN_HOURS * 3_600_000;
  await tx.rateLimit.create({ data: { id: randomUUID(), key: wayInKey(email, token), count: 0, lastRequest } });
  return token;
}

/** Counts an attempt by a way in. False when it is none of this account's, has run out, or was tried too often. */
export async function takeWayIn(db: Db, email: string, token: string, now: Date): Promise<boolean> {
  const taken = await db.rateLimit.updateMany({
    where: { key: wayInKey(email, token), count: { lt: WAY_IN_ATTEMPTS }, lastRequest: { gt: now.getTime() } },
    data: { count: { increment: 1 } },
  });
  return taken.count === 1;
}

/** Ends it, once it was used. Whether there was one. */
export async function endWayIn(db: Db, email: string, token: string): Promise<boolean> {
  return (await db.rateLimit.deleteMany({ where: { key: wayInKey(email, token) } })).count === 1;
}

/** Brings it from the page to the sign-in library. */
export const WAY_IN_HEADER = "x-way-in";

/** What stands in an address or a form, if it can be a way in at all. */
export function readWayIn(value: unknown): string | null {
  return typeof value === "string" && /^[\w-]{43}$/.test(value) ? value : null;
}

function wayInKey(email: string, token: string): string {
  return `way-in:${createHash("sha256")
    .update(JSON.stringify([plainEmail(email), token]))
    .digest("base64url")}`;
}
