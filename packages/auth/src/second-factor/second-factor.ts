import type { Db, Tx } from "@alongside/db/client";
import type { Actor } from "@alongside/domain/access/actor";
import type { SessionAction } from "@alongside/domain/access/session-action";
import { CODE_LIMITS, createAttemptLimit } from "../attempt-limit";
import { isPassword } from "../change-password";
import { traceSession } from "../session-trail";
import { beginAuthenticator, type NewAuthenticator, takeAppCode } from "./authenticator";
import { checkPasskey, newPasskeyOptions, type PasskeySite, passkeyOptions, storePasskey } from "./passkeys";
import { renewRecoveryCodes, takeRecoveryCode } from "./recovery-codes";

/** Where a code or password was typed. */
export interface Place {
  readonly address: string | null;
  readonly device: string | null;
}

/** Why a step of the second factor was refused; `seconds` to wait when there were too many attempts. */
export type SecondFactorProblem =
  | { readonly problem: "wrong-code" | "wrong-password" | "not-possible" }
  | { readonly problem: "too-many"; readonly seconds: number };

/** What a person has set up. */
export interface SecondFactorStanding {
  readonly app: boolean;
  readonly passkeys: readonly { readonly id: string; readonly createdAt: Date; readonly lastUsedAt: Date | null }[];
  readonly recoveryCodes: number;
}

export type WithCodes = { readonly recoveryCodes: readonly string[] } | SecondFactorProblem;

const NOT_POSSIBLE: SecondFactorProblem = { problem: "not-possible" };

/** Refused codes that leave a trace: the first shows that somebody has the password, the others that they go on. */
const TRACED_FAILURES = [1, 10, 100];

/**
 * The second step of signing in: codes of an authenticator app, ten codes for the day it is lost, and passkeys. What a
 * person does about their own; each change asks for the password again and is in the trail of their programmes.
 */
export function createSecondFactor(db: Db, secret: string, site: PasskeySite, clock: () => Date = () => new Date()) {
  const codes = createAttemptLimit(db, secret, clock, CODE_LIMITS.address.most, CODE_LIMITS);

  /** Counts an attempt, tries, and forgets the count when it was right. */
  async function limited(
    kind: "code" | "password",
    userId: string,
    place: Place,
    attempt: () => Promise<boolean>,
  ): Promise<SecondFactorProblem | null> {
    const counted = { email: `second-factor-${kind}:${userId}`, ...place };
    const seconds = await codes.take(counted);
    if (seconds !== null) return { problem: "too-many", seconds };
    if (await attempt()) {
      await codes.succeeded(counted);
      return null;
    }
    if (kind === "password") return { problem: "wrong-password" };
    await db.$transaction(async (tx) => {
      const attempts = await codes.failed(tx, counted.email);
      if (!TRACED_FAILURES.includes(attempts)) return;
      await traceSession(tx, userId, "session.second-factor-failed", { actorId: userId, at: clock(), attempts });
    });
    return { problem: "wrong-code" };
  }

  const withPassword = (actor: Actor, password: string, place: Place) =>
    limited("password", actor.userId, place, () => isPassword(db, actor.userId, password));

  const trace = (tx: Tx, { userId }: Actor, action: SessionAction) =>
    traceSession(tx, userId, action, { actorId: userId, at: clock() });

  const pass = (tx: Tx, { sessionId, userId }: Actor) =>
    tx.session.updateMany({ where: { id: sessionId, userId }, data: { secondFactorAt: clock(), challenge: null } });

  /** Other sessions passed what is not there any more, or never had to. */
  const endOthers = (tx: Tx, { sessionId, userId }: Actor) =>
    tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });

  return {
    /** What a person has set up. */
    async standing(userId: string): Promise<SecondFactorStanding> {
      const [app, passkeys, recoveryCodes] = await Promise.all([
        db.authenticator.count({ where: { userId, confirmedAt: { not: null } } }),
        db.passkey.findMany({
          where: { userId },
          select: { id: true, createdAt: true, lastUsedAt: true },
          orderBy: { createdAt: "asc" },
        }),
        db.recoveryCode.count({ where: { userId } }),
      ]);
      return { app: app === 1, passkeys, recoveryCodes };
    },

    /** What the person's app needs to be set up; null when one is in use, or this session has not passed it. */
    begin: (actor: Actor): Promise<NewAuthenticator | null> =>
      actor.secondFactor === "waiting" ? Promise.resolve(null) : beginAuthenticator(db, secret, actor),

    /** Puts the app in use after a first right code, and gives the recovery codes. Every other session ends. */
    async confirm(
      actor: Actor,
      given: { readonly code: string; readonly password: string },
      place: Place,
    ): Promise<WithCodes> {
      if (actor.secondFactor === "waiting") return NOT_POSSIBLE;
      const refused = await withPassword(actor, given.password, place);
      if (refused) return refused;
      const now = clock();
      const wrong = await limited("code", actor.userId, place, () =>
        takeAppCode(db, secret, actor.userId, given.code, { confirmed: false, now }),
      );
      if (wrong) return wrong;
      return db.$transaction(async (tx) => {
        await pass(tx, actor);
        await endOthers(tx, actor);
        await trace(tx, actor, "session.second-factor-set-up");
        return { recoveryCodes: await renewRecoveryCodes(tx, secret, actor.userId) };
      });
    },

    /** Passes the second step in this session, with a code of the app or one of the recovery codes. */
    async pass(actor: Actor, code: string, place: Place): Promise<SecondFactorProblem | null> {
      if (actor.secondFactor !== "waiting") return null;
      let used: SessionAction = "session.second-factor";
      const wrong = await limited("code", actor.userId, place, async () => {
        if (await takeAppCode(db, secret, actor.userId, code, { confirmed: true, now: clock() })) return true;
        used = "session.recovery-code-used";
        return takeRecoveryCode(db, secret, actor.userId, code);
      });
      if (wrong) return wrong;
      await db.$transaction(async (tx) => {
        await trace(tx, actor, used);
        await pass(tx, actor);
      });
      return null;
    },

    /** What the browser needs to make a passkey, after the password. */
    async beginPasskey(actor: Actor, password: string, place: Place) {
      if (actor.secondFactor === "waiting") return NOT_POSSIBLE;
      const refused = await withPassword(actor, password, place);
      return refused ?? { options: await newPasskeyOptions(db, site, actor) };
    },

    /** Puts the passkey that the browser made in use. Recovery codes come with the first thing that is set up. */
    async addPasskey(actor: Actor, answer: unknown): Promise<WithCodes> {
      if (actor.secondFactor === "waiting" || !(await storePasskey(db, site, actor, answer))) return NOT_POSSIBLE;
      return db.$transaction(async (tx) => {
        await pass(tx, actor);
        await endOthers(tx, actor);
        await trace(tx, actor, "session.second-factor-set-up");
        const first = actor.secondFactor === "none";
        return { recoveryCodes: first ? await renewRecoveryCodes(tx, secret, actor.userId) : [] };
      });
    },

    /** What the browser needs to pass with a passkey; null when the person has none. */
    askPasskey: (actor: Actor) => passkeyOptions(db, site, actor),

    /** Passes the second step in this session with a passkey. */
    async passWithPasskey(actor: Actor, answer: unknown, place: Place): Promise<SecondFactorProblem | null> {
      if (actor.secondFactor !== "waiting") return null;
      const wrong = await limited("code", actor.userId, place, () => checkPasskey(db, site, actor, answer, clock()));
      if (wrong) return wrong;
      await db.$transaction(async (tx) => {
        await trace(tx, actor, "session.second-factor");
        await pass(tx, actor);
      });
      return null;
    },

    /** Ten new recovery codes in place of those left. */
    async renewCodes(actor: Actor, password: string, place: Place): Promise<WithCodes> {
      if (actor.secondFactor !== "passed") return NOT_POSSIBLE;
      const refused = await withPassword(actor, password, place);
      if (refused) return refused;
      return db.$transaction(async (tx) => {
        await trace(tx, actor, "session.recovery-codes-renewed");
        return { recoveryCodes: await renewRecoveryCodes(tx, secret, actor.userId) };
      });
    },

    /** Takes the app, or one passkey, out of use. Recovery codes go with the last of them. Every other session ends. */
    async remove(
      actor: Actor,
      given: { readonly password: string; readonly passkeyId: string | null },
      place: Place,
    ): Promise<SecondFactorProblem | null> {
      if (actor.secondFactor !== "passed") return NOT_POSSIBLE;
      const refused = await withPassword(actor, given.password, place);
      if (refused) return refused;
      const { userId } = actor;
      const { passkeyId } = given;
      await db.$transaction(async (tx) => {
        if (passkeyId === null) await tx.authenticator.deleteMany({ where: { userId } });
        else await tx.passkey.deleteMany({ where: { userId, id: passkeyId } });
        const left =
          (await tx.authenticator.count({ where: { userId } })) + (await tx.passkey.count({ where: { userId } }));
        if (left === 0) await tx.recoveryCode.deleteMany({ where: { userId } });
        await endOthers(tx, actor);
        await trace(tx, actor, "session.second-factor-removed");
      });
      return null;
    },
  };
}

export type SecondFactor = ReturnType<typeof createSecondFactor>;

/** Takes everything of a person's second step away, for an administrator who helps somebody that lost it. */
export async function resetSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.authenticator.deleteMany({ where: { userId } });
  await tx.passkey.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.session.deleteMany({ where: { userId } });
}
