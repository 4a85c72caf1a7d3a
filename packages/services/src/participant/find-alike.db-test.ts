import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Vault } from "@alongside/db/vault/vault";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveIdentitySettings } from "../identity-settings/save";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { keepIdentity, testVault } from "../testing/with-vault";
import { enrolParticipant } from "./enrol";
import { findAlike, MOST_QUESTIONS_AN_HOUR } from "./find-alike";

const database = useTestDatabase();
let vault: Vault;
beforeAll(() => {
  vault = testVault(database.vaultUrl);
});
afterAll(() => vault.close());

/** A programme that asks for initials and birth year, with staff of one site. */
async function makeAsking() {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  const administrator = { ...(await signedIn(database.db, { programmeId, role: "administrator" })), vault };
  await keepIdentity(administrator, programmeId, "initials-birth-year");
  const at = { programmeId, role: "clinic-staff", siteId: plan.sites[0].id } as const;
  const nurse = { ...(await signedIn(database.db, at)), vault };
  const enrol = (attribute: string | undefined, siteIndex: 0 | 1 = 0) =>
    enrolParticipant(administrator, {
      ...{ programmeId, participantId: uuidv7(), siteId: plan.sites[siteIndex].id, cohortId: plan.cohorts[0].id },
      ...{ enrolledOn: "2026-01-05", attribute },
    });
  return { programmeId, administrator, nurse, enrol };
}

/** Every value of every column of every table, as text. */
async function everything(): Promise<string> {
  const tables = await database.owner.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'vault')`;
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.owner.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM ${name} AS t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}

describe("somebody enrolled twice", () => {
  it("is noticed however it is written, with the code at one's own site and no more than that of another", async () => {
    const { programmeId, nurse, administrator, enrol } = await makeAsking();
    const here = expectOk(await enrol("ZQ 1907"));
    const there = expectOk(await enrol("z.q. 1907", 1));
    expectOk(await enrol("ZQ 1908", 1));
    const seen = expectOk(await findAlike(nurse, { programmeId, attribute: "zq1907" }));
    expect(seen).toEqual({ codes: [here.code], elsewhere: true });
    const all = expectOk(await findAlike(administrator, { programmeId, attribute: "Z-Q 1907" }));
    expect(all).toEqual({ codes: [here.code, there.code].toSorted(), elsewhere: false });
    expect(expectOk(await findAlike(nurse, { programmeId, attribute: "ZQ 1908" }))).toEqual({
      codes: [],
      elsewhere: true,
    });
    expect(expectOk(await findAlike(nurse, { programmeId, attribute: "AB 1908" }))).toEqual({
      codes: [],
      elsewhere: false,
    });
  });

  it("is found within a programme only, and what was typed stands nowhere", async () => {
    const one = await makeAsking();
    const other = await makeAsking();
    expectOk(await one.enrol("QXW 1911"));
    expect(expectOk(await findAlike(other.nurse, { programmeId: other.programmeId, attribute: "QXW 1911" }))).toEqual({
      ...{ codes: [], elsewhere: false },
    });
    expectOk(await findAlike(one.nurse, { programmeId: one.programmeId, attribute: "qxw-1911" }));
    const stored = await everything();
    expect(stored).toContain(`${one.programmeId}:like:`);
    expect(stored).not.toMatch(/qxw.{0,3}1911/i);
    // Neither is the plain hash that anybody could compute for every initial and year.
    const { createHash } = await import("node:crypto");
    for (const plain of ["QXW1911", `${one.programmeId}QXW1911`]) {
      for (const coding of ["hex", "base64url"] as const) {
        expect(stored).not.toContain(createHash("sha256").update(plain).digest(coding));
      }
    }
  });

  it("is asked about by name of the recipe in the trail, and not without end", async () => {
    const { programmeId, nurse } = await makeAsking();
    const ask = (n: number) => findAlike(nurse, { programmeId, attribute: `AB ${1900 + n}` });
    for (let n = 0; n < MOST_QUESTIONS_AN_HOUR; n += 1) expectOk(await ask(n));
    expect(reasonOf(await ask(99))).toBe("too-many:duplicate.too-many");
    const events = await database.db.auditEvent.findMany({ where: { programmeId, action: "participant.find-alike" } });
    expect(events).toHaveLength(MOST_QUESTIONS_AN_HOUR);
    expect(events[0]?.detail).toEqual({ recipe: "initials-birth-year", found: 0, elsewhere: false });
    const later = { ...nurse, now: () => new Date(nurse.now().getTime() + 3_600_001) };
    expect(reasonOf(await findAlike(later, { programmeId, attribute: "AB 1990" }))).toBe("ok");
  });

  it("is not looked for where the programme does not ask, and another recipe forgets the hashes", async () => {
    const { programmeId, nurse, administrator, enrol } = await makeAsking();
    expect(reasonOf(await enrol("not this"))).toBe("invalid:duplicate.unreadable");
    expectOk(await enrol("AB 1987"));
    expect(await database.db.duplicateMark.findMany({ where: { programmeId } })).toHaveLength(1);
    const none = { programmeId, basedOn: 1, contactDetails: true, duplicateRecipe: "none" as const };
    expectOk(await saveIdentitySettings(administrator, none));
    expect(await database.db.duplicateMark.findMany({ where: { programmeId } })).toEqual([]);
    expect(reasonOf(await findAlike(nurse, { programmeId, attribute: "AB 1987" }))).toBe("rule:duplicate.off");
    expectOk(await enrol("AB 1987"));
    expect(await database.db.duplicateMark.findMany({ where: { programmeId } })).toEqual([]);
  });
});
