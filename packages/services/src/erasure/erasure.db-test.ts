import { verifyCells } from "@alongside/db/change-statistic/verify";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { saveAssessment } from "../assessment/save";
import { recordConsents } from "../consent/record";
import { enrolParticipant } from "../participant/enrol";
import { makeCollecting, newForm } from "../testing/collecting";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { listWiped } from "../withdrawal/list-wiped";
import { askErasure } from "./ask";
import { confirmErasure } from "./confirm";
import { listErasures } from "./list";
import { verifyReceipt } from "./verify-receipt";

const database = useTestDatabase();

/** Every table with rows in which the text stands anywhere, with how many. */
async function whereItStands(text: string): Promise<Readonly<Record<string, number>>> {
  const tables = await database.owner.$queryRaw<{ place: string }[]>`
    SELECT format('%I.%I', s.nspname, c.relname) AS place FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND s.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;
  const found: Record<string, number> = {};
  for (const { place } of tables) {
    const [row] = await database.owner.$queryRawUnsafe<{ n: bigint }[]>(
      `SELECT count(*) AS n FROM ${place} AS t WHERE strpos(t::text, $1) > 0`,
      text,
    );
    if (row && row.n > 0n) found[place] = Number(row.n);
  }
  return found;
}

async function fullRecord() {
  const lab = await makeLaboratory(database.db);
  const { programmeId, nurse, plan } = lab;
  const { participantId, code } = await enrolAt(lab);
  await saveRowsAs(nurse, programmeId, [viralLoadRow(participantId, copies("1000"))]);
  const answers = [{ consentId: uuidv7(), purpose: "survey" as const, state: "given" as const, version: 0 }];
  const said = { decidedOn: "2026-06-01", language: "en", witness: "paper", answers } as const;
  await recordConsents(nurse, { programmeId, participantId, ...said });
  return { lab, plan, programmeId, participantId, code };
}

describe("erasure", () => {
  it("removes the person from every table, and leaves that it happened, the trail and the burnt code", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator } = collecting;
    const form = await newForm(collecting);
    await saveAssessment(evaluator, form);
    await saveAssessment(evaluator, { ...form, answers: { ...form.answers, "gad7.i1": 2 } });
    const staying = await newForm(collecting);
    await saveAssessment(evaluator, staying);
    const { participantId } = form;
    const { code } = await database.db.participant.findUniqueOrThrow({ where: { participantId } });
    const nurse = await signedIn(database.db, { programmeId, role: "clinic-staff" });
    const rows = await saveRowsAs(nurse, programmeId, [viralLoadRow(participantId, copies("1000"))]);
    expect(rows[0]).toMatchObject({ outcome: "saved" });
    await database.owner.$executeRaw`
      INSERT INTO vault.contact_detail (participant_id, field, programme_id, key_id, sealed)
      VALUES (${participantId}::uuid, 'name', ${programmeId}::uuid, 'k', 'sealed'::bytea)`;
    expect(Object.keys(await whereItStands(participantId))).toContain("vault.contact_detail");
    expect(Object.keys(await whereItStands(participantId)).length).toBeGreaterThan(6);

    const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
    const about = { programmeId, participantId };
    expect(reasonOf(await confirmErasure(administrator, { ...about, code }))).toBe("rule:erasure.not-asked");
    const ask = { ...about, withdrawalId: uuidv7(), reason: "privacy" } as const;
    for (const _ of [1, 2]) expect(reasonOf(await askErasure(evaluator, ask))).toBe("ok");
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
    expect(reasonOf(await confirmErasure(administrator, { ...about, code: "0000-0000" }))).toBe(
      "rule:erasure.other-code",
    );
    const erased = await confirmErasure(administrator, { ...about, code });
    if (!erased.ok) throw new Error(erased.failure.reason);

    // The trail keeps the random id; nothing else does. The code stands only where it can never be given again.
    expect(Object.keys(await whereItStands(participantId))).toEqual(["public.audit_event", "public.audit_head"]);
    expect(await whereItStands(code)).toEqual({ "public.participant_code": 1 });
    expect(await verifyCells(database.db, programmeId)).toEqual([]);
    expect(await database.db.assessment.count({ where: { programmeId } })).toBe(1);
    const kept = await database.db.erasure.findMany({ where: { programmeId } });
    expect(kept).toMatchObject([{ removed: { assessment: 1, assessment_conflict: 1, lab_result: 1, participant: 1 } }]);
    // A code drawn again would meet the claim.
    await expect(
      database.db.participantCode.create({ data: { claim: `${programmeId}:${code}`, participantId: uuidv7() } }),
    ).rejects.toThrow();
    // Somebody's phone still holds forms of theirs: it is told to drop them, and nobody else's.
    expect(reasonOf(await saveAssessment(evaluator, form))).toBe("rule:participant.withdrawn");
    const held = [staying, form].map((one) => ({ participantId: one.participantId, day: "2026-01-06" }));
    expect(await listWiped(evaluator, { programmeId, held })).toMatchObject({ value: { wiped: [1] } });
    expect(reasonOf(await confirmErasure(administrator, { ...about, code }))).toBe("not-found:participant.none");
  });

  it("needs two people", async () => {
    const { programmeId, participantId, code } = await fullRecord();
    const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
    const about = { programmeId, participantId };
    await askErasure(administrator, { ...about, withdrawalId: uuidv7(), reason: "privacy" });
    expect(reasonOf(await confirmErasure(administrator, { ...about, code }))).toBe("rule:erasure.same-person");
    // Nor does the database do it for the same person, without being asked, or for a connection that named no programme.
    const erase = (as: typeof database.db, by: string, whom: string) =>
      as.$queryRaw`SELECT app_erase_participant(${programmeId}::uuid, ${whom}::uuid, ${by}::uuid)`;
    const { db, application } = database;
    await expect(erase(db, administrator.actor?.userId ?? "", participantId)).rejects.toThrow(/no colleague/);
    await expect(erase(db, uuidv7(), uuidv7())).rejects.toThrow(/nobody/);
    await expect(erase(application, uuidv7(), participantId)).rejects.toThrow(/another programme/);
    expect(await database.db.participant.count({ where: { participantId } })).toBe(1);
  });

  it("is the only way: the application's role itself can delete nothing of a person", async () => {
    const { participantId } = await fullRecord();
    await expect(database.application.participant.deleteMany({ where: { participantId } })).rejects.toThrow(/denied/);
    await expect(database.application.labResult.deleteMany({ where: { participantId } })).rejects.toThrow(/denied/);
    await expect(database.application.erasure.deleteMany({})).rejects.toThrow(/denied/);
    await expect(database.application.consent.deleteMany({ where: { participantId } })).rejects.toThrow(/denied/);
  });

  it("gives a receipt that is genuine to the letter, and in its own programme", async () => {
    const { programmeId, participantId, code, lab } = await fullRecord();
    const about = { programmeId, participantId };
    await askErasure(lab.nurse, { ...about, withdrawalId: uuidv7(), reason: "not-said" });
    const erased = await confirmErasure(lab.administrator, { ...about, code });
    if (!erased.ok) throw new Error(erased.failure.reason);
    const { receipt } = erased.value;
    expect(receipt).not.toContain(participantId);
    expect(receipt).not.toContain(code);
    // What is tested is a day in June; the last monthly backup of then goes with the first of the June after.
    expect(receipt).toContain("daily ones by / 每日备份最迟于: 2027-06-01");
    const check = async (text: string, at = programmeId, who = lab.administrator) => {
      const checked = await verifyReceipt(who, { programmeId: at, text });
      return checked.ok ? checked.value.kind : checked.failure.reason;
    };
    expect(await check(receipt)).toBe("genuine");
    expect(await check(`${receipt.replaceAll("\n", "\r\n")}\r\n`)).toBe("genuine");
    expect(await check(receipt.replace(/lab_result: \d+/, "lab_result: 9"))).toBe("not-genuine");
    expect(await check("Nothing")).toBe("not-a-receipt");
    const elsewhere = await makeLaboratory(database.db);
    expect(await check(receipt, elsewhere.programmeId, elsewhere.administrator)).toBe("elsewhere");
    expect(await listErasures(lab.administrator, { programmeId })).toMatchObject({
      value: {
        backupsGoneBy: new Date("2027-06-01"),
        awaiting: [],
        past: [{ receipt, askedBy: lab.nurse.actor?.name }],
      },
    });
  });

  it("lets the same device enrol somebody else afterwards, under another code", async () => {
    const { lab, code } = await fullRecord();
    const place = { siteId: lab.plan.sites[0].id, cohortId: lab.plan.cohorts[0].id };
    const next = await enrolParticipant(lab.nurse, {
      ...{ programmeId: lab.programmeId, participantId: uuidv7(), ...place, enrolledOn: "2026-06-01" },
    });
    expect(next).toMatchObject({ ok: true });
    expect(next.ok && next.value.code).not.toBe(code);
  });
});
