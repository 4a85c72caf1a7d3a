import { expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { holdsSealed } from "./holds-sealed";
import { keysFromText } from "./key-store";
import { keyringText, newKeyring } from "./keyring";
import { openVault } from "./vault";

const database = useTestDatabase();
const both = () => Promise.all([holdsSealed(database.ownerUrl), holdsSealed(database.url)]);

test("what only the vault's keys make sense of is noticed, also by a role that may not look at it", async () => {
  expect(await both()).toEqual([false, false]);
  const about = { programmeId: crypto.randomUUID(), participantId: crypto.randomUUID() };
  await database.db.duplicateMark.create({ data: { ...about, claim: `${about.programmeId}:like:x` } });
  expect(await both()).toEqual([true, true]);
  await database.db.duplicateMark.deleteMany();
  expect(await holdsSealed(database.ownerUrl)).toBe(false);

  const vault = openVault({ url: database.vaultUrl, keys: keysFromText(keyringText(newKeyring())) });
  await vault.change(
    about.programmeId,
    (change) => change.put(about.participantId, "name", "Amina"),
    () => true,
  );
  await vault.close();
  expect(await both()).toEqual([true, true]);
});
