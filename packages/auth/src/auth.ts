import { randomBytes } from "node:crypto";
import type { Db } from "@alongside/db/client";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, getIP } from "better-auth/api";
import { type Attempt, createAttemptLimit } from "./attempt-limit";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { cookiePrefix, DEVICE_COOKIE, readDevice, signDevice } from "./cookie";
import { traceFailedSignIn, traceSession } from "./session-trail";
import { readWayIn, WAY_IN_HEADER } from "./way-in";

export interface AuthSettings {
  readonly db: Db;
  /** At least 32 characters; signs the session cookie. */
  readonly secret: string;
  /** Address under which people reach the application, e.g. https://example.org. */
  readonly baseUrl: string;
  readonly trustedOrigins?: readonly string[];
  /** Wrong passwords allowed per address and minute; otherwise as in `ATTEMPT_LIMITS`. */
  readonly attemptsPerAddress?: number;
}

/** A working day: long enough for a clinic session, short enough for a lost device. */
const SESSION_SECONDS = 12 * 60 * 60;

/** As long as an address is remembered as one of the person's own. */
const DEVICE_SECONDS = 90 * 24 * 60 * 60;

const SIGN_IN_PATH = "/sign-in/email";
const SIGN_OUT_PATH = "/sign-out";

/**
 * Sign-in with email and password, sessions and attempt limits in the database. There is no public sign-up: accounts are
 * made by an administrator (`createAccount`).
 *
 * Attempts are limited per address (`CLIENT_ADDRESS_HEADER`, which the server must overwrite on every request; see
 * `clientAddress`) and per account, both by `createAttemptLimit`. Signing in and out and what was refused are traced.
 */
export function createAuth(settings: AuthSettings) {
  const secure = new URL(settings.baseUrl).protocol === "https:";
  const attributes = { sameSite: "lax", httpOnly: true, secure, path: "/" } as const;
  const limit = createAttemptLimit(settings.db, settings.secret, undefined, settings.attemptsPerAddress);
  return betterAuth({
    appName: "Alongside",
    baseURL: settings.baseUrl,
    secret: settings.secret,
    trustedOrigins: [...(settings.trustedOrigins ?? [])],
    telemetry: { enabled: false },
    database: prismaAdapter(settings.db, { provider: "postgresql" }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "rateLimit",
      // The library's own limit counts right passwords too, and would send away a clinic behind one router.
      customRules: { [SIGN_IN_PATH]: false },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        const attempt = attemptOf(ctx, settings.secret);
        const wait = attempt === null ? null : await limit.take(attempt);
        if (wait !== null) throw new APIError("TOO_MANY_REQUESTS", undefined, { "X-Retry-After": String(wait) });
      }),
      after: createAuthMiddleware(async (ctx) => {
        const attempt = attemptOf(ctx, settings.secret);
        if (attempt === null) return;
        if (ctx.context.newSession) {
          const device = attempt.device ?? randomBytes(16).toString("base64url");
          await limit.succeeded({ ...attempt, device });
          const kept = { ...attributes, maxAge: DEVICE_SECONDS };
          ctx.setCookie(`${cookiePrefix(secure)}.${DEVICE_COOKIE}`, signDevice(device, settings.secret), kept);
        } else await traceFailedSignIn(settings.db, limit, attempt.email, new Date());
      }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const user = await settings.db.user.findUnique({
              where: { id: session.userId },
              select: { disabledAt: true },
            });
            if (user?.disabledAt) throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED" });
            // Before there is a session, so that there is none without a trace.
            const { userId } = session;
            const trace = { actorId: userId, at: new Date() };
            await settings.db.$transaction((tx) => traceSession(tx, userId, "session.sign-in", trace));
          },
        },
        delete: {
          // Afterwards: a trace that cannot be written must not keep somebody signed in.
          after: async ({ userId, expiresAt }, ctx) => {
            const at = new Date();
            if (ctx?.path !== SIGN_OUT_PATH || expiresAt <= at) return;
            await settings.db.$transaction((tx) =>
              traceSession(tx, userId, "session.sign-out", { actorId: userId, at }),
            );
          },
        },
      },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      cookiePrefix: cookiePrefix(secure),
      // The library would prefix `__Secure-`, which is weaker than the prefix that is there already.
      useSecureCookies: false,
      database: { generateId: "uuid" },
      defaultCookieAttributes: attributes,
    },
  });
}

/** Who tries to sign in and from where; null for any other request. */
function attemptOf(ctx: Parameters<Parameters<typeof createAuthMiddleware>[0]>[0], secret: string): Attempt | null {
  const email: unknown = ctx.body?.email;
  if (ctx.path !== SIGN_IN_PATH || typeof email !== "string") return null;
  const { headers } = ctx;
  if (!headers) return { email, address: null };
  const [device, wayIn] = [readDevice(headers.get("cookie"), secret), readWayIn(headers.get(WAY_IN_HEADER))];
  return { email, address: getIP(headers, ctx.context.options), device, wayIn };
}

export type Auth = ReturnType<typeof createAuth>;
