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
