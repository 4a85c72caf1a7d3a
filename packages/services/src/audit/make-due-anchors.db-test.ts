import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { newAnchorKey, readAnchorKey } from "@alongside/db/audit/anchor-key";
import { fileWitness, WITNESS_FILE } from "@alongside/db/audit/anchor-witness";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { createSite } from "../site/create";
import { signedIn, TEST_NOW } from "../testing/test-context";
import { makeDueAnchors } from "./make-due-anchors";
import { readAuditState } from "./read-state";
import { verifyAudit } from "./verify";

const database = useTestDatabase();
const key = readAnchorKey(newAnchorKey());
const folder = mkdtempSync(path.join(os.tmpdir(), "alongside-witness-"));
const witness = fileWitness(path.join(folder, WITNESS_FILE));
afterAll(() => rmSync(folder, { recursive: true }));
const DAY = 86_400_000;
const later = (days: number) => new Date(TEST_NOW.getTime() + days * DAY);
let administrator: Context;
let programmeId: string;

const anchors = async (at: Date) => (await makeDueAnchors(administrator.database, { key, witness }, at)).made;
const addSite = (name: string) => createSite(administrator, { programmeId, name });
const state = async () => {
  const read = await readAuditState(administrator, { programmeId });
  if (!read.ok) throw new Error(read.failure.reason);
  return read.value;
};
const verdict = async () => {
  const read = await verifyAudit(administrator, { programmeId });
  if (!read.ok) throw new Error(read.failure.reason);
  return read.value;
};

beforeAll(async () => {
  programmeId = (await makeProgramme(database.db)).programme.id;
  administrator = {
    ...(await signedIn(database.db, { programmeId, role: "administrator" })),
    anchorKey: key,
    anchorWitness: witness,
  };
});

describe("anchors of the day", () => {
  it("are made for programmes where something has happened, once a day, by whichever server comes first", async () => {
    await makeProgramme(database.db);
    await addSite("East");
    const made = await Promise.all([1, 2, 3].map(() => anchors(TEST_NOW)));
    expect(made.toSorted()).toEqual([0, 0, 1]);
    expect(await anchors(later(1))).toBe(0);
    await addSite("West");
    expect(await anchors(later(1))).toBe(1);
    const { anchors: kept, key: shown } = await state();
    expect(kept.map(({ number, day, chains, keyId }) => [number, day, chains, keyId])).toEqual([
      [2, "2026-06-16", 1, key.id],
      [1, "2026-06-15", 1, key.id],
    ]);
    expect(shown?.publicPem).toContain("BEGIN PUBLIC KEY");
  });

  it("let the trail be verified by an administrator, and show where it was edited", async () => {
    expect(await verdict()).toMatchObject({ anchors: 2, notAnchored: 0, findings: [], signaturesChecked: true });
    const { count } = await database.owner.auditEvent.updateMany({
      where: { programmeId, action: "site.create", sequence: 1 },
      data: { action: "site.update" },
    });
    expect(count).toBe(1);
    expect((await verdict()).findings).toEqual([{ subjectId: expect.any(String), place: 1, fault: "edited" }]);
  });

  it("are remembered outside the database, which shows when they were taken away, and are not made again over it", async () => {
    expect(witness.seen(programmeId)).toMatchObject({ number: 2 });
    expect(statSync(path.join(folder, WITNESS_FILE)).mode & 0o777).toBe(0o600);
    await database.owner.auditAnchorLeaf.deleteMany({ where: { programmeId, anchor: 2 } });
    await database.owner.auditAnchor.deleteMany({ where: { programmeId, number: 2 } });
    expect((await verdict()).findings).toContainEqual({ subjectId: null, place: 2, fault: "anchors-cut" });
    await addSite("Hill");
    const round = await makeDueAnchors(administrator.database, { key, witness }, later(9));
    expect(round).toEqual({ made: 0, cut: [programmeId] });
    writeFileSync(path.join(folder, WITNESS_FILE), "{");
    await expect(makeDueAnchors(administrator.database, { key, witness }, later(9))).rejects.toThrow();
    expect(await database.db.auditAnchor.count({ where: { programmeId } })).toBe(1);
  });

  it("are not for others than administrators", async () => {
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    expect(await readAuditState(researcher, { programmeId })).toMatchObject({ ok: false });
    expect(await verifyAudit(researcher, { programmeId })).toMatchObject({ ok: false });
  });
});
