import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createDb, type Tx } from "../client";
import { askDirectly } from "../pipeline/ask-directly";
import { pipelinedTransaction } from "../pipeline/pipelined-transaction";
import { sql } from "../sql";
import { makeParticipant, makeProgramme } from "../testing/factories";
import { useTestDatabase } from "../testing/test-database";
import { inProgramme } from "./in-programme";
import { scopedDb } from "./scoped-db";
import { withoutProgramme } from "./without-programme";

const database = useTestDatabase();
let one: Awaited<ReturnType<typeof makeProgramme>>;
let two: Awaited<ReturnType<typeof makeProgramme>>;
beforeAll(async () => {
  [one, two] = [await makeProgramme(database.db), await makeProgramme(database.db)];
});

const of = (plan: typeof one, application = database.application) =>
  scopedDb(application, { programmeId: plan.programme.id, siteIds: "all" });
const NAMES = sql`SELECT id FROM programme`;

describe("a database bound to a programme", () => {
  it("finds its own rows and no others, by every way of asking", async () => {
    const db = of(one);
    const [own, other] = [one.programme.id, two.programme.id];
    expect(await db.programme.findMany({ select: { id: true } })).toEqual([{ id: own }]);
    expect(await db.programme.count()).toBe(1);
    expect(await db.programme.findUnique({ where: { id: other } })).toBeNull();
    await expect(db.programme.findUniqueOrThrow({ where: { id: other } })).rejects.toMatchObject({ code: "P2025" });
    expect(await db.$queryRaw(NAMES)).toEqual([{ id: own }]);
    expect(await askDirectly(db, NAMES)).toEqual([{ id: own }]);
    expect(await pipelinedTransaction(db, (pipeline) => pipeline.ask([NAMES]))).toEqual([[{ id: own }]]);
    expect(await db.$transaction((tx) => tx.programme.findMany({ select: { id: true } }))).toEqual([{ id: own }]);
    expect(await withoutProgramme(database.application).programme.count()).toBe(0);
  });

  it("finds by a key of several columns", async () => {
    const key = { programmeId: one.programme.id, code: "end" };
    expect(await of(one).timepoint.findUnique({ where: { programmeId_code: key } })).toMatchObject({ code: "end" });
    expect(await of(two).timepoint.findUnique({ where: { programmeId_code: key } })).toBeNull();
  });

  it("keeps what is asked at the same moment for different programmes and sites apart", async () => {
    const place = { programmeId: one.programme.id, cohortId: one.cohorts[0].id };
    const { participant } = await makeParticipant(database.db, { ...place, siteId: one.sites[0].id });
    const where = { participantId: participant.participantId };
    const at = (site: 0 | 1) => scopedDb(database.application, { ...place, siteIds: [one.sites[site].id] });
    // Look-ups by key of one moment would be gathered into one statement.
    const asked = [of(one), of(two), at(0), at(1), of(one)].map((db) => db.participant.findUnique({ where }));
    expect((await Promise.all(asked)).map((found) => found !== null)).toEqual([true, false, true, false, true]);
  });

  it("leaves no trace on its connection, also when the statement was refused", async () => {
    const application = createDb(database.url, { poolMax: 1 });
    const db = of(one, application);
    const pid = sql`SELECT pg_backend_pid() AS pid`;
    const [before] = await askDirectly<{ pid: number }>(application, pid);
    expect(await db.programme.count()).toBe(1);
    expect(await application.programme.count()).toBe(0);
    await expect(db.$queryRaw`SELECT 1 / 0`).rejects.toThrow("division by zero");
    await expect(askDirectly(db, sql`SELECT 1 / 0`)).rejects.toThrow("division by zero");
    await expect(db.$transaction((tx) => tx.$queryRaw`SELECT 1 / 0`)).rejects.toThrow("division by zero");
    const stopped = db.$transaction(() => Promise.reject(new Error("stop")));
    await expect(stopped).rejects.toThrow("stop");
    expect(await application.programme.count()).toBe(0);
    expect(await db.programme.count()).toBe(1);
    expect(await askDirectly<{ pid: number }>(application, pid)).toEqual([before]);
    await application.$disconnect();
  });

  it("keeps a write or throws what refused it", async () => {
    const db = of(one);
    await db.site.create({ data: { programmeId: one.programme.id, name: "East" } });
    expect(await database.db.site.count({ where: { name: "East" } })).toBe(1);
    const again = db.site.create({ data: { programmeId: one.programme.id, name: "East" } });
    await expect(again).rejects.toMatchObject({ code: "P2002" });
    const foreign = db.site.create({ data: { programmeId: two.programme.id, name: "East" } });
    await expect(foreign).rejects.toThrow("row-level security");
    expect(await database.db.site.count({ where: { name: "East" } })).toBe(1);
  });

  it("stays inside its own transaction: what its work does by another client is not bound by it", async () => {
    const seen = await of(one).$transaction(async (tx) => [
      await tx.programme.count(),
      await of(two).programme.findFirst({ select: { id: true } }),
      await database.application.programme.count(),
    ]);
    expect(seen).toEqual([1, { id: two.programme.id }, 0]);
  });

  it("takes nothing but ids, which stand in the text of a statement", () => {
    const bad = ["", "x", `${randomUUID()}'; SET ROLE postgres; --`, `${randomUUID()}\n`, "all"];
    for (const id of bad) {
      expect(() => scopedDb(database.application, { programmeId: id, siteIds: "all" })).toThrow(RangeError);
      expect(() => scopedDb(database.application, { programmeId: randomUUID(), siteIds: [id] })).toThrow(RangeError);
    }
  });
});

async function sitesSeen(tx: Tx): Promise<readonly string[]> {
  const people = await tx.participant.findMany({ select: { siteId: true } });
  return [...new Set(people.map(({ siteId }) => siteId))];
}

describe("a part of a transaction in another programme", () => {
  it("sees that programme, and the rest its own with its own sites", async () => {
    const siteIds = [one.sites[0].id];
    const place = { programmeId: one.programme.id, cohortId: one.cohorts[0].id };
    for (const site of one.sites) await makeParticipant(database.db, { ...place, siteId: site.id });
    const db = scopedDb(database.application, { programmeId: one.programme.id, siteIds });
    const seen = await db.$transaction(async (tx) => {
      const before = await sitesSeen(tx);
      const other = await inProgramme(tx, two.programme.id, () => tx.programme.findMany({ select: { id: true } }));
      const after = await sitesSeen(tx);
      return { before, other, after };
    });
    expect(seen).toEqual({ before: siteIds, other: [{ id: two.programme.id }], after: siteIds });
  });

  it("goes back to no programme where there was none", async () => {
    const seen = await database.application.$transaction(async (tx) => [
      await inProgramme(tx, one.programme.id, () => tx.programme.count()),
      await tx.programme.count(),
    ]);
    expect(seen).toEqual([1, 0]);
  });
});
