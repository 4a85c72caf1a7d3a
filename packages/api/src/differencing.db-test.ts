import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Context } from "@alongside/services/context";
import { type Plan, recordScores } from "@alongside/services/testing/record-scores";
import { signedIn } from "@alongside/services/testing/test-context";
import { beforeEach, describe, expect, it } from "vitest";
import { FailureError } from "./failure-error";
import { appRouter } from "./router";

/*
 * A researcher, who may see no participant, tries to learn one person's scores by asking for figures twice: before and after,
 * of one site and of all, alone and together with a colleague. Everything goes through the public interface.
 */
const database = useTestDatabase();
const MEASURE = "measure/mood";
let plan: Plan;
let programmeId: string;
let researcher: Context;

const people = (n: number, from = 10) =>
  Array.from({ length: n }, (_, i) => [from + (i % 7), from - 4 + ((i * 3) % 5)]);
const record = (n: number, site: 0 | 1 = 0, from = 10) =>
  recordScores(database.db, plan, MEASURE, [{ cohort: 0, site, rows: people(n, from) }]);
const callerOf = (context: Context) => appRouter.createCaller(context);
const someone = (role: "researcher" | "evaluator", siteId?: string) =>
  signedIn(database.db, { programmeId, role, ...(siteId === undefined ? {} : { siteId }) });

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  await database.db.programmeMeasure.create({
    data: { programmeId, code: "mood", label: "Mood", domain: "outcome.psychological", improvement: "decrease" },
  });
  researcher = await someone("researcher");
  await record(20);
});

/** Everything the Change page says of the measure in the first cohort. */
async function seen(context: Context) {
  const { table, heldSince } = await callerOf(context).change.read({ programmeId });
  const row = table.domains.flatMap(({ measures }) => measures).find((one) => one.description.measure === MEASURE);
  const cohort = row?.cohorts.find(({ cohortId }) => cohortId === plan.cohorts[0].id);
  return { enrolled: cohort?.enrolled, baseline: cohort?.baseline, followUps: cohort?.followUps, heldSince };
}

async function reason(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "answered";
  } catch (error) {
    if (error instanceof Error && error.cause instanceof FailureError) return error.cause.failure.reason;
    throw error;
  }
}

const outcome = () => ({
  ...{ programmeId, measure: MEASURE, cohortId: plan.cohorts[0].id, timepointId: plan.timepoints[1].id },
});

describe("asking before and after", () => {
  it("shows the old figures until as many people have come as the threshold", async () => {
    const before = await seen(researcher);
    expect(before).toMatchObject({ enrolled: { kind: "exact", n: 20 }, heldSince: null });
    await record(1, 0, 21);
    const after = await seen(researcher);
    expect(after).toEqual({ ...before, heldSince: expect.any(Date) });
    // Whoever looks at their own people sees them at once.
    expect(await seen(await someone("evaluator"))).toMatchObject({ enrolled: { n: 21 }, heldSince: null });
    await record(3, 0, 21);
    expect(await seen(researcher)).toEqual(after);
    await record(1, 0, 21);
    expect(await seen(researcher)).toMatchObject({ enrolled: { kind: "exact", n: 25 }, heldSince: null });
  });

  it("shows the old figures after one score was corrected", async () => {
    const before = await seen(researcher);
    const score = await database.db.score.findFirstOrThrow({ where: { programmeId, measure: MEASURE } });
    const old = await database.db.assessment.update({
      where: { participantId_id: { participantId: score.participantId, id: score.assessmentId } },
      data: { current: false, scores: { updateMany: { where: {}, data: { current: false } } } },
    });
    const { id: _, replacesId: __, recordedAt: ___, ...form } = old;
    const corrected = await database.db.assessment.create({
      data: { ...form, answers: {}, current: true, replacesId: old.id },
    });
    await database.db.score.create({
      data: { ...score, provenance: {}, assessmentId: corrected.id, value: 27, current: true },
    });
    expect(await seen(researcher)).toEqual({ ...before, heldSince: expect.any(Date) });
  });

  it("shows the old figures after one person withdrew what was collected", async () => {
    const before = await seen(researcher);
    const { participantId } = await database.db.participant.findFirstOrThrow({ where: { programmeId } });
    const left = { level: "use", fromOn: new Date("2026-06-01"), leavesOut: true, reason: "not-said" };
    await database.db.withdrawal.create({
      data: { participantId, programmeId, ...left, recordedById: researcher.actor?.userId ?? "" },
    });
    expect(await seen(researcher)).toEqual({ ...before, heldSince: expect.any(Date) });
  });

  it("says the same in the file, on the home page and in a list of who is missing as on the page", async () => {
    const caller = callerOf(researcher);
    const first = await caller.change.export({ programmeId, language: "en" });
    await record(2, 0, 21);
    const then = await caller.change.export({ programmeId, language: "en" });
    expect(then.text).toBe(first.text);
    const home = await caller.home.read({ programmeId });
    expect(JSON.stringify(home)).toContain('"n":20');
    expect(JSON.stringify(home)).not.toContain('"n":22');
    const { cohortId, timepointId } = outcome();
    const missing = await caller.change.listMissing({ programmeId, cohortId, timepointId, measure: MEASURE });
    expect(missing).toMatchObject({ kind: "counts" });
  });

  it("gives no page of single scores, script or computation of newer rows than were released", async () => {
    const caller = callerOf(researcher);
    const page = await caller.outcome.read(outcome());
    await record(1, 0, 21);
    const again = await caller.outcome.read(outcome());
    expect(again.dataHash).toBe(page.dataHash);
    expect(again.heldSince).not.toBeNull();
    expect(await reason(caller.computation.start(outcome()))).toBe("release.waiting");
    const other = { ...outcome(), comparedWith: "none" as const };
    expect(await reason(caller.outcome.read(other))).toBe("release.waiting");
  });
});

describe("asking on a later day", () => {
  it("counts days from the day of the release, so that nobody leaves or enters a figure by days alone", async () => {
    const first = await callerOf(researcher).suppression.read({ programmeId });
    const later = new Date(researcher.now().getTime() + 400 * 86_400_000);
    const again = await callerOf({ ...researcher, now: () => later }).suppression.read({ programmeId });
    expect([again.today, again.cascade]).toEqual([first.today, first.cascade]);
  });
});

describe("asking of some sites and of all", () => {
  it("refuses a view that few people tell from what a colleague was shown", async () => {
    await record(3, 1);
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 23 } });
    const local = await someone("researcher", plan.sites[0].id);
    expect(await reason(callerOf(local).change.read({ programmeId }))).toBe("release.too-close");
    const trail = await database.db.auditEvent.findMany({ where: { programmeId, actorId: local.actor?.userId ?? "" } });
    expect(trail.map(({ detail }) => detail)).toContainEqual({ page: "change", refused: "refused" });
  });

  it("answers one of two who ask in the same moment for views that few people tell apart", async () => {
    await record(3, 1);
    const local = await someone("researcher", plan.sites[0].id);
    const ask = () => [researcher, local].map((who) => reason(callerOf(who).change.read({ programmeId })));
    const waiting = async () => {
      const [row] = await database.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.n;
    };
    // Nothing can be written down until both have come as far as they can.
    const both = await database.owner.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE released_view IN SHARE ROW EXCLUSIVE MODE`;
      const asked = ask();
      await expect.poll(waiting).toBe(2);
      return asked.map((answer) => () => answer);
    });
    const answers = await Promise.all(both.map((answer) => answer()));
    expect(answers.filter((one) => one === "release.too-close")).toHaveLength(1);
  });

  it("answers where enough people are between the two", async () => {
    await record(6, 1);
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 26 } });
    expect(await seen(await someone("researcher", plan.sites[0].id))).toMatchObject({ enrolled: { n: 20 } });
  });

  it("knows no single site of somebody who sees several", async () => {
    const asked = { programmeId, siteId: plan.sites[0].id };
    expect(await reason(callerOf(researcher).change.read(asked))).toBe("change.one-view");
    expect(await reason(callerOf(researcher).change.export({ ...asked, language: "en" }))).toBe("change.one-view");
  });
});

describe("asking under two thresholds", () => {
  const setThreshold = async (suppressionThreshold: number) => {
    const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
    const { name, timeZone } = plan.programme;
    await callerOf(administrator).programme.update({ programmeId, name, timeZone, suppressionThreshold });
  };

  it("shows nothing that was kept under a lower threshold once it is higher", async () => {
    await seen(researcher);
    await record(1, 0, 21);
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 20 }, heldSince: expect.any(Date) });
    await setThreshold(10);
    expect(await reason(callerOf(researcher).change.read({ programmeId }))).toBe("release.waiting");
    await setThreshold(5);
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 20 }, heldSince: expect.any(Date) });
  });

  it("asks for as many people between two views as the threshold of today", async () => {
    await setThreshold(10);
    await seen(researcher);
    await record(6, 0, 21);
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 20 }, heldSince: expect.any(Date) });
    await setThreshold(5);
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 26 }, heldSince: null });
    await record(6, 0, 21);
    await setThreshold(10);
    expect(await reason(callerOf(researcher).change.read({ programmeId }))).toBe("release.waiting");
  });
});

describe("asking three times", () => {
  const MIDDLE = "Middle";

  /** Two sites of many, each seen by a colleague of its own, and a third of three people. */
  async function threeSites() {
    await record(20, 1);
    const middle = await database.db.site.create({ data: { programmeId, name: MIDDLE } });
    await recordScores(database.db, { ...plan, sites: [middle, plan.sites[1]] }, MEASURE, [
      { cohort: 0, site: 0, rows: people(3) },
    ]);
  }

  it("does not tell a small site by all of them less each of the others", async () => {
    await threeSites();
    for (const { id } of plan.sites)
      expect(await seen(await someone("researcher", id))).toMatchObject({ enrolled: { n: 20 } });
    expect(await reason(callerOf(researcher).change.read({ programmeId }))).toBe("release.too-close");
  });

  it("does not tell a small site by the last of the others, once all were shown", async () => {
    await threeSites();
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 43 } });
    expect(await seen(await someone("researcher", plan.sites[0].id))).toMatchObject({ enrolled: { n: 20 } });
    const last = await someone("researcher", plan.sites[1].id);
    expect(await reason(callerOf(last).change.read({ programmeId }))).toBe("release.too-close");
  });

  it("answers where the third site is large enough", async () => {
    await threeSites();
    const middle = await database.db.site.findFirstOrThrow({ where: { programmeId, name: MIDDLE } });
    await recordScores(database.db, { ...plan, sites: [middle, plan.sites[1]] }, MEASURE, [
      { cohort: 0, site: 0, rows: people(2) },
    ]);
    for (const { id } of plan.sites)
      expect(await seen(await someone("researcher", id))).toMatchObject({ enrolled: { n: 20 } });
    expect(await seen(researcher)).toMatchObject({ enrolled: { n: 45 } });
  });
});
