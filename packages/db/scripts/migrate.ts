// Applies the committed migrations: `pnpm --filter @alongside/db migrate`, with DATABASE_URL for a server.
import { applyMigrations } from "../src/migrate/apply-migrations";
import { MIGRATIONS_DIRECTORY } from "../src/migrate/migrations-directory";
import { openDatabase } from "./open-database";

const database = await openDatabase();
try {
  const outcome = await applyMigrations(database.ownerUrl, MIGRATIONS_DIRECTORY);
  if (outcome.ok) {
    console.log(outcome.applied.length === 0 ? "nothing to apply" : `applied ${outcome.applied.join(", ")}`);
    if (!outcome.applicationRole) {
      console.log(
        "The role alongside_app does not exist on this server, so the application connects as the owner and the audit " +
          "trail is append-only by the application's own care. docs/decisions/0004 says how to have the server enforce it.",
      );
    }
  } else {
    const { code, migration, detail } = outcome.failure;
    console.error(`${migration}: ${code}: ${detail}. Nothing of it was applied.`);
    process.exitCode = 1;
  }
} finally {
  await database.close();
}
