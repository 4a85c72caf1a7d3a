// `pnpm vault:rotate-key`: a new key for contact details. Everything that is kept is sealed with it while the application
// runs on; the old key is taken away when all of it has been opened with the new one. Interrupted, it goes on when it is
// called again. Needs DATABASE_URL as the owner, else the embedded database in ALONGSIDE_DATA_DIR (default: .data).
//
// `--start-over` makes new keys when the file is lost for good; without a reason like that Alongside does not start.
//
// Where the keys are given in ALONGSIDE_VAULT_KEY: `--new` prints them with a new one in front. Set that, restart, then call
// it without `--new`; at the end it prints the keys without the old ones.
import { existsSync } from "node:fs";
import path from "node:path";
import { keysFromFile, keysFromText, makeKeyFile } from "../src/vault/key-store";
import { keyringText, withNewestOnly, withNewKey } from "../src/vault/keyring";
import { rotateKey } from "../src/vault/rotate-key";
import { openDatabase } from "./open-database";

const given = process.env.ALONGSIDE_VAULT_KEY;
const folder = path.resolve(import.meta.dirname, "../../..", process.env.ALONGSIDE_DATA_DIR ?? ".data");
const store = given ? keysFromText(given) : keysFromFile(path.join(folder, "vault-keys.json"));

async function rotate(): Promise<void> {
  const database = await openDatabase();
  try {
    const done = await rotateKey(database.ownerUrl, store, (count) =>
      console.log(`${count} values sealed with the new key`),
    );
    console.log(
      `${done.sealedAgain} values sealed again, ${done.verified} opened with the new key alone, ` +
        `${done.oldKeysRemoved} old keys taken away.`,
    );
    if (given) {
      console.log("ALONGSIDE_VAULT_KEY can be this from now on:");
      console.log(keyringText(withNewestOnly(store.read())));
    }
  } finally {
    await database.close();
  }
}

if (process.argv.includes("--start-over")) {
  const file = path.join(folder, "vault-keys.json");
  if (given || existsSync(file)) {
    console.error("There are keys. Nothing was changed.");
    process.exitCode = 2;
  } else {
    makeKeyFile(file);
    console.log(`${file} holds new keys. What was sealed with others does not open with them.`);
  }
} else if (process.argv.includes("--new")) {
  if (given) console.log(keyringText(withNewKey(store.read())));
  else console.error("--new is for keys given in ALONGSIDE_VAULT_KEY; in a file a new one is made by itself.");
  process.exitCode = given ? 0 : 2;
} else await rotate();
