import type { Db, Tx } from "@alongside/db/client";
import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "./secret-box";

/** RFC 6238 as every authenticator app knows it. */
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** A clock may be half a minute off. */
const WINDOW = 1;

/** What an authenticator app needs, once: as the address inside a QR code, and to type. */
export interface NewAuthenticator {
  readonly uri: string;
  /** Base32, in groups of four. */
  readonly text: string;
}

/**
 * The app a person is setting up: the one begun and not confirmed yet, or a new one. One in use stays as it is until it is
 * removed, and null comes back.
 */
export async function beginAuthenticator(
  db: Db,
  secret: string,
  person: { readonly userId: string; readonly email: string },
): Promise<NewAuthenticator | null> {
  const { userId, email } = person;
  const stored = await db.authenticator.findUnique({ where: { userId } });
  if (stored?.confirmedAt) return null;
  const begun = stored === null ? null : unseal(stored.secret, secret, userId);
  const key = begun === null ? new Secret({ size: SECRET_BYTES }) : Secret.fromBase32(begun);
  if (begun === null) {
    const data = { secret: seal(key.base32, secret, userId), lastStep: 0 };
    await db.authenticator.upsert({ where: { userId }, create: { userId, ...data }, update: data });
  }
  // The name in the app is all that somebody looking at the phone may learn.
  const uri = new TOTP({ issuer: "Alongside", label: email, secret: key, period: PERIOD_SECONDS }).toString();
  return { uri, text: key.base32.replace(/(.{4})(?=.)/g, "$1 ") };
}

/**
 * Takes a code of the person's app: true once for each code, however many ask at the same moment. The time step it belongs
 * to is written in the statement that judges it, and neither it nor an earlier one is taken again.
 *
 * @param confirmed false to try the code of an app that is being set up, which confirms it
 */
export async function takeAppCode(
  db: Db | Tx,
  secret: string,
  userId: string,
  code: string,
  { confirmed, now }: { readonly confirmed: boolean; readonly now: Date },
): Promise<boolean> {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return false;
  const stored = await db.authenticator.findUnique({ where: { userId } });
  if (stored === null || (stored.confirmedAt !== null) !== confirmed) return false;
  const key = unseal(stored.secret, secret, userId);
  if (key === null) return false;
  const totp = new TOTP({ secret: Secret.fromBase32(key), period: PERIOD_SECONDS });
  const delta = totp.validate({ token: digits, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return false;
  const lastStep = totp.counter({ timestamp: now.getTime() }) + delta;
  const taken = await db.authenticator.updateMany({
    where: { userId, secret: stored.secret, lastStep: { lt: lastStep } },
    data: { lastStep, confirmedAt: stored.confirmedAt ?? now },
  });
  return taken.count === 1;
}
