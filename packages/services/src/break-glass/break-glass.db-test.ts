import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { authorise } from "../access/authorise";
import { VERBS, type Verb } from "../access/matrix";
import { saveAssessment } from "../assessment/save";
import { readConsents } from "../consent/read";
import { recordConsents } from "../consent/record";
import type { Context } from "../context";
import { readResultHistory } from "../lab-result/read-history";
import { listParticipants } from "../participant/list";
import { readParticipant } from "../participant/read";
import { updateSite } from "../site/update";
import { type Collecting, makeCollecting, newForm } from "../testing/collecting";
import { reasonOf } from "../testing/reason-of";
import { actorOf, contextFor, signedIn, TEST_NOW } from "../testing/test-context";
import { recordWithdrawal } from "../withdrawal/record";
import { endOpening } from "./end";
import { listOpenings } from "./list";
import { openRecord } from "./open";
import { reviewOpening } from "./review";

const database = useTestDatabase();
const HOUR = 3_600_000;
const LATER = (ms: number) => new Date(TEST_NOW.getTime() + ms);

/** The same person, at another time, as the next request would find them. */
async function at(context: Context, now: Date): Promise<Context> {
  const actor = await actorOf(database.db, context.actor?.userId ?? "");
  const rows = await database.db.breakGlass.findMany({ where: { userId: actor.userId, endedAt: null } });
  const openings = rows.flatMap(({ id: breakGlassId, programmeId, openedSiteId: siteId, subjectId, endsAt }) =>
    subjectId === null ? [] : [{ breakGlassId, programmeId, siteId, participantId: subjectId, endsAt }],
  );
  return contextFor(database.db, { ...actor, openings }, now);
}

/** Somebody of the north, and a person of the south with their code. */
async function twoSites(role: "clinic-staff" | "evaluator" | "researcher" | "peer-coordinator" = "clinic-staff") {
  const collecting = await makeCollecting(database.db);
  const { programmeId, plan } = collecting;
  const form = await newForm(collecting, { siteIndex: 1 });
  const { participantId } = form;
  const { code } = await database.db.participant.findUniqueOrThrow({ where: { participantId } });
  const north = await signedIn(database.db, { programmeId, role, siteId: plan.sites[0].id });
  const breakGlassId = uuidv7();
  const ask = { programmeId, breakGlassId, code, reason: "emergency", words: "Found unwell at our door" } as const;
  return { collecting, programmeId, participantId, code, form, north, ask, breakGlassId };
}

const read = (context: Context, { programmeId, participantId }: { programmeId: string; participantId: string }) =>
  readParticipant(context, { programmeId, participantId });

describe("access of a few hours", () => {
  it("opens one record for three hours and not a moment longer, and every reading bears its id", async () => {
    const { programmeId, participantId, north, ask, breakGlassId } = await twoSites();
    const about = { programmeId, participantId };
    expect(reasonOf(await read(north, about))).toBe("not-found:participant.none");
    for (const _ of [1, 2]) {
      expect(await openRecord(north, ask)).toMatchObject({ value: { participantId, endsAt: LATER(3 * HOUR) } });
    }
    const justBefore = await at(north, LATER(3 * HOUR - 1));
    expect(reasonOf(await read(justBefore, about))).toBe("ok");
    expect(reasonOf(await readResultHistory(justBefore, about))).toBe("ok");
    expect(reasonOf(await readConsents(justBefore, about))).toBe("ok");
    for (const late of [0, 1, HOUR]) {
      const after = await at(north, LATER(3 * HOUR + late));
      expect(reasonOf(await read(after, about)), `${late} ms after`).toBe("not-found:participant.none");
      expect(reasonOf(await readResultHistory(after, about))).toBe("not-found:participant.none");
    }
    const trail = await database.db.auditEvent.findMany({ where: { programmeId, subjectId: participantId } });
    const mine = trail.filter(({ actorId }) => actorId === north.actor?.userId);
    expect(mine.map(({ action }) => action).toSorted()).toEqual([
      ...["break-glass.ask", "consent.read", "lab-result.read", "participant.read"],
    ]);
    for (const { detail } of mine) expect(detail).toMatchObject({ breakGlass: breakGlassId });
  });

  it("ends at once when it is ended, and cannot be opened again under its id", async () => {
    const { programmeId, participantId, north, ask, breakGlassId } = await twoSites();
    await openRecord(north, ask);
    const half = await at(north, LATER(HOUR));
    expect(reasonOf(await endOpening(half, { programmeId, breakGlassId }))).toBe("ok");
    const after = await at(north, LATER(HOUR + 1));
    expect(reasonOf(await read(after, { programmeId, participantId }))).toBe("not-found:participant.none");
    // The same request once more answers as before, and does not extend anything.
    expect(await openRecord(after, ask)).toMatchObject({ value: { endsAt: LATER(3 * HOUR) } });
    expect(reasonOf(await read(await at(north, LATER(HOUR + 2)), { programmeId, participantId }))).toBe(
      "not-found:participant.none",
    );
  });

  it("cannot extend itself, neither by the application nor in the database", async () => {
    const { programmeId, participantId, north, ask, breakGlassId } = await twoSites();
    await openRecord(north, ask);
    const extend = database.application.breakGlass.updateMany({
      where: { id: breakGlassId },
      data: { endsAt: LATER(9 * HOUR) },
    });
    await expect(extend).rejects.toThrow(/denied/);
    const long = { ...ask, id: uuidv7(), openedSiteId: uuidv7(), userId: uuidv7(), subjectId: participantId };
    const { code: _code, breakGlassId: _id, ...row } = long;
    const times = { openedAt: TEST_NOW, endsAt: LATER(3 * HOUR + 1) };
    await expect(database.application.breakGlass.create({ data: { ...row, programmeId, ...times } })).rejects.toThrow();
  });

  it("is for reading that one record: no list, no form, no change, no export, no other person", async () => {
    const { collecting, programmeId, participantId, form, north, ask } = await twoSites();
    const other = await newForm(collecting, { siteIndex: 1 });
    await openRecord(north, ask);
    const open = await at(north, LATER(1));
    expect(await listParticipants(open, { programmeId })).toMatchObject({ value: { rows: [] } });
    expect(reasonOf(await saveAssessment(open, form))).toBe("not-found:participant.none");
    expect(reasonOf(await read(open, { programmeId, participantId: other.participantId }))).toBe(
      "not-found:participant.none",
    );
    const answers = [{ consentId: uuidv7(), purpose: "survey" as const, state: "given" as const, version: 0 }];
    const said = { decidedOn: "2026-06-10", language: "en", witness: "paper", answers } as const;
    expect(reasonOf(await recordConsents(open, { programmeId, participantId, ...said }))).toBe(
      "not-found:participant.none",
    );
    const stop = { programmeId, participantId, withdrawalId: uuidv7(), level: "contact", reason: "burden" } as const;
    expect(reasonOf(await recordWithdrawal(open, stop))).toBe("not-found:participant.none");
    const reaches = VERBS.filter((verb: Verb) => {
      const scope = authorise(open, verb, programmeId);
      return scope.ok && scope.value.openings.length > 0;
    });
    expect(reaches.toSorted()).toEqual([
      ...["assessment.read", "consent.read", "lab-result.read", "participant.read", "score.read"],
    ]);
  });

  it("is not for researchers and peer coordinators, who have no part in care", async () => {
    for (const role of ["researcher", "peer-coordinator"] as const) {
      const { programmeId, participantId, north, ask } = await twoSites(role);
      expect(reasonOf(await openRecord(north, ask))).toBe("forbidden:access.denied");
      const forged = [{ breakGlassId: uuidv7(), programmeId, siteId: uuidv7(), participantId, endsAt: LATER(HOUR) }];
      const actor = north.actor && { ...north.actor, openings: forged };
      expect(reasonOf(await readResultHistory(contextFor(database.db, actor), { programmeId, participantId }))).toBe(
        "forbidden:access.denied",
      );
    }
  });

  it("does not reach another programme, and is not given where it is not needed or asked for too often", async () => {
    const { programmeId, code, north, ask, collecting } = await twoSites();
    const foreign = await twoSites();
    expect(reasonOf(await openRecord(north, { ...ask, code: foreign.code, breakGlassId: uuidv7() }))).toBe(
      "not-found:participant.none",
    );
    expect(reasonOf(await openRecord(north, { ...ask, programmeId: foreign.programmeId }))).toBe(
      "forbidden:access.denied",
    );
    const south = await signedIn(database.db, {
      programmeId,
      role: "clinic-staff",
      siteId: collecting.plan.sites[1].id,
    });
    expect(reasonOf(await openRecord(south, { ...ask, breakGlassId: uuidv7() }))).toBe("rule:break-glass.not-needed");
    for (let n = 0; n < 5; n += 1)
      expect(reasonOf(await openRecord(north, { ...ask, breakGlassId: uuidv7() }))).toBe("ok");
    expect(reasonOf(await openRecord(north, { ...ask, code, breakGlassId: uuidv7() }))).toBe(
      "too-many:break-glass.too-many",
    );
  });
});

/** Makes somebody the lead of the second site. */
async function lead({ programmeId, plan }: Collecting, who: Context) {
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  const { id: siteId, name } = plan.sites[1];
  const leadUserId = who.actor?.userId ?? "";
  expect(reasonOf(await updateSite(administrator, { programmeId, siteId, name, active: true, leadUserId }))).toBe("ok");
  return administrator;
}

describe("whoever leads the site", () => {
  it("is told, sees what was read, and judges it once it is over; nobody judges their own", async () => {
    const { collecting, programmeId, participantId, code, north, ask, breakGlassId } = await twoSites();
    const site = { programmeId, siteId: collecting.plan.sites[1].id };
    const head = await signedIn(database.db, { ...site, role: "evaluator" });
    const colleague = await signedIn(database.db, { ...site, role: "evaluator" });
    const administrator = await lead(collecting, head);
    await openRecord(north, ask);
    await read(await at(north, LATER(1)), { programmeId, participantId });
    const waiting = { programmeId, waiting: true };
    const told = await listOpenings(head, waiting);
    expect(told).toMatchObject({
      value: [
        { breakGlassId, participantCode: code, isOpen: true, readings: [{ action: "participant.read" }], review: null },
      ],
    });
    expect(await listOpenings(colleague, waiting)).toMatchObject({ value: [] });
    expect(await listOpenings(north, waiting)).toMatchObject({ value: [] });
    expect(await listOpenings(administrator, waiting)).toMatchObject({ value: [{ breakGlassId }] });
    const judge = { programmeId, breakGlassId, judgement: "justified", note: "Spoke with them" } as const;
    expect(reasonOf(await reviewOpening(head, judge))).toBe("rule:break-glass.still-open");
    const evening = await at(head, LATER(4 * HOUR));
    expect(reasonOf(await reviewOpening(await at(colleague, LATER(4 * HOUR)), judge))).toBe(
      "not-found:break-glass.none",
    );
    for (const _ of [1, 2]) expect(reasonOf(await reviewOpening(evening, judge))).toBe("ok");
    expect(reasonOf(await reviewOpening(evening, { ...judge, judgement: "unclear" }))).toBe(
      "rule:break-glass.reviewed",
    );
    expect(await listOpenings(head, waiting)).toMatchObject({ value: [] });
    expect(await listOpenings(head, { programmeId })).toMatchObject({
      value: [{ review: { judgement: "justified" } }],
    });
  });

  it("may end it", async () => {
    const { collecting, programmeId, participantId, north, ask, breakGlassId } = await twoSites();
    const head = await signedIn(database.db, { programmeId, siteId: collecting.plan.sites[1].id, role: "evaluator" });
    await lead(collecting, head);
    await openRecord(north, ask);
    expect(reasonOf(await endOpening(head, { programmeId, breakGlassId }))).toBe("ok");
    expect(reasonOf(await read(await at(north, LATER(1)), { programmeId, participantId }))).toBe(
      "not-found:participant.none",
    );
  });
});
