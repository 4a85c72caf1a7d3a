// `pnpm let-back-in --email ADDRESS [--password | --new-device]`: for an administrator who lost the second step, and whom no
// other administrator can help. With --password the password is lost too. With --new-device nothing is lost: strangers guess
// at the address and make its owner wait on a device they never used. On the server, as whoever owns its database.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { accounts } from "@alongside/auth/accounts";
import { createDb } from "@alongside/db/client";
import { uuidv7 } from "uuidv7";
import { letBackIn } from "../src/person/let-back-in";
import { openOwnerDatabase } from "./open-owner-database";

const USAGE = "usage: pnpm let-back-in --email ADDRESS [--password | --new-device]";

function fromCommandLine(): Parameters<typeof letBackIn>[2] | null {
  try {
    const flag = { type: "boolean" } as const;
    const options = { email: { type: "string" }, password: flag, "new-device": flag } as const;
    const { email, password = false, "new-device": newDevice = false } = parseArgs({ options }).values;
    return email && !(password && newDevice) ? { email, password, newDevice } : null;
  } catch {
    return null;
  }
}

async function run(input: Parameters<typeof letBackIn>[2]): Promise<number> {
  const database = await openOwnerDatabase();
  const db = createDb(database.url, { poolMax: 1 });
  try {
    const context = { accounts, now: () => new Date(), newId: uuidv7, randomBytes };
    const done = await letBackIn(db, context, input);
    if (!done.ok) {
      console.error(`No open account of an administrator has this address. Nothing was changed.\n${USAGE}`);
      return 1;
    }
    const { email, password, wayIn } = done.value;
    if (wayIn !== null) {
      console.log(`For one signing in as ${email} within a day, with its password, after the address of the site:\n`);
      console.log(`  /sign-in?way=${wayIn}\n\nNothing else was changed; the audit trail says so.`);
      return 0;
    }
    console.log(`${email} has no second step any more and is signed out everywhere; the audit trail says so.`);
    if (password !== null) console.log(`A password for once, shown only now:\n\n  ${password}\n`);
    console.log("Sign in now and set up another second step.");
    return 0;
  } finally {
    await db.$disconnect();
    await database.close();
  }
}

const input = fromCommandLine();
if (input === null) console.error(USAGE);
process.exitCode = input === null ? 2 : await run(input);
