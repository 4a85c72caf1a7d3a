import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { readChange } from "../change/read";
import { createDefinition } from "../cohort-definition/create";
import type { Context } from "../context";
import { readOutcome } from "../outcome/read";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { compareTwoSnapshots } from "./compare";
import { listSnapshots } from "./list";
import { readSnapshot } from "./read";
import { takeSnapshot } from "./take";

const database = useTestDatabase();
const MEASURE = "measure/calm";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let administrator: Context;
let researcher: Context;
let evaluator: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const measure = { code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...measure } });
  administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  await record(24, 3);
});

const record = (count: number, from: number) =>
  recordScores(database.db, plan, MEASURE, [
    { cohort: 0, site: 0, rows: Array.from({ length: count }, (_, i) => [from + (i % 7), from + ((i * i) % 11)]) },
  ]);
async function take(context: Context, name: string) {
  const snapshotId = uuidv7();
  return { snapshotId, ...expectOk(await takeSnapshot(context, { programmeId, snapshotId, name })) };
}
const change = async (context: Context, rest: Partial<Parameters<typeof readChange>[1]> = {}) =>
  expectOk(await readChange(context, { programmeId, ...rest }));
const line = () => ({
  ...{ programmeId, measure: MEASURE, cohortId: plan.cohorts[0].id },
  timepointId: plan.timepoints[1]?.id ?? "",
});
const people = () => database.db.participant.findMany({ where: { programmeId }, orderBy: { participantId: "asc" } });

describe("a data set that was frozen", () => {
  it("gives the same table and the same outcome to the last digit, although records moved on", async () => {
    const before = await change(evaluator);
    const outcomeBefore = expectOk(await readOutcome(evaluator, line()));
    const { snapshotId, contentHash } = await take(researcher, "Mid-term");
    const first = expectOk(await readOutcome(evaluator, { ...line(), snapshotId }));
    await record(8, 20);
    const later = await change(evaluator);
    expect(later.table).not.toEqual(before.table);
    const frozen = await change(evaluator, { snapshotId });
    expect(frozen.table).toEqual(before.table);
    expect(frozen.snapshot).toMatchObject({ id: snapshotId, name: "Mid-term", contentHash });
    const again = expectOk(await readOutcome(evaluator, { ...line(), snapshotId }));
    expect({ ...again, computedAt: first.computedAt }).toEqual(first);
    const of = (read: typeof again) => (read.kind === "score" ? read.analysis : null);
    expect(of(again)).toEqual(of(outcomeBefore));
    expect(expectOk(await readOutcome(evaluator, line())).dataHash).not.toBe(first.dataHash);
  });

  it("holds the cohorts that were defined then, as they were defined then", async () => {
    const definitionId = uuidv7();
    const criteria = { baseline: [{ measure: MEASURE, from: 3, below: 8 }] };
    expectOk(await createDefinition(researcher, { programmeId, definitionId, name: "Low", criteria }));
    const live = await change(evaluator, { definitionIds: [definitionId] });
    const { snapshotId } = await take(researcher, "With cohorts");
    await record(8, 3);
    const frozen = await change(evaluator, { definitionIds: [definitionId], snapshotId });
    expect(frozen.table).toEqual(live.table);
    expect(frozen.definitions).toMatchObject([{ name: "Low", number: 1 }]);
    const unknown = await readChange(evaluator, { programmeId, snapshotId, definitionIds: [uuidv7()] });
    expect(reasonOf(unknown)).toBe("not-found:cohort-definition.none");
    // Whom a cohort takes would follow from two of them by subtraction.
    const asked = await readChange(researcher, { programmeId, snapshotId, definitionIds: [definitionId] });
    expect(reasonOf(asked)).toBe("rule:cohort-definition.people-hidden");
  });

  it("is frozen once however often it is sent, with a trace, and its name is its own", async () => {
    const asked = { programmeId, snapshotId: uuidv7(), name: "Once" };
    const first = expectOk(await takeSnapshot(administrator, asked));
    expect(expectOk(await takeSnapshot(administrator, asked))).toEqual(first);
    expect(reasonOf(await takeSnapshot(administrator, { ...asked, name: "Other" }))).toBe("conflict:snapshot.other");
    const taken = await takeSnapshot(administrator, { ...asked, snapshotId: uuidv7() });
    expect(reasonOf(taken)).toBe("duplicate:snapshot.take.taken");
    const trail = await database.db.auditEvent.findMany({ where: { programmeId, action: "snapshot.take" } });
    expect(trail.map(({ detail }) => detail)).toEqual([
      { snapshotId: asked.snapshotId, name: "Once", ...first, people: 24, forms: 48 },
    ]);
  });

  it("opens to a researcher only if its figures could be released, and tells them no number of people", async () => {
    expectOk(await readChange(researcher, { programmeId }));
    const open = await take(researcher, "Open");
    expect(open.released).toBe(true);
    await record(2, 3);
    const closed = await take(administrator, "Two people more");
    expect(closed.released).toBe(false);
    expect((await change(researcher, { snapshotId: open.snapshotId })).snapshot?.name).toBe("Open");
    const { snapshotId } = closed;
    expect(reasonOf(await readChange(researcher, { programmeId, snapshotId }))).toBe("rule:snapshot.not-released");
    expect(reasonOf(await readOutcome(researcher, { ...line(), snapshotId }))).toBe("rule:snapshot.not-released");
    expect(reasonOf(await readSnapshot(researcher, { programmeId, snapshotId }))).toBe("rule:snapshot.not-released");
    const pair = { programmeId, first: open.snapshotId, second: snapshotId };
    expect(reasonOf(await compareTwoSnapshots(researcher, pair))).toBe("rule:snapshot.not-released");
    const listed = expectOk(await listSnapshots(researcher, { programmeId }));
    expect(listed.map(({ name, view, counts }) => [name, view, counts])).toEqual([
      ["Two people more", "none", null],
      ["Open", "released", null],
    ]);
    expect((await change(evaluator, { snapshotId })).table.cohorts.length).toBeGreaterThan(0);
  });

  it("stays open to a researcher as it was released, and its single people do not once somebody of it is gone", async () => {
    const { snapshotId } = await take(researcher, "Released");
    const before = await change(researcher, { snapshotId });
    expect(before.table).toEqual((await change(researcher)).table);
    expectOk(await readOutcome(researcher, { ...line(), snapshotId }));
    const [someone] = await people();
    await database.db.participant.delete({ where: { participantId: someone?.participantId ?? "" } });
    expect((await change(researcher, { snapshotId })).table).toEqual(before.table);
    expect(reasonOf(await readOutcome(researcher, { ...line(), snapshotId }))).toBe("rule:snapshot.fewer-people");
    const read = expectOk(await readSnapshot(evaluator, { programmeId, snapshotId }));
    expect(read.integrity).toEqual({ kind: "fewer", people: { erased: 1, leftOut: 0 } });
    expect(expectOk(await readSnapshot(researcher, { programmeId, snapshotId })).integrity).toEqual({
      ...{ kind: "fewer", people: null },
    });
  });

  it("shows a researcher the same numbers of people as the page of the day, also of data that anybody may know", async () => {
    await database.db.programme.updateMany({ where: { id: programmeId }, data: { dataLabel: "simulated" } });
    await record(3, 3);
    const { snapshotId } = await take(researcher, "Simulated");
    expect((await change(researcher, { snapshotId })).table).toEqual((await change(researcher)).table);
  });

  it("says so when a row of it is no longer what it was", async () => {
    const { snapshotId } = await take(researcher, "Touched");
    const read = () => readSnapshot(evaluator, { programmeId, snapshotId });
    expect(expectOk(await read()).integrity).toEqual({ kind: "same" });
    const [someone] = await people();
    const where = { participantId: someone?.participantId ?? "", measure: MEASURE };
    await database.db.score.updateMany({ where, data: { value: 77 } });
    expect(expectOk(await read()).integrity).toEqual({ kind: "altered" });
  });

  it("is told from another by people, forms and figures", async () => {
    const first = await take(administrator, "First");
    await record(8, 20);
    const second = await take(administrator, "Second");
    const pair = { programmeId, first: first.snapshotId, second: second.snapshotId };
    const compared = expectOk(await compareTwoSnapshots(evaluator, pair));
    expect(compared.rows).toMatchObject({ people: { gone: 0, come: 8, both: 24 }, moved: 0, changed: 0 });
    expect(compared.figures.some(({ isSame }) => !isSame)).toBe(true);
    const itself = expectOk(await compareTwoSnapshots(evaluator, { ...pair, second: first.snapshotId }));
    expect(itself.figures.every(({ isSame }) => isSame)).toBe(true);
  });
});
