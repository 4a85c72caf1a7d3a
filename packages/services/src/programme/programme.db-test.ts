import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { actorOf, contextFor, signedIn } from "../testing/test-context";
import { createProgramme } from "./create";
import { readProgramme } from "./read";
import { updateProgramme } from "./update";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let administrator: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  administrator = await signedIn(database.db, { programmeId: plan.programme.id, role: "administrator" });
});

describe("createProgramme", () => {
  it("opens a programme with three waves that its maker administers, under an address that says nothing", async () => {
    const made = await createProgramme(administrator, { programmeId: plan.programme.id, name: "Walking together" });
    if (!made.ok) throw new Error(made.failure.reason);
    expect(made.value.slug).toMatch(/^[0-9a-f]{10}$/);
    const { db } = database;
    const maker = contextFor(db, await actorOf(db, administrator.actor?.userId ?? ""));
    const view = await readProgramme(maker, { programmeId: made.value.id });
    expect(view).toMatchObject({ ok: true, value: { name: "Walking together", suppressionThreshold: 5, sites: [] } });
    const timepoints = view.ok ? view.value.timepoints : [];
    expect(timepoints.map(({ kind }) => kind)).toEqual(["baseline", "end", "follow-up"]);
    const events = await db.auditEvent.findMany({ where: { subjectId: made.value.id } });
    expect(events).toMatchObject([{ action: "programme.create", actorId: administrator.actor?.userId }]);
  });

  it("is refused to somebody who administers one site only", async () => {
    const at = { programmeId: plan.programme.id, role: "administrator", siteId: plan.sites[0].id } as const;
    const made = await createProgramme(await signedIn(database.db, at), { programmeId: at.programmeId, name: "Mine" });
    expect(reasonOf(made)).toBe("forbidden:access.denied");
  });
});

describe("updateProgramme", () => {
  const change = (given: object) =>
    updateProgramme(administrator, {
      programmeId: plan.programme.id,
      name: "North and south",
      timeZone: "Asia/Shanghai",
      suppressionThreshold: 10,
      ...given,
    });

  it.each([1, 3, 20])("stores name, time zone and a threshold of %i, and leaves a trace", async (threshold) => {
    const { id } = plan.programme;
    const before = await database.db.programme.update({ where: { id }, data: { dataLabel: "Simulated" } });
    expect(reasonOf(await change({ suppressionThreshold: threshold }))).toBe("ok");
    await database.db.programme.update({ where: { id }, data: { dataLabel: null } });
    const stored = await database.db.programme.findUnique({ where: { id } });
    expect(stored).toMatchObject({ timeZone: "Asia/Shanghai", suppressionThreshold: threshold });
    const [event] = await database.db.auditEvent.findMany({
      where: { subjectId: id },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(event).toMatchObject({
      action: "programme.update",
      detail: { suppressionThreshold: threshold, suppressionThresholdBefore: before.suppressionThreshold },
    });
  });

  it.each([1, 3, 4])("refuses a threshold of %i for data of real people", async (suppressionThreshold) => {
    expect(reasonOf(await change({ suppressionThreshold }))).toBe("rule:programme.threshold-of-real-data");
    expect(reasonOf(await change({ suppressionThreshold: 5 }))).toBe("ok");
  });

  it.each([
    ["a threshold that protects nobody", { suppressionThreshold: 2 }, "suppressionThreshold"],
    ["a threshold that hides everything", { suppressionThreshold: 21 }, "suppressionThreshold"],
    ["half a person", { suppressionThreshold: 4.5 }, "suppressionThreshold"],
    ["a time zone nobody lives in", { timeZone: "Mars/Olympus" }, "timeZone"],
    ["a name of blanks", { name: "   " }, "name"],
  ])("refuses %s, and keeps what was there", async (_name, given, path) => {
    const before = await database.db.programme.findUnique({ where: { id: plan.programme.id } });
    expect(await change(given)).toMatchObject({ ok: false, failure: { code: "invalid", issues: [{ path }] } });
    expect(await database.db.programme.findUnique({ where: { id: plan.programme.id } })).toEqual(before);
  });
});
