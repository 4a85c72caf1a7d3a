import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Vault } from "@alongside/db/vault/vault";
import type { Role } from "@alongside/domain/access/role";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordConsents } from "../consent/record";
import type { Context } from "../context";
import { askErasure } from "../erasure/ask";
import { confirmErasure } from "../erasure/confirm";
import { saveIdentitySettings } from "../identity-settings/save";
import { enrolParticipant } from "../participant/enrol";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { keepIdentity, testVault } from "../testing/with-vault";
import { recordWithdrawal } from "../withdrawal/record";
import { listReadings } from "./list-readings";
import { readContactDetails } from "./read";
import { removeContactDetails } from "./remove";
import { saveContactDetails } from "./save";
import { contactStatus } from "./status";

const database = useTestDatabase();
let vault: Vault;
beforeAll(() => {
  vault = testVault(database.vaultUrl);
});
afterAll(() => vault.close());

const DETAILS = { name: "Zephyrine Quillfeather", phone: "+254 712 345678", sms: "no" } as const;

/** A programme that keeps contact details, with somebody at its first site of whom some are kept. */
async function makeReachable() {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  const person = async (role: Role, siteId?: string): Promise<Context> => {
    const at = { programmeId, role, ...(siteId === undefined ? {} : { siteId }) };
    return { ...(await signedIn(database.db, at)), vault };
  };
  const administrator = await person("administrator");
  await keepIdentity(administrator, programmeId);
  const nurse = await person("clinic-staff", plan.sites[0].id);
  const enrolled = expectOk(
    await enrolParticipant(administrator, {
      ...{ programmeId, participantId: uuidv7(), siteId: plan.sites[0].id, cohortId: plan.cohorts[0].id },
      enrolledOn: "2026-01-05",
    }),
  );
  const about = { programmeId, participantId: enrolled.participantId };
  // Nobody who has not agreed has contact details here.
  expect(reasonOf(await saveContactDetails(nurse, { ...about, details: DETAILS }))).toBe(
    "rule:contact-details.not-agreed",
  );
  expectOk(await say(nurse, about, "given"));
  expectOk(await saveContactDetails(nurse, { ...about, details: DETAILS }));
  return { plan, programmeId, person, administrator, nurse, about, code: enrolled.code };
}

/** Records what somebody says to being contacted. */
const say = (
  context: Context,
  about: { programmeId: string; participantId: string },
  state: "given" | "withdrawn" | "refused",
) =>
  recordConsents(context, {
    ...about,
    ...{ decidedOn: "2026-06-10", language: "en", witness: "spoken" },
    answers: [{ consentId: uuidv7(), purpose: "contact", state, version: 0 }],
  });

const reading = (about: { programmeId: string; participantId: string }) => ({
  ...about,
  readingId: uuidv7(),
  for: { purpose: "missed-visit" as const },
});

/** What the trail says about somebody, oldest first. */
async function trail(participantId: string) {
  const events = await database.db.auditEvent.findMany({
    where: { subjectId: participantId, action: { startsWith: "contact-details." } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { action: true, actorId: true, detail: true },
  });
  return events;
}

describe("contact details", () => {
  it("are read for a purpose, and who read which fields for what is in the trail and in the list, without the values", async () => {
    const { nurse, administrator, about, programmeId, code } = await makeReachable();
    const shown = expectOk(await readContactDetails(nurse, reading(about)));
    expect(shown).toEqual({ details: DETAILS, shownForSeconds: 60 });
    const other = { ...reading(about), for: { purpose: "other" as const, words: "The card was left at the desk" } };
    expectOk(await readContactDetails(nurse, other));
    const reader = nurse.actor?.userId;
    expect(await trail(about.participantId)).toEqual([
      { action: "contact-details.save", actorId: reader, detail: { added: ["name", "phone", "sms"], corrected: [] } },
      {
        action: "contact-details.read",
        actorId: reader,
        detail: { purpose: "missed-visit", fields: ["name", "phone", "sms"] },
      },
      {
        action: "contact-details.read",
        actorId: reader,
        detail: { purpose: "other", fields: ["name", "phone", "sms"] },
      },
    ]);
    const list = expectOk(await listReadings(administrator, { programmeId }));
    expect(list.readings).toMatchObject([
      { code, readerName: nurse.actor?.name, purpose: "other", purposeWords: "The card was left at the desk" },
      { code, readerName: nurse.actor?.name, purpose: "missed-visit", fields: ["name", "phone", "sms"] },
    ]);
    expect(list.readers).toEqual([{ readerId: reader, name: nurse.actor?.name, count: 2 }]);
    const stored = JSON.stringify([list, await trail(about.participantId)]);
    expect(stored).not.toMatch(/Quillfeather|712 345678/);
  });

  it("are not opened when their reading cannot be written down", async () => {
    const { nurse, about } = await makeReachable();
    const asked: string[] = [];
    const watched: Vault = {
      ...vault,
      open: (...given) => {
        asked.push("open");
        return vault.open(...given);
      },
    };
    await database.owner
      .$executeRaw`ALTER TABLE audit_event ADD CONSTRAINT full_disk CHECK (action <> 'contact-details.read') NOT VALID`;
    try {
      await expect(readContactDetails({ ...nurse, vault: watched }, reading(about))).rejects.toThrow();
      expect(asked).toEqual([]);
      expect(await database.db.contactReading.findMany({ where: about })).toEqual([]);
    } finally {
      await database.owner.$executeRaw`ALTER TABLE audit_event DROP CONSTRAINT full_disk`;
    }
    expectOk(await readContactDetails({ ...nurse, vault: watched }, reading(about)));
    expect(asked).toEqual(["open"]);
  });

  it("need a purpose of the list, and words for another", async () => {
    const { nurse, about } = await makeReachable();
    for (const purpose of [
      { purpose: "curiosity" },
      { purpose: "other" },
      { purpose: "other", words: "  " },
      undefined,
    ]) {
      const asked = { ...reading(about), for: purpose } as never;
      expect(reasonOf(await readContactDetails(nurse, asked))).toBe("invalid:input.invalid");
    }
    expect((await trail(about.participantId)).map(({ action }) => action)).toEqual(["contact-details.save"]);
  });

  it("are for clinic staff and peer coordinators of the person's site alone", async () => {
    const { plan, person, about } = await makeReachable();
    const [here, there] = [plan.sites[0].id, plan.sites[1].id];
    const answers = async (role: Role, siteId?: string) =>
      reasonOf(await readContactDetails(await person(role, siteId), reading(about)));
    expect(await answers("clinic-staff", here)).toBe("ok");
    expect(await answers("peer-coordinator", here)).toBe("ok");
    expect(await answers("peer-coordinator", there)).toBe("not-found:participant.none");
    expect(await answers("clinic-staff", there)).toBe("not-found:participant.none");
    for (const role of ["administrator", "evaluator", "researcher"] as const) {
      expect(await answers(role)).toBe("forbidden:access.denied");
    }
    const other = await makeReachable();
    const mixed = { ...reading(other.about), programmeId: about.programmeId };
    expect(reasonOf(await readContactDetails(await person("clinic-staff"), mixed))).toBe("not-found:participant.none");
  });

  it("are corrected in place and deleted for good, with the names of the fields in the trail", async () => {
    const { nurse, about, person } = await makeReachable();
    const phone = "+254 733 000 111";
    expectOk(await saveContactDetails(nurse, { ...about, details: { phone, place: "Behind the market" } }));
    const removed = await removeContactDetails(await person("administrator"), { ...about, fields: ["name"] });
    expect(expectOk(removed)).toEqual({ removed: ["name"] });
    expect(expectOk(await contactStatus(nurse, about))).toEqual({ kept: ["phone", "place", "sms"], closed: null });
    expect(expectOk(await readContactDetails(nurse, reading(about))).details).toEqual({
      ...{ phone, place: "Behind the market", sms: "no" },
    });
    expectOk(await removeContactDetails(nurse, { ...about, fields: "all" }));
    expectOk(await removeContactDetails(nurse, { ...about, fields: "all" }));
    const left = await database.owner.$queryRaw`
      SELECT field FROM vault.contact_detail WHERE participant_id = ${about.participantId}::uuid`;
    expect(left).toEqual([]);
    expect(reasonOf(await readContactDetails(nurse, reading(about)))).toBe("not-found:contact-details.none");
    expect((await trail(about.participantId)).map(({ action, detail }) => [action, detail]).slice(1)).toEqual([
      ["contact-details.save", { added: ["place"], corrected: ["phone"] }],
      ["contact-details.delete", { removed: ["name"] }],
      ["contact-details.read", { purpose: "missed-visit", fields: ["phone", "place", "sms"] }],
      ["contact-details.delete", { removed: ["phone", "place", "sms"] }],
    ]);
  });

  it("of a repeated request are read once, and its id opens nothing for anybody else", async () => {
    const { nurse, about, person } = await makeReachable();
    const asked = reading(about);
    expectOk(await readContactDetails(nurse, asked));
    expectOk(await readContactDetails(nurse, asked));
    expect(await database.db.contactReading.findMany({ where: about })).toHaveLength(1);
    const colleague = await person("clinic-staff");
    expect(reasonOf(await readContactDetails(colleague, asked))).toBe("conflict:contact-details.other");
  });

  it("are not opened by an old reading again: a later request leaves a trace of its own or is refused", async () => {
    const { nurse, about } = await makeReachable();
    const asked = reading(about);
    const at = (seconds: number): Context => ({
      ...nurse,
      now: () => new Date(nurse.now().getTime() + seconds * 1000),
    });
    expectOk(await readContactDetails(nurse, asked));
    expectOk(await readContactDetails(at(60), asked));
    expect(reasonOf(await readContactDetails(at(61), asked))).toBe("conflict:contact-details.other");
    expect(await database.db.contactReading.count({ where: { participantId: about.participantId } })).toBe(1);
  });

  it("exist only where a programme has switched them on, and go when it switches them off, which has to be said", async () => {
    const { nurse, administrator, about, programmeId } = await makeReachable();
    const off = { programmeId, basedOn: 1, contactDetails: false, duplicateRecipe: "none" as const };
    expect(reasonOf(await saveIdentitySettings(administrator, off))).toBe("rule:identity-settings.would-delete");
    expect(await vault.countPeople(programmeId)).toBe(1);
    const ended = expectOk(await saveIdentitySettings(administrator, { ...off, deleteDetails: true }));
    expect(ended).toMatchObject({ version: 2, contactDetails: false, deleted: 1 });
    expect(await vault.countPeople(programmeId)).toBe(0);
    expect(reasonOf(await readContactDetails(nurse, reading(about)))).toBe("rule:contact-details.off");
    expect(reasonOf(await saveContactDetails(nurse, { ...about, details: DETAILS }))).toBe("rule:contact-details.off");
    expect(await vault.countPeople(programmeId)).toBe(0);
    const without = { ...administrator, vault: null };
    const on = { programmeId, basedOn: 2, contactDetails: true, duplicateRecipe: "none" as const };
    expect(reasonOf(await saveIdentitySettings(without, on))).toBe("rule:identity-settings.no-vault");
    expect(reasonOf(await saveIdentitySettings(administrator, { ...on, basedOn: 1 }))).toBe(
      "conflict:identity-settings.changed-since",
    );
  });

  it("of somebody who has stepped back are opened and written for nobody, and can still be deleted", async () => {
    const { nurse, about } = await makeReachable();
    const step = { ...about, withdrawalId: uuidv7(), level: "contact" as const, reason: "privacy" as const };
    expect(reasonOf(await recordWithdrawal(nurse, step))).toBe("ok");
    expect(reasonOf(await readContactDetails(nurse, reading(about)))).toBe("rule:contact-details.stepped-back");
    expect(reasonOf(await saveContactDetails(nurse, { ...about, details: DETAILS }))).toBe(
      "rule:contact-details.stepped-back",
    );
    expect(expectOk(await contactStatus(nurse, about)).kept).toEqual(["name", "phone", "sms"]);
    expectOk(await removeContactDetails(nurse, { ...about, fields: "all" }));
    expect(expectOk(await contactStatus(nurse, about)).kept).toEqual([]);
  });

  it("of somebody who takes their agreement back are closed from then on, and open again when they agree again", async () => {
    const { nurse, about } = await makeReachable();
    expectOk(await say(nurse, about, "withdrawn"));
    expect(reasonOf(await readContactDetails(nurse, reading(about)))).toBe("rule:contact-details.not-agreed");
    expect(expectOk(await contactStatus(nurse, about))).toEqual({
      kept: ["name", "phone", "sms"],
      closed: "contact-details.not-agreed",
    });
    expectOk(await say(nurse, about, "given"));
    expectOk(await readContactDetails(nurse, reading(about)));
  });

  it("go with the person who is erased, and so do the list of readings and the mark of who is enrolled twice", async () => {
    const { nurse, administrator, about, code } = await makeReachable();
    expectOk(await readContactDetails(nurse, reading(about)));
    await database.db.duplicateMark.create({ data: { ...about, claim: `${about.programmeId}:like:x` } });
    expectOk(await askErasure(nurse, { ...about, withdrawalId: uuidv7(), reason: "privacy" }));
    expectOk(await confirmErasure(administrator, { ...about, code }));
    const [kept] = await database.owner.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM vault.contact_detail WHERE participant_id = ${about.participantId}::uuid`;
    expect(kept?.n).toBe(0);
    expect(await database.db.contactReading.findMany({ where: about })).toEqual([]);
    expect(await database.db.duplicateMark.findMany({ where: about })).toEqual([]);
  });

  it("that do not open say so instead of showing something else", async () => {
    const { nurse, about } = await makeReachable();
    await database.owner.$executeRaw`
      UPDATE vault.contact_detail SET field = 'place' WHERE participant_id = ${about.participantId}::uuid AND field = 'name'`;
    expect(reasonOf(await readContactDetails(nurse, reading(about)))).toBe("rule:contact-details.not-genuine");
    const stranger = testVault(database.vaultUrl);
    expect(reasonOf(await readContactDetails({ ...nurse, vault: stranger }, reading(about)))).toBe(
      "rule:contact-details.key-missing",
    );
    await stranger.close();
  });
});
