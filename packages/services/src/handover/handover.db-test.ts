import { randomUUID } from "node:crypto";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import type { Hold } from "@alongside/domain/access/hold";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { beforeEach, describe, expect, it } from "vitest";
import { recordConsents } from "../consent/record";
import type { Context } from "../context";
import { enrolParticipant } from "../participant/enrol";
import { readParticipant } from "../participant/read";
import { reasonOf } from "../testing/reason-of";
import { contextFor, signedIn } from "../testing/test-context";
import { recordWithdrawal } from "../withdrawal/record";
import { handOver } from "./begin";
import { handedForm } from "./form";
import { submitHanded } from "./submit";

const database = useTestDatabase();
const ANSWERS = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`gad7.i${i + 1}`, 1]));

let staff: Context;
let actor: Actor;
let place: Parameters<typeof handOver>[1];
let code: string;

beforeEach(async () => {
  const plan = await makeProgramme(database.db);
  const programmeId = plan.programme.id;
  staff = await signedIn(database.db, { programmeId, role: "clinic-staff" });
  if (staff.actor === null) throw new Error("nobody");
  actor = staff.actor;
  const edition = findInstrument("gad7")?.edition ?? "";
  await database.db.instrumentUse.create({ data: { programmeId, instrument: "gad7", edition } });
  const participantId = randomUUID();
  const at = { siteId: plan.sites[0].id, cohortId: plan.cohorts[0].id, enrolledOn: "2026-06-10" };
  const enrolled = await enrolParticipant(staff, { programmeId, participantId, ...at });
  if (!enrolled.ok) throw new Error(enrolled.failure.reason);
  code = enrolled.value.code;
  const expiresAt = new Date("2030-01-01");
  await database.db.session.create({
    data: { id: actor.sessionId, userId: actor.userId, token: randomUUID(), expiresAt },
  });
  place = { programmeId, participantId, timepointCode: "baseline", instrument: "gad7", language: "en" };
});

/** The session as the next request finds it. */
async function heldNow(): Promise<Context> {
  const { handedOver } = await database.db.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
  // What `readActor` makes of the same column.
  const hold = { kind: "handed-over", ...Object(handedOver) } as Hold;
  return contextFor(database.db, { ...actor, hold });
}

const stored = () => database.db.assessment.findMany({ where: { participantId: place.participantId } });

describe("a session handed to a participant", () => {
  it("serves the one form, without a word about whose it is, and nothing else", async () => {
    expect(reasonOf(await handOver(staff, place))).toBe("ok");
    const held = await heldNow();
    const shown = await handedForm(held);
    expect(shown).toMatchObject({ ok: true, value: { done: false, view: { language: "en" } } });
    expect(JSON.stringify(shown)).not.toMatch(
      new RegExp(`${code}|${place.participantId}|${actor.name}|${actor.email}`),
    );
    const { programmeId, participantId } = place;
    expect(reasonOf(await readParticipant(staff, { programmeId, participantId }))).toBe("ok");
    expect(reasonOf(await readParticipant(held, { programmeId, participantId }))).toBe("signed-out:session.none");
    expect(reasonOf(await handOver(held, place))).toBe("signed-out:session.none");
  });

  it("stores what is sent in the place staff chose, once, and then shows no form any more", async () => {
    await handOver(staff, place);
    const held = await heldNow();
    expect(await submitHanded(held, { answers: ANSWERS })).toEqual({ ok: true, value: null });
    expect(await submitHanded(held, { answers: ANSWERS })).toEqual({ ok: true, value: null });
    const rows = await stored();
    expect(rows).toMatchObject([{ mode: "self", instrument: "gad7", recordedById: actor.userId }]);
    const after = await heldNow();
    expect(await handedForm(after)).toEqual({ ok: true, value: { done: true } });
    expect(await submitHanded(after, { answers: {} })).toEqual({ ok: true, value: null });
    expect(await stored()).toHaveLength(1);
  });

  it("takes no other place from what is sent", async () => {
    await handOver(staff, place);
    const other = { answers: ANSWERS, participantId: randomUUID(), instrument: "phq9", programmeId: randomUUID() };
    expect(reasonOf(await submitHanded(await heldNow(), other))).toBe("ok");
    expect(await stored()).toHaveLength(1);
  });

  it("is in the trail: who handed over which form of whom", async () => {
    await handOver(staff, place);
    const [event] = await database.db.auditEvent.findMany({
      where: { subjectId: place.participantId, action: "assessment.hand-over" },
    });
    expect(event).toMatchObject({ actorId: actor.userId, detail: { timepoint: "baseline", instrument: "gad7" } });
  });

  it("is not begun for a form that is stored already, nor served without having been handed over", async () => {
    await handOver(staff, place);
    await submitHanded(await heldNow(), { answers: ANSWERS });
    expect(reasonOf(await handOver(staff, place))).toBe("duplicate:assessment.second-at-timepoint");
    expect(reasonOf(await handedForm(staff))).toBe("rule:session.not-handed-over");
    const locked = contextFor(database.db, { ...actor, hold: { kind: "locked" } });
    expect(reasonOf(await handedForm(locked))).toBe("signed-out:session.locked");
    expect(reasonOf(await submitHanded(locked, { answers: ANSWERS }))).toBe("signed-out:session.locked");
  });

  it("is not begun for whoever said no to the questions", async () => {
    await refuse();
    expect(reasonOf(await handOver(staff, place))).toBe("rule:consent.survey-refused");
    const session = await database.db.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(session.handedOver).toBeNull();
  });

  it("closes in the person's hand: after a no nothing is shown any more, nor stored", async () => {
    await handOver(staff, place);
    const held = await heldNow();
    await refuse();
    expect(reasonOf(await handedForm(held))).toBe("rule:consent.survey-refused");
    expect(reasonOf(await submitHanded(held, { answers: ANSWERS }))).toBe("rule:consent.survey-refused");
    expect(await stored()).toEqual([]);
  });

  it("closes in the person's hand when they step back, and opens again for nobody who did", async () => {
    await handOver(staff, place);
    const held = await heldNow();
    const { programmeId, participantId } = place;
    const wish = { programmeId, participantId, withdrawalId: randomUUID(), reason: "burden" } as const;
    const out = { ...wish, level: "use", fromOn: "2026-06-15", leavesOut: true } as const;
    expect(reasonOf(await recordWithdrawal(staff, out))).toBe("ok");
    expect(reasonOf(await handedForm(held))).toBe("rule:participant.withdrawn");
    expect(reasonOf(await submitHanded(held, { answers: ANSWERS }))).toBe("rule:participant.withdrawn");
    expect(await stored()).toEqual([]);
    expect(reasonOf(await handOver(staff, place))).toBe("rule:participant.withdrawn");
  });
});

async function refuse(): Promise<void> {
  const { programmeId, participantId } = place;
  const answers = [{ consentId: randomUUID(), purpose: "survey" as const, state: "refused" as const, version: 0 }];
  const said = { decidedOn: "2026-06-12", language: "en", witness: "paper", answers } as const;
  expect(reasonOf(await recordConsents(staff, { programmeId, participantId, ...said }))).toBe("ok");
}
