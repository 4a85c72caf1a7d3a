import { randomUUID } from "node:crypto";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { contextFor, signedIn, TEST_NOW } from "@alongside/services/testing/test-context";
import { beforeEach, describe, expect, it } from "vitest";
import { appRouter } from "./router";
import { makePlaces, type Place } from "./testing/place";

const database = useTestDatabase();
let here: Place;
let elsewhere: Place;
let researcher: Actor;

beforeEach(async () => {
  [here] = await makePlaces(database.db);
  [elsewhere] = await makePlaces(database.db);
  const { actor } = await signedIn(database.db, { programmeId: here.programmeId, role: "researcher" });
  if (actor === null) throw new Error("nobody");
  researcher = actor;
});

const ask = (actor: Actor | null, programmeId: string, now: Date = TEST_NOW) =>
  appRouter.createCaller(contextFor(database.db, actor, now)).participant.list({ programmeId });

const traces = () =>
  database.owner.auditEvent.findMany({
    where: { subjectId: researcher.userId, action: "access.refused" },
    select: { programmeId: true, actorId: true, detail: true },
  });

describe("asking for what one may not do", () => {
  it("leaves a trace in the programme, of who asked for what", async () => {
    await expect(ask(researcher, here.programmeId)).rejects.toThrow();
    expect(await traces()).toEqual([
      { programmeId: here.programmeId, actorId: researcher.userId, detail: { asked: "participant.list" } },
    ]);
  });

  it("of a programme where one has no role leaves it in one's own, and tells nothing about the other", async () => {
    await expect(ask(researcher, elsewhere.programmeId)).rejects.toThrow();
    await expect(ask(researcher, randomUUID())).rejects.toThrow();
    const trace = { programmeId: here.programmeId, actorId: researcher.userId };
    const detail = { asked: "participant.list", elsewhere: true };
    expect(await traces()).toEqual([
      { ...trace, detail },
      { ...trace, detail },
    ]);
  });

  it("again and again leaves thirty traces in an hour, and more in the next", async () => {
    for (let turn = 0; turn < 33; turn += 1) await expect(ask(researcher, here.programmeId)).rejects.toThrow();
    expect(await traces()).toHaveLength(30);
    const later = new Date(TEST_NOW.getTime() + 61 * 60_000);
    await expect(ask(researcher, here.programmeId, later)).rejects.toThrow();
    expect(await traces()).toHaveLength(31);
  });

  it("leaves none of somebody who is not signed in, and none of what is allowed", async () => {
    await expect(ask(null, here.programmeId)).rejects.toThrow();
    await ask(here.administrator.actor, here.programmeId);
    expect(await traces()).toEqual([]);
  });
});

describe("asking for somebody or something of another site", () => {
  /** Somebody at one site of the programme, and a person of another. */
  async function atOneSite() {
    const { db } = database;
    const sites = await db.site.findMany({ where: { programmeId: here.programmeId }, orderBy: { name: "asc" } });
    const other = sites.find(({ id }) => id !== here.siteId);
    if (other === undefined) throw new Error("one site only");
    const place = { programmeId: here.programmeId, siteId: other.id, cohortId: here.cohortId };
    const nurse = await signedIn(db, { programmeId: here.programmeId, role: "clinic-staff" });
    const participantId = randomUUID();
    const caller = appRouter.createCaller(nurse);
    const { code } = await caller.participant.enrol({ ...place, participantId, enrolledOn: "2026-06-01" });
    const local = await signedIn(db, { programmeId: here.programmeId, role: "clinic-staff", siteId: here.siteId });
    return {
      caller: appRouter.createCaller(local),
      reader: local.actor?.userId,
      participantId,
      code,
      siteId: other.id,
    };
  }
  const tracesOf = (actorId: string | undefined) =>
    database.owner.auditEvent.findMany({
      where: { actorId: actorId ?? null, action: "access.refused" },
      select: { subjectId: true, detail: true },
      orderBy: { at: "asc" },
    });

  it("says that there is no such thing, and leaves a trace under the person asked for, by id and by code", async () => {
    const { programmeId } = here;
    const { caller, reader, participantId, code } = await atOneSite();
    await expect(caller.participant.read({ programmeId, participantId })).rejects.toThrow();
    await expect(caller.participant.findByCode({ programmeId, code: code.toLowerCase() })).rejects.toThrow();
    expect(await tracesOf(reader)).toEqual([
      { subjectId: participantId, detail: { asked: "participant.read", otherSite: true } },
      { subjectId: participantId, detail: { asked: "participant.findByCode", otherSite: true } },
    ]);
  });

  it("leaves one under the asker for a site, and none for what is nowhere", async () => {
    const { programmeId } = here;
    const { caller, reader, siteId } = await atOneSite();
    await expect(caller.change.read({ programmeId, siteId })).rejects.toThrow();
    await expect(caller.participant.read({ programmeId, participantId: randomUUID() })).rejects.toThrow();
    await expect(caller.change.read({ programmeId, siteId: randomUUID() })).rejects.toThrow();
    expect(await tracesOf(reader)).toEqual([{ subjectId: reader, detail: { asked: "change.read", otherSite: true } }]);
  });
});
