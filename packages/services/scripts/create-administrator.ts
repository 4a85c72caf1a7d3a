// `pnpm create-administrator --programme NAME --name NAME --email ADDRESS`: the first programme of an empty installation
// and its first administrator. Everybody else is added by them, under Settings.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { accounts } from "@alongside/auth/accounts";
import { createDb } from "@alongside/db/client";
import { applyMigrations } from "@alongside/db/migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "@alongside/db/migrate/migrations-directory";
import type { Failure } from "@alongside/domain/failure/failure";
import { uuidv7 } from "uuidv7";
import { foundProgramme } from "../src/programme/found";
import { openOwnerDatabase } from "./open-owner-database";

const USAGE = "usage: pnpm create-administrator --programme NAME --name NAME --email ADDRESS";

function fromCommandLine(): Parameters<typeof foundProgramme>[2] | null {
  const text = { type: "string" } as const;
  try {
    const { programme, name, email } = parseArgs({ options: { programme: text, name: text, email: text } }).values;
    return programme && name && email ? { programme, name, email } : null;
  } catch {
    return null;
  }
}

function advice(failure: Failure): string {
  if (failure.reason === "programme.founded-already")
    return "Somebody has an account here already. Sign in as an administrator and add people under Settings.";
  const fields = failure.issues?.map(({ path: field }) => `--${field}`).join(", ") ?? failure.reason;
  return `These do not look right: ${fields}\n${USAGE}`;
}

async function run(input: Parameters<typeof foundProgramme>[2]): Promise<number> {
  const database = await openOwnerDatabase();
  try {
    const migrated = await applyMigrations(database.url, MIGRATIONS_DIRECTORY);
    if (!migrated.ok) throw new Error(`${migrated.failure.migration}: ${migrated.failure.detail}`);
    const db = createDb(database.url, { poolMax: 1 });
    const context = { accounts, now: () => new Date(), newId: uuidv7, randomBytes };
    const founded = await foundProgramme(db, context, input).finally(() => db.$disconnect());
    if (!founded.ok) {
      console.error(advice(founded.failure));
      return 1;
    }
    const { email, password } = founded.value;
    console.log(
      `Sign in as ${email} with this password, shown only now and good until you choose your own:\n\n  ${password}\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

const input = fromCommandLine();
if (input === null) console.error(USAGE);
process.exitCode = input === null ? 2 : await run(input);
