import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { cancelComputation } from "./cancel";
import { openComputations } from "./computations";
import { readComputation } from "./read";
import { startComputation } from "./start";
import { Cancelled, type ThreadPool } from "./thread-pool";

const database = useTestDatabase();
const measure = "measure/calm";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let researcher: Context;
let asked: { programmeId: string; measure: string; timepointId: string; cohortId: string };

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const calm = { programmeId, code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: calm });
  const rows = Array.from({ length: 14 }, (_, i) => [i % 9, (i * 5) % 11]);
  await recordScores(database.db, plan, measure, [
    { cohort: 0, site: 0, rows },
    { cohort: 1, site: 0, rows: rows.slice(0, 6) },
    { cohort: 0, site: 1, rows: rows.slice(0, 11) },
  ]);
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  asked = { programmeId, measure, timepointId: plan.timepoints[1].id, cohortId: plan.cohorts[0].id };
});

beforeEach(() => database.db.computation.deleteMany());

/** The state once nobody is at work on it any more. */
async function settled(context: Context, computationId: string) {
  await expect.poll(() => context.computations.running.size).toBe(0);
  const read = await readComputation(context, { programmeId, computationId });
  if (!read.ok) throw new Error(reasonOf(read));
  return read.value;
}

async function start(context: Context) {
  const started = await startComputation(context, asked);
  if (!started.ok) throw new Error(reasonOf(started));
  return started.value;
}

/** Somebody whose computations never end by themselves. */
function stuck(context: Context): Context {
  const pool: ThreadPool = {
    size: 1,
    run: (_message, _onSteps, signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Cancelled()))),
    close: async () => {},
  };
  return { ...context, computations: openComputations(pool, () => {}) };
}

/** A server whose computations end when the test, or whoever cancels, says so. */
function byHand(context: Context) {
  let [aborted, ended] = [false, 0];
  let fail: (error: Error) => void = () => {};
  const pool: ThreadPool = {
    size: 1,
    run: (_message, _onSteps, signal) =>
      new Promise((_, reject) => {
        fail = reject;
        signal.addEventListener("abort", () => {
          aborted = true;
          ended += 1;
          reject(new Cancelled());
        });
      }),
    close: async () => {},
  };
  const server = { ...context, computations: openComputations(pool, () => {}) };
  return { context: server, aborted: () => aborted, ended: () => ended, fail: (error: Error) => fail(error) };
}

describe("a computation", () => {
  it("is done once for the same question on the same data, and found again", async () => {
    const { computationId, state } = await start(researcher);
    expect(state).toEqual({ kind: "running", done: 0, total: 5000 });
    const done = await settled(researcher, computationId);
    if (done.kind !== "done") throw new Error(done.kind);
    expect(done.result.bootstrap).toMatchObject({
      n: 25,
      resamples: 5000,
      change: { kind: "bootstrap", resamples: 5000 },
    });
    expect(await start(researcher)).toEqual({ computationId, state: done });
    expect(await database.db.computation.count()).toBe(1);
    const trace = await database.db.auditEvent.findMany({ where: { programmeId, action: "outcome.compute" } });
    expect(trace).toMatchObject([{ detail: { computation: computationId, measure } }]);
  });

  it("ends when the person who asked cancels it, and can be started again", async () => {
    const waiting = stuck(researcher);
    const { computationId } = await start(waiting);
    const colleague = await signedIn(database.db, { programmeId, role: "researcher" });
    const input = { programmeId, computationId };
    expect(reasonOf(await cancelComputation(colleague, input))).toBe("rule:computation.not-yours");
    expect(reasonOf(await cancelComputation(waiting, input))).toBe("ok");
    expect(await settled(waiting, computationId)).toEqual({ kind: "cancelled" });
    const again = await start(researcher);
    expect(again.computationId).toBe(computationId);
    expect(await settled(researcher, computationId)).toMatchObject({ kind: "done" });
    expect(reasonOf(await cancelComputation(researcher, input))).toBe("ok");
    expect(await settled(researcher, computationId)).toMatchObject({ kind: "done" });
  });

  it("is taken over by one person when whoever did it has gone", async () => {
    const { computationId } = await start(stuck(researcher));
    const later = { ...researcher, now: () => new Date(researcher.now().getTime() + 31_000) };
    expect(await readComputation(later, { programmeId, computationId })).toEqual({
      ok: true,
      value: { kind: "interrupted" },
    });
    await start(later);
    expect(await settled(later, computationId)).toMatchObject({ kind: "done" });
  });

  it("keeps what the second of two servers finds: the first ends and writes nothing any more", async () => {
    const first = byHand(researcher);
    const { computationId } = await start(first.context);
    const later = { ...researcher, now: () => new Date(researcher.now().getTime() + 31_000) };
    const second = byHand(later);
    expect((await start(second.context)).computationId).toBe(computationId);
    // The late failure of the first is not the second's, and it hears that it is to stop.
    await expect.poll(() => first.aborted(), { timeout: 5000 }).toBe(true);
    await expect.poll(() => first.context.computations.running.size).toBe(0);
    const row = () => database.db.computation.findUniqueOrThrow({ where: { id: computationId } });
    expect(await row()).toMatchObject({ status: "running", attempt: 2 });
    expect(second.aborted()).toBe(false);
    second.fail(new Error("no memory"));
    await expect.poll(() => second.context.computations.running.size).toBe(0);
    expect(await row()).toMatchObject({ status: "failed", attempt: 2 });
  });

  it("does not let a run that was taken over end the run that took over", async () => {
    const first = byHand(researcher);
    const { computationId } = await start(first.context);
    const later = { ...researcher, now: () => new Date(researcher.now().getTime() + 31_000) };
    const second = byHand(later);
    await start(second.context);
    first.fail(new Error("late"));
    await expect.poll(() => first.context.computations.running.size).toBe(0);
    expect(await database.db.computation.findUniqueOrThrow({ where: { id: computationId } })).toMatchObject({
      status: "running",
      attempt: 2,
    });
    expect(reasonOf(await cancelComputation(second.context, { programmeId, computationId }))).toBe("ok");
    expect(await settled(second.context, computationId)).toEqual({ kind: "cancelled" });
  });

  it("can be cancelled where it was taken over by the server that had begun it", async () => {
    const first = byHand(researcher);
    const { computationId } = await start(first.context);
    const later = { ...first.context, now: () => new Date(researcher.now().getTime() + 31_000) };
    await start(later);
    await expect.poll(() => first.ended()).toBe(1);
    expect(first.context.computations.running.size).toBe(1);
    expect(reasonOf(await cancelComputation(later, { programmeId, computationId }))).toBe("ok");
    expect(await settled(later, computationId)).toEqual({ kind: "cancelled" });
  });

  it("is stored as interrupted when it fails, and the failure is reported", async () => {
    const reported: unknown[] = [];
    const pool: ThreadPool = { size: 1, run: () => Promise.reject(new Error("no memory")), close: async () => {} };
    const failing = { ...researcher, computations: openComputations(pool, (error) => reported.push(error)) };
    const { computationId } = await start(failing);
    expect(await settled(failing, computationId)).toEqual({ kind: "interrupted" });
    expect(reported).toEqual([new Error("no memory")]);
  });

  it("is not there for somebody who may not see everybody it rests on", async () => {
    const { computationId } = await start(researcher);
    await settled(researcher, computationId);
    const local = await signedIn(database.db, { programmeId, role: "researcher", siteId: plan.sites[0].id });
    const input = { programmeId, computationId };
    expect(reasonOf(await readComputation(local, input))).toBe("not-found:computation.none");
    expect(reasonOf(await cancelComputation(local, input))).toBe("not-found:computation.none");
    const own = await start(local);
    expect(own.computationId).not.toBe(computationId);
    expect(await settled(local, own.computationId)).toMatchObject({ result: { bootstrap: { n: 14 } } });
  });

  it("is refused where too few people stand behind it", async () => {
    const few = { ...asked, cohortId: plan.cohorts[1].id };
    expect(await startComputation(researcher, few)).toMatchObject({
      ok: false,
      failure: { reason: "outcome.too-few", params: { smallest: 10 } },
    });
  });
});
