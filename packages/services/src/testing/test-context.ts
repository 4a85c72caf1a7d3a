import { randomBytes, randomUUID } from "node:crypto";
import { accounts } from "@alongside/auth/accounts";
import { NO_WITNESS } from "@alongside/db/audit/anchor-witness";
import type { Db } from "@alongside/db/client";
import { makePerson } from "@alongside/db/testing/factories";
import { applicationOf } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { isRole, type Role } from "@alongside/domain/access/role";
import { uuidv7 } from "uuidv7";
import { openComputations } from "../computation/computations";
import type { Context } from "../context";
import { receiptSigner } from "../erasure/receipt-signer";
import { holdApart } from "../session/hold-apart";
import { inlinePool } from "./inline-pool";

/** The day on which tests happen, unless they say otherwise. */
export const TEST_NOW = new Date("2026-06-15T10:00:00Z");

const computations = openComputations(inlinePool(), (error) => {
  throw error;
});

const receipts = receiptSigner("a secret that only tests use, of some length");

/** A context over a real database, as the application has it, with the clock held still. */
export function contextFor(db: Db, actor: Actor | null, now: Date = TEST_NOW): Context {
  return {
    database: applicationOf(db),
    vault: null,
    accounts,
    ...holdApart(actor),
    now: () => now,
    newId: uuidv7,
    randomBytes: (count) => randomBytes(count),
    requestId: randomUUID(),
    computations,
    anchorKey: null,
    anchorWitness: NO_WITNESS,
    receipts,
    secondFactorRequired: false,
    backupsKept: { daily: 7, weekly: 4, monthly: 12 },
  };
}

/** The actor that a stored person would be after signing in. */
export async function actorOf(db: Db, userId: string): Promise<Actor> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { memberships: true } });
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    language: user.language,
    sessionId: randomUUID(),
    mustChangePassword: user.mustChangePassword,
    hold: null,
    idleMinutes: 10,
    hasPin: false,
    secondFactor: "none",
    memberships: user.memberships.flatMap(({ programmeId, role, siteId }) =>
      isRole(role) ? [{ programmeId, role, siteId }] : [],
    ),
  };
}

/** A new person with one role, and the context in which they call services. */
export async function signedIn(
  db: Db,
  at: { readonly programmeId: string; readonly role: Role; readonly siteId?: string },
  now: Date = TEST_NOW,
): Promise<Context> {
  const { user } = await makePerson(db, at);
  return contextFor(db, await actorOf(db, user.id), now);
}
