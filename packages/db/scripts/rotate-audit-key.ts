// `pnpm audit:rotate-key`: a new key for the anchors of audit trails. The public part of the old one stays, so that what it
// has signed can be checked; its private part is gone. Start Alongside again the same day, and save the keys again.
//
// Where the key is given in ALONGSIDE_AUDIT_KEY, it prints what to set there instead.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readAnchorKey, replacedAnchorKey } from "../src/audit/anchor-key";
import { dataFolder } from "./open-database";

const today = new Date().toISOString().slice(0, 10);
const given = process.env.ALONGSIDE_AUDIT_KEY;
const file = path.join(dataFolder(), "audit-key.pem");

try {
  const replaced = replacedAnchorKey(given || readFileSync(file, "utf8"), today);
  if (given) console.log(`ALONGSIDE_AUDIT_KEY has to be this from today on:\n\n${replaced}`);
  else {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, replaced, { mode: 0o600, flag: "wx", flush: true });
    renameSync(draft, file);
    console.log(`${file} holds a new key, ${readAnchorKey(replaced).id}.`);
  }
  console.log(`Anchors of days after ${today} have to be signed with it: start Alongside again today.
Then save the keys again: pnpm backup keys FILE`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\nNothing was changed.`);
  process.exitCode = 1;
}
