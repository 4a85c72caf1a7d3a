import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { createTimepoint } from "./create";
import { updateTimepoint } from "./update";

const database = useTestDatabase();
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let administrator: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  administrator = await signedIn(database.db, { programmeId: plan.programme.id, role: "administrator" });
});

const wave = (given: Partial<Parameters<typeof createTimepoint>[1]> = {}) => ({
  programmeId: plan.programme.id,
  code: "year",
  label: "One year",
  kind: "follow-up" as const,
  position: 3,
  targetDay: 365,
  daysBefore: 30,
  daysAfter: 30,
  ...given,
});
const stored = () =>
  database.db.timepoint.findMany({ where: { programmeId: plan.programme.id }, orderBy: { id: "asc" } });

describe("createTimepoint", () => {
  it("adds a wave once, and leaves a trace", async () => {
    const made = await createTimepoint(administrator, wave());
    expect(made).toMatchObject({ ok: true, value: { id: expect.any(String) } });
    expect(reasonOf(await createTimepoint(administrator, wave()))).toBe("duplicate:timepoint.create.taken");
    const events = await database.db.auditEvent.findMany({ where: { action: "timepoint.create" } });
    expect(events).toMatchObject([{ subjectId: plan.programme.id, detail: { code: "year" } }]);
  });

  it("refuses a second baseline and names the first", async () => {
    const again = await createTimepoint(administrator, wave({ code: "baseline-2", kind: "baseline" }));
    expect(again).toMatchObject({
      ok: false,
      failure: { code: "duplicate", reason: "timepoint.second-baseline", params: { existing: "baseline" } },
    });
  });

  it("keeps one baseline when two arrive at the same moment", async () => {
    const other = await makeProgramme(database.db);
    const programmeId = other.programme.id;
    await database.db.timepoint.deleteMany({ where: { programmeId } });
    const context = await signedIn(database.db, { programmeId, role: "administrator" });
    const codes = ["a", "b", "c"];
    const results = await Promise.all(
      codes.map((code) => createTimepoint(context, wave({ programmeId, code, kind: "baseline" }))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.failure.code === "duplicate")).toHaveLength(2);
  });

  it.each([
    ["a window that ends before it begins", { daysBefore: -1 }, "daysBefore"],
    ["a code that cannot stand in a file", { code: "One Year" }, "code"],
    ["half a day", { targetDay: 1.5 }, "targetDay"],
  ])("refuses %s, and stores nothing", async (_name, given, path) => {
    const before = await stored();
    const made = await createTimepoint(administrator, wave({ code: "other", ...given }));
    expect(made).toMatchObject({ ok: false, failure: { code: "invalid", issues: [{ path }] } });
    expect(await stored()).toEqual(before);
  });
});

describe("updateTimepoint", () => {
  const changed = (timepointId: string, given: object = {}) =>
    updateTimepoint(administrator, {
      programmeId: plan.programme.id,
      timepointId,
      label: "Start",
      position: 0,
      targetDay: 0,
      daysBefore: 7,
      daysAfter: 7,
      active: true,
      ...given,
    });

  it("changes label and window", async () => {
    const [baseline] = plan.timepoints;
    expect(reasonOf(await changed(baseline.id))).toBe("ok");
    const after = await database.db.timepoint.findUnique({ where: { id: baseline.id } });
    expect(after).toMatchObject({ label: "Start", daysBefore: 7, code: "baseline", kind: "baseline" });
  });

  it("never takes the baseline out of the plan", async () => {
    expect(reasonOf(await changed(plan.timepoints[0].id, { active: false }))).toBe("rule:timepoint.baseline-needed");
    expect(reasonOf(await changed(plan.timepoints[2].id, { active: false }))).toBe("ok");
  });

  it("does not see another programme's wave", async () => {
    const other = await makeProgramme(database.db);
    expect(reasonOf(await changed(other.timepoints[0].id))).toBe("not-found:timepoint.none");
    const after = await database.db.timepoint.findUnique({ where: { id: other.timepoints[0].id } });
    expect(after).toEqual(other.timepoints[0]);
  });
});
