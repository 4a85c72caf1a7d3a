import type { Accounts } from "@alongside/auth/accounts";
import { createDb, type Tx } from "@alongside/db/client";
import { DEMO_PROGRAMME } from "./demo-plan";
import { DEMO_SEED, generateDemo } from "./generate-demo";
import { DEMO_SIGN_INS, type DemoSignIn } from "./sign-ins";
import { writeDemo } from "./write-demo";

export interface LoadedDemo {
  /** False when there was something in the database already. */
  readonly loaded: boolean;
  /** Accounts that may be offered to everybody, because they open nothing but simulated or published data. */
  readonly signIns: readonly DemoSignIn[];
}

/** Two starts at once take turns. */
const LOCK = 72707372;
const TIMEOUT_MS = 120_000;

/**
 * Loads the simulated programme into a database that has neither a programme nor a person. All of it or nothing: a load
 * that is killed has left nothing behind.
 *
 * @param url of the database, as the owner of its tables
 * @param accounts makes the people who can sign in
 * @param now today, from which everything in the demonstration is counted back
 */
export async function loadDemoIfEmpty(url: string, accounts: Accounts, now: Date): Promise<LoadedDemo> {
  const db = createDb(url, { poolMax: 1 });
  try {
    return await db.$transaction(
      async (tx) => {
        // The one that waits does so for as long as the other's load may take (TIMEOUT_MS), not as requests do.
        await tx.$executeRaw`SET LOCAL lock_timeout = '120s'`;
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
        const [programme, user] = [await tx.programme.findFirst(), await tx.user.findFirst()];
        if (programme !== null || user !== null) return { loaded: false, signIns: await openSignIns(tx) };
        await writeDemo(tx, accounts, generateDemo(DEMO_SEED, now));
        return { loaded: true, signIns: DEMO_SIGN_INS };
      },
      { timeout: TIMEOUT_MS },
    );
  } finally {
    await db.$disconnect();
  }
}

/** The demonstration's accounts that still open what they should: the demonstration, and no data of real people. */
async function openSignIns(tx: Tx): Promise<readonly DemoSignIn[]> {
  const people = await tx.user.findMany({
    where: { email: { in: DEMO_SIGN_INS.map(({ email }) => email) }, disabledAt: null, mustChangePassword: false },
    select: { email: true, memberships: { select: { programme: { select: { slug: true, dataLabel: true } } } } },
  });
  const open = new Set(
    people
      .filter(({ memberships }) => memberships.some(({ programme }) => programme.slug === DEMO_PROGRAMME.slug))
      .filter(({ memberships }) => memberships.every(({ programme }) => programme.dataLabel !== null))
      .map(({ email }) => email),
  );
  return DEMO_SIGN_INS.filter(({ email }) => open.has(email));
}
