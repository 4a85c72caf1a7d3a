import { useTestDatabase } from "@alongside/db/testing/test-database";
import { VIRAL_LOAD_CHECKS } from "@alongside/domain/viral-load/soft-checks";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { isRPresent, runInR } from "../outcome-script/run-in-r.fixture";
import { enrolParticipant } from "../participant/enrol";
import {
  belowLimit,
  copies,
  enrolAt,
  makeLaboratory,
  saveRowsAs,
  type TestLaboratory,
  viralLoadRow,
} from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { exportSuppressionScript } from "./export-script";
import { readSuppression } from "./read";
import { readSuppressionChange } from "./read-change";
import { startSuppressionChange } from "./start-change";

const database = useTestDatabase();
const REASONS = Object.fromEntries(VIRAL_LOAD_CHECKS.map((check) => [check, "Compared with the paper"]));
const BEFORE = "2026-01-06";
const AFTER = "2026-04-06";
let lab: TestLaboratory;
let researcher: Context;
let asked: { programmeId: string };

/** So many people of a cohort, each with these copies before and after; null where found below the limit of 40. */
async function tested(cohort: 0 | 1, count: number, before: number | null, after: number | null): Promise<void> {
  const people = await Promise.all(Array.from({ length: count }, () => enrol(cohort)));
  const one = (participantId: string, value: number | null, collectedOn: string) =>
    viralLoadRow(participantId, value === null ? belowLimit({ collectedOn }) : copies(`${value}`, { collectedOn }), {
      reasons: REASONS,
    });
  const rows = people.flatMap((id, at) => [
    one(id, before === null ? null : before + 7 * at, BEFORE),
    one(id, after === null ? null : after + 3 * at, AFTER),
  ]);
  const saved = await saveRowsAs(lab.nurse, lab.programmeId, rows);
  expect(saved.filter(({ outcome }) => outcome !== "saved")).toEqual([]);
}

async function enrol(cohort: 0 | 1): Promise<string> {
  if (cohort === 0) return (await enrolAt(lab)).participantId;
  const place = { siteId: lab.plan.sites[1].id, cohortId: lab.plan.cohorts[1].id };
  const participant = { programmeId: lab.programmeId, participantId: uuidv7(), ...place, enrolledOn: "2026-01-05" };
  const enrolled = await enrolParticipant(lab.nurse, participant);
  if (!enrolled.ok) throw new Error(reasonOf(enrolled));
  return enrolled.value.participantId;
}

async function results(context: Context, given: Partial<Parameters<typeof readSuppression>[1]> = {}) {
  const read = await readSuppression(context, { ...asked, ...given });
  if (!read.ok) throw new Error(reasonOf(read));
  return read.value;
}

/** The change on the logarithmic scale, once it is there. */
async function level(context: Context) {
  const started = await startSuppressionChange(context, asked);
  if (!started.ok) throw new Error(reasonOf(started));
  const { computationId } = started.value;
  return expect
    .poll(
      async () => {
        const read = await readSuppressionChange(context, { ...asked, computationId });
        return read.ok && read.value.kind === "done" ? read.value.result.own.change.kind : null;
      },
      { timeout: 20_000 },
    )
    .not.toBeNull();
}

beforeAll(async () => {
  lab = await makeLaboratory(database.db);
  asked = { programmeId: lab.programmeId };
  researcher = await signedIn(database.db, { ...asked, role: "researcher" });
  await tested(0, 12, 20_000, 300);
  await tested(0, 6, 500, null);
  await tested(0, 6, 9000, 4000);
  await tested(0, 5, 500, 9000);
  await tested(1, 6, 20_000, 400);
  await tested(1, 8, 600, 500);
  await tested(1, 8, 9000, 8000);
  await tested(1, 5, 600, 5000);
});

describe("readSuppression", () => {
  it("chooses cohort, comparison, time and rule by itself, and gives R's figures", async () => {
    const { suppression, cohort, comparedWith, wave, rules } = await results(researcher);
    expect([cohort.name, comparedWith?.name, wave]).toEqual(["Peer support", "Comparison", 1]);
    expect(rules.map(({ id }) => id)).toEqual(["who-2023"]);
    const [ruled] = suppression.rules;
    const [told] = ruled?.own.figures ?? [];
    expect(ruled?.own.figures.map(({ denominator }) => denominator)).toEqual([
      "tested-only",
      "missing-unsuppressed",
      "worst",
      "best",
    ]);
    expect(told?.shift).toEqual({ kind: "shift", gained: 12, kept: 6, lost: 5, never: 6 });
    if (told?.difference.kind !== "estimate") throw new Error("no estimate");
    expect(told.difference.value).toBeCloseTo(7 / 29, 12);
    // R: 2 * pbinom(5, 17, 0.5) - dbinom(5, 17, 0.5)
    expect(told.mcnemar).toMatchObject({ midPValue: expect.closeTo(0.09625244140625, 12) });
    expect(ruled?.other?.figures[0]?.shift).toEqual({ kind: "shift", gained: 6, kept: 8, lost: 5, never: 8 });
    expect(ruled?.compared?.netDifference[0]?.estimate).toMatchObject({
      value: expect.closeTo(7 / 29 - 1 / 27, 12),
    });
  });

  it("draws single people for those only who may open their results", async () => {
    expect((await results(researcher)).trajectories).toEqual({ kind: "not-yours" });
    expect((await results(lab.administrator)).trajectories).toMatchObject({ kind: "trajectories", of: 29 });
    await database.db.programme.update({ where: { id: lab.programmeId }, data: { suppressionThreshold: 1 } });
    expect((await results(researcher)).trajectories).toMatchObject({ kind: "trajectories", of: 29 });
    await database.db.programme.update({ where: { id: lab.programmeId }, data: { suppressionThreshold: 5 } });
  });

  it("shows ways, times and the cascade of the same people, and how many await a second person", async () => {
    const { transitions, times, cascade, suppression } = await results(researcher);
    // Unsuppressed before, or kept with a reason: somebody has to look at every one of them.
    expect(suppression.rules[0]?.own.awaiting).toMatchObject({ people: { kind: "exact", n: 29 }, without: { n: 0 } });
    expect(times.suppression.own.people?.awaiting).toEqual({ kind: "exact", n: 18 });
    expect(transitions[0]?.hiddenWaves).toEqual([]);
    expect(transitions[0]?.nodes).toContainEqual({ wave: 1, state: "suppressed", count: { kind: "exact", n: 18 } });
    expect(times.suppression.own.people?.atRisk).toEqual({ kind: "exact", n: 18 });
    expect(cascade.steps.map(({ id }) => id)).toEqual([
      "status",
      "treatment",
      "coverage",
      "suppressed-tested",
      "suppressed-all",
    ]);
    expect(cascade.steps[1]).toMatchObject({
      denominator: { kind: "exact", n: 56 },
      numerator: { kind: "exact", n: 0 },
    });
  });

  it("sets a second rule beside the programme's own, which stays first", async () => {
    const { rules, suppression } = await results(researcher, { besideRuleId: "less-than-200" });
    expect(rules.map(({ id }) => id)).toEqual(["who-2023", "less-than-200"]);
    expect(suppression.rules[1]?.own.figures[0]?.shift).toEqual({
      ...{ kind: "shift", gained: 6, kept: 0, lost: 0, never: 23 },
    });
  });

  it("sees nobody's code or id, leaves a trace, and notes the first look", async () => {
    const text = JSON.stringify(await results(researcher));
    const people = await database.db.participant.findMany({ where: asked });
    expect(people.filter(({ code, participantId }) => text.includes(code) || text.includes(participantId))).toEqual([]);
    const [, end] = lab.plan.timepoints;
    const trace = await database.db.auditEvent.findMany({ where: { ...asked, action: "suppression.read" } });
    expect(trace.at(-1)?.detail).toMatchObject({ timepointId: end.id, cohortId: lab.plan.cohorts[0].id });
    const opened = await database.db.outcomeOpening.findMany({ where: asked });
    expect(opened.map(({ measure, timepointId }) => [measure, timepointId])).toEqual([
      ["laboratory/viral-load", end.id],
    ]);
    expect((await results(researcher)).openedAt).toEqual(researcher.now());
  });

  it("has one view of all sites for whoever sees nobody, and nothing of elsewhere", async () => {
    const siteId = lab.plan.sites[1].id;
    expect(reasonOf(await readSuppression(researcher, { ...asked, siteId }))).toBe("rule:change.one-view");
    const south = await results(lab.administrator, { siteId });
    expect(south.partOf).toEqual(["South"]);
    expect(south.suppression.rules[0]?.own.figures[0]?.n).toBe(0);
    const none = { cohortId: uuidv7() };
    expect(reasonOf(await readSuppression(researcher, { ...asked, ...none }))).toBe("not-found:change.no-such-row");
    const stranger = await makeLaboratory(database.db);
    expect(reasonOf(await readSuppression(stranger.administrator, asked))).toBe("forbidden:access.denied");
    const empty = await readSuppression(stranger.administrator, { programmeId: stranger.programmeId });
    expect(empty.ok && empty.value.suppression.rules[0]?.own.figures[0]?.n).toBe(0);
  });

  it("hides a cell of few people together with what it could be worked out from", async () => {
    const few = await makeLaboratory(database.db);
    const [main, own] = [lab, asked];
    [lab, asked] = [few, { programmeId: few.programmeId }];
    await tested(0, 12, 20_000, 300);
    await tested(0, 3, 300, 20_000);
    const { suppression } = await results(few.administrator);
    [lab, asked] = [main, own];
    expect(suppression.rules[0]?.own.figures.map(({ shift, n }) => [shift.kind, n])).toEqual(
      Array.from({ length: 4 }, () => ["suppressed", null]),
    );
  });
});

describe("the change that takes seconds", () => {
  it("is computed once, for those only who may see everybody it rests on", async () => {
    await level(researcher);
    const [first, second] = [
      await startSuppressionChange(researcher, asked),
      await startSuppressionChange(lab.administrator, asked),
    ];
    if (!first.ok || !second.ok) throw new Error("not started");
    expect(second.value.computationId).toBe(first.value.computationId);
    const { state, computationId } = second.value;
    if (state.kind !== "done") throw new Error(state.kind);
    expect(state.result.own.change).toMatchObject({ kind: "estimate", n: 29 });
    expect(state.result.compared?.changeDifference.kind).toBe("estimate");
    const local = await signedIn(database.db, { ...asked, role: "evaluator", siteId: lab.plan.sites[0].id });
    const read = await readSuppressionChange(local, { ...asked, computationId });
    expect(reasonOf(read)).toBe("not-found:computation.none");
  });
});

describe("exportSuppressionScript", () => {
  it("carries rows without codes, and R agrees with every figure", async () => {
    await level(lab.administrator);
    const exported = await exportSuppressionScript(lab.administrator, { ...asked, besideRuleId: "less-than-200" });
    if (!exported.ok) throw new Error(reasonOf(exported));
    const { fileName, text } = exported.value;
    expect(fileName).toBe("results-2026-06-15.R");
    const people = await database.db.participant.findMany({ where: asked });
    expect(people.filter(({ code, participantId }) => text.includes(code) || text.includes(participantId))).toEqual([]);
    for (const part of [
      "shift.1.A.best",
      "shift.2.B.tested-only",
      "level.A",
      "level.A.mixed",
      "times.suppression.A.1",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("(random-intercept Tobit): A included");
    expect(text).toContain("# Rebound: one unsuppressed result");
    const twice = await exportSuppressionScript(lab.administrator, { ...asked, confirmed: true });
    expect(twice.ok && twice.value.text).toContain("# Rebound: the first of two unsuppressed results in a row");
    const run = isRPresent() ? runInR(text) : { status: 0, errors: "" };
    expect(run).toMatchObject({ status: 0 });
  });

  it("has no row of a single result for whoever may not open these, and R still agrees", async () => {
    await level(researcher);
    const exported = await exportSuppressionScript(researcher, asked);
    if (!exported.ok) throw new Error(reasonOf(exported));
    const { text } = exported.value;
    expect(text).toContain("shift.1.A.best");
    expect(text).toContain("# Single results: left out");
    expect(text).not.toMatch(/"(level|times)\./);
    const log = Math.log10(20_000 + 7);
    expect(text).not.toContain(String(log));
    expect(isRPresent() ? runInR(text) : { status: 0 }).toMatchObject({ status: 0 });
  });

  it("has no row of a table that is hidden, for anybody", async () => {
    const few = await makeLaboratory(database.db);
    const [main, own] = [lab, asked];
    [lab, asked] = [few, { programmeId: few.programmeId }];
    await tested(0, 12, 20_000, 300);
    await tested(0, 8, 9000, 4000);
    await tested(0, 8, 300, 200);
    await tested(0, 2, 300, 20_000);
    await level(few.administrator);
    const exported = await exportSuppressionScript(few.administrator, asked);
    const { suppression, times, transitions } = await results(few.administrator);
    [lab, asked] = [main, own];
    if (!exported.ok) throw new Error(reasonOf(exported));
    expect(suppression.rules[0]?.own.figures[0]).toMatchObject({ n: 30, shift: { kind: "suppressed" } });
    expect(times.rebound.own.curve.kind).toBe("suppressed");
    expect(transitions[0]?.flows).toEqual([]);
    expect(exported.value.text).not.toMatch(/"(shift|level|times)\./);
  });
});
