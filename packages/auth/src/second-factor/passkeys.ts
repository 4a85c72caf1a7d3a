import type { Db } from "@alongside/db/client";
import type { Actor } from "@alongside/domain/access/actor";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";

/** The site that passkeys are for. */
export interface PasskeySite {
  /** The host name, e.g. "example.org". */
  readonly id: string;
  /** Addresses under which people reach it. */
  readonly origins: readonly string[];
}

const base64url = z.base64url().max(20_000);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.looseObject({}),
};
const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
const signedChallenge = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

async function keepChallenge(db: Db, { sessionId }: Actor, challenge: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId }, data: { challenge } });
}

/** The challenge this session was given, once. */
async function takeChallenge(db: Db, { sessionId }: Actor): Promise<string | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { challenge: true } });
  if (!session?.challenge) return null;
  const { challenge } = session;
  const taken = await db.session.updateMany({ where: { id: sessionId, challenge }, data: { challenge: null } });
  return taken.count === 1 ? challenge : null;
}

const ownPasskeys = (db: Db, { userId }: Actor) =>
  db.passkey.findMany({ where: { userId }, select: { id: true, transports: true } });

/** What the browser needs to make a passkey: one that opens with a fingerprint, a face or a PIN. */
export async function newPasskeyOptions(db: Db, site: PasskeySite, actor: Actor) {
  const options = await generateRegistrationOptions({
    rpName: "Alongside",
    rpID: site.id,
    userName: actor.email,
    userDisplayName: actor.name,
    attestationType: "none",
    excludeCredentials: await ownPasskeys(db, actor),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
  });
  await keepChallenge(db, actor, options.challenge);
  return options;
}

/** Keeps the passkey that the browser made. False when it does not answer this session's challenge at this site. */
export async function storePasskey(db: Db, site: PasskeySite, actor: Actor, answer: unknown): Promise<boolean> {
  const challenge = await takeChallenge(db, actor);
  const parsed = newPasskey.safeParse(answer);
  if (challenge === null || !parsed.success) return false;
  const { transports = [] } = parsed.data.response;
  const { clientDataJSON, attestationObject } = parsed.data.response;
  const verified = await verifyRegistrationResponse({
    response: { ...parsed.data, response: { clientDataJSON, attestationObject } },
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return false;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const data = { id, userId: actor.userId, publicKey: new Uint8Array(publicKey), counter, transports };
  const stored = await db.passkey.createMany({ data, skipDuplicates: true });
  return stored.count === 1;
}

/** What the browser needs to use one of the person's passkeys; null when there is none. */
export async function passkeyOptions(db: Db, site: PasskeySite, actor: Actor) {
  const allowCredentials = await ownPasskeys(db, actor);
  if (allowCredentials.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    allowCredentials,
    userVerification: "required",
  });
  await keepChallenge(db, actor, options.challenge);
  return options;
}

/** Whether a passkey of this person answered this session's challenge at this site. */
export async function checkPasskey(
  db: Db,
  site: PasskeySite,
  actor: Actor,
  answer: unknown,
  now: Date,
): Promise<boolean> {
  const challenge = await takeChallenge(db, actor);
  const parsed = signedChallenge.safeParse(answer);
  if (challenge === null || !parsed.success) return false;
  const { userId } = actor;
  const passkey = await db.passkey.findFirst({ where: { id: parsed.data.id, userId } });
  if (passkey === null) return false;
  const { userHandle, ...response } = parsed.data.response;
  const verified = await verifyAuthenticationResponse({
    response: { ...parsed.data, response: { ...response, ...(userHandle !== undefined && { userHandle }) } },
    expectedChallenge: challenge,
    expectedOrigin: [...site.origins],
    expectedRPID: site.id,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return false;
  const { newCounter } = verified.authenticationInfo;
  await db.passkey.updateMany({ where: { id: passkey.id, userId }, data: { counter: newCounter, lastUsedAt: now } });
  return true;
}
