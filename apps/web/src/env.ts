import { ROLES } from "@alongside/domain/access/role";
import { z } from "zod";

/**
 * The only reader of the process environment in the web app. Values are read when first asked for, not when a module
 * loads, because `next build` imports every route without any of them being set.
 */
const demoSignIns = z.array(z.object({ role: z.enum(ROLES), email: z.email(), password: z.string().min(1) }));

const environment = z.object({
  /** PostgreSQL connection string. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connects as the role that opens contact details. Without it none can be kept. */
  VAULT_DATABASE_URL: z.union([z.literal(""), z.url({ protocol: /^postgres(ql)?$/ })]).default(""),
  /** The keyring of contact details itself, or else the file that holds it. */
  ALONGSIDE_VAULT_KEY: z.string().default(""),
  ALONGSIDE_VAULT_KEYS_FILE: z.string().default(""),
  /** Secret that signs session cookies; at least 32 characters. */
  BETTER_AUTH_SECRET: z.string().min(32),
  /** Address people type, e.g. https://alongside.example.org. */
  BETTER_AUTH_URL: z.url({ protocol: /^https?$/ }),
  /** Further addresses under which people reach this server, comma-separated. */
  BETTER_AUTH_TRUSTED_ORIGINS: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
  /** Signs the daily anchors of audit trails: an Ed25519 private key, PEM. Without one there are no anchors. */
  ALONGSIDE_AUDIT_KEY: z.string().default(""),
  ALONGSIDE_AUDIT_WITNESS: z.string().default(""),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Database connections per process. */
  ALONGSIDE_DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /**
   * Addresses or ranges ("10.0.0.0/8") of the proxies in front of this server, comma-separated. Only what they forward
   * counts as a client's address.
   */
  ALONGSIDE_TRUSTED_PROXY: z.string().default(""),
  /** "1" where people's real data are: administrators, and whoever exports, need a second step of signing in. */
  ALONGSIDE_PRODUCTION: z
    .string()
    .optional()
    .transform((text) => text === "1"),
  /** Set where a backup is made every day, and how many are kept: what whoever is erased is told. */
  ALONGSIDE_BACKUP_DIR: z.string().default(""),
  ALONGSIDE_BACKUP_KEEP: z.string().default(""),
  /** Raises the sign-in limit for journeys in a test browser; never set it where people sign in. */
  ALONGSIDE_SIGN_IN_ATTEMPTS: z.coerce.number().int().min(1).optional(),
  /** Raises the limit of requests of one session in ten seconds, for measuring; never needed where people work. */
  ALONGSIDE_REQUESTS_PER_SESSION: z.coerce.number().int().min(1).optional(),
  /**
   * JSON list of demonstration accounts to offer on the sign-in page. The start command sets it when, and only when, the
   * database holds nothing but the simulated programme.
   */
  ALONGSIDE_DEMO_SIGN_INS: z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return [];
      const list = demoSignIns.safeParse(parseJson(text));
      if (list.success) return list.data;
      context.addIssue("not a JSON list of {role, email, password}");
      return z.NEVER;
    }),
});

export type Environment = z.infer<typeof environment>;

export type DemoSignIn = Environment["ALONGSIDE_DEMO_SIGN_INS"][number];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

let read: Environment | undefined;

/** The validated environment. Throws, naming every variable that is missing or malformed, but never its value. */
export function env(): Environment {
  if (read) return read;
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete.\n${problems.join("\n")}`);
  }
  read = parsed.data;
  return read;
}

/** True in development, where the framework needs `eval` for its error overlay. Safe to call during the build. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}
