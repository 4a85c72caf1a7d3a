import type { Db } from "@alongside/db/client";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { COOKIE_PREFIX } from "./cookie";

export interface AuthSettings {
  readonly db: Db;
  /** At least 32 characters; signs the session cookie. */
  readonly secret: string;
  /** Address under which people reach the application, e.g. https://example.org. */
  readonly baseUrl: string;
  readonly trustedOrigins?: readonly string[];
  /** Sign-in attempts allowed per address and ten seconds. */
  readonly attemptsPerTenSeconds?: number;
}

/** A working day: long enough for a clinic session, short enough for a lost device. */
const SESSION_SECONDS = 12 * 60 * 60;

/**
 * Sign-in with email and password, sessions and attempt limits in the database. There is no public sign-up: accounts are
 * made by an administrator (`createAccount`).
 */
export function createAuth(settings: AuthSettings) {
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
      customRules: { "/sign-in/email": { window: 10, max: settings.attemptsPerTenSeconds ?? 5 } },
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
          },
        },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      database: { generateId: "uuid" },
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
