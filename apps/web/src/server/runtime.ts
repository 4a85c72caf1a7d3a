import "server-only";
import { openApi } from "@alongside/api/serve";
import { accounts } from "@alongside/auth/accounts";
import { type Auth, createAuth } from "@alongside/auth/auth";
import { createSecondFactor, type SecondFactor } from "@alongside/auth/second-factor/second-factor";
import { type Environment, env } from "@/env";
import { logUnexpected } from "./log";

interface WebRuntime {
  readonly api: ReturnType<typeof openApi>;
  readonly auth: Auth;
  readonly secondFactor: SecondFactor;
}

// One per process, also across the module reloads of development.
const holder = globalThis as { alongsideRuntime?: WebRuntime };

/** Contact details need a connection and keys of their own; without either this installation keeps none. */
function vaultOf(settings: Environment): Parameters<typeof openApi>[2]["vault"] {
  const { VAULT_DATABASE_URL: url, ALONGSIDE_VAULT_KEY: text, ALONGSIDE_VAULT_KEYS_FILE: file } = settings;
  if (url === "" || (text === "" && file === "")) return null;
  return { url, keys: text === "" ? { file } : { text } };
}

/** Database and sign-in of this process; made at the first request, never during a build. */
export function runtime(): WebRuntime {
  if (!holder.alongsideRuntime) {
    const settings = env();
    const api = openApi(settings.DATABASE_URL, accounts, {
      vault: vaultOf(settings),
      poolMax: settings.ALONGSIDE_DATABASE_POOL,
      auditKey: settings.ALONGSIDE_AUDIT_KEY,
      auditWitness: settings.ALONGSIDE_AUDIT_WITNESS,
      secret: settings.BETTER_AUTH_SECRET,
      ...(settings.ALONGSIDE_BACKUP_DIR && { backupsKept: settings.ALONGSIDE_BACKUP_KEEP }),
      secondFactorRequired: settings.ALONGSIDE_PRODUCTION,
      report: (error) => logUnexpected("computation", error, "none"),
    });
    const attempts = settings.ALONGSIDE_SIGN_IN_ATTEMPTS;
    const auth = createAuth({
      db: api.db,
      secret: settings.BETTER_AUTH_SECRET,
      baseUrl: settings.BETTER_AUTH_URL,
      trustedOrigins: settings.BETTER_AUTH_TRUSTED_ORIGINS,
      ...(attempts === undefined ? {} : { attemptsPerAddress: attempts }),
    });
    const secondFactor = createSecondFactor(api.db, settings.BETTER_AUTH_SECRET, {
      id: new URL(settings.BETTER_AUTH_URL).hostname,
      origins: [settings.BETTER_AUTH_URL, ...settings.BETTER_AUTH_TRUSTED_ORIGINS].map((url) => new URL(url).origin),
    });
    holder.alongsideRuntime = { api, auth, secondFactor };
  }
  return holder.alongsideRuntime;
}
