import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { createDb, type Db } from "../client";
import { dropDatabase, maintain, withDatabase } from "./test-server";

/** A database of one test file's own, with all migrations applied and no rows. */
export interface TestDatabase {
  readonly name: string;
  /** Connects as the application does. */
  readonly url: string;
  /** Connects as the owner of the schema. */
  readonly ownerUrl: string;
  /** Connects as the vault's role. */
  readonly vaultUrl: string;
  /**
   * An open client as the owner of the schema, for what a test makes and looks up itself. What it tests runs as the
   * application, behind the policies: a service is given `application`.
   */
  readonly db: Db;
  /** The same, said where a test does what no code of ours may do: change or remove what was collected. */
  readonly owner: Db;
  /** An open client as the application, bound to no programme. */
  readonly application: Db;
  /** Closes the client and drops the database. */
  readonly drop: () => Promise<void>;
}

const applications = new WeakMap<Db, Db>();

/** The application's view of the database that a test's client owns; of any other client, that client itself. */
export function applicationOf(db: Db): Db {
  return applications.get(db) ?? db;
}

/** Copies the run's template into a new database. Needs "@alongside/db/testing/global-setup" as Vitest's global setup. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await maintain(server.ownerUrl, (quote) => `CREATE DATABASE ${quote(name)} TEMPLATE ${quote(server.template)}`);
  const url = withDatabase(server.applicationUrl, name);
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const vaultUrl = withDatabase(server.vaultUrl, name);
  const application = createDb(url, { poolMax: 5 });
  const db = createDb(ownerUrl, { poolMax: 5 });
  applications.set(db, application);
  const drop = async () => {
    await application.$disconnect();
    await db.$disconnect();
    await dropDatabase(server.ownerUrl, name);
  };
  return { name, url, ownerUrl, vaultUrl, db, owner: db, application, drop };
}

/**
 * The database of a test file: made before its tests, dropped after them. Call at the top of the file and use
 * `database.db` inside tests.
 */
export function useTestDatabase(): Omit<TestDatabase, "drop"> {
  let made: TestDatabase | undefined;
  const get = (): TestDatabase => {
    if (made === undefined) throw new Error("the test database exists only while tests run");
    return made;
  };
  beforeAll(async () => {
    made = await createTestDatabase();
  });
  afterAll(async () => {
    await made?.drop();
  });
  return {
    get name() {
      return get().name;
    },
    get url() {
      return get().url;
    },
    get ownerUrl() {
      return get().ownerUrl;
    },
    get vaultUrl() {
      return get().vaultUrl;
    },
    get owner() {
      return get().db;
    },
    get application() {
      return get().application;
    },
    get db() {
      return get().db;
    },
  };
}
