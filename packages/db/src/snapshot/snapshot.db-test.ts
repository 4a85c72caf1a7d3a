import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readCells } from "../change-statistic/read-cells";
import { readDefinedCells } from "../change-statistic/read-defined-cells";
import type { Db } from "../client";
import { recordStudy } from "../testing/recorded-study";
import { useTestDatabase } from "../testing/test-database";
import { compareSnapshots } from "./difference";
import { type DefinedThen, freeze } from "./freeze";
import { readFrozenCells } from "./read-frozen-cells";
import { verifySnapshot } from "./verify";

const database = useTestDatabase();

async function makeStudy(db: Db) {
  const study = await recordStudy(db, 6);
  for (const person of [0, 1, 2, 3, 4]) await study.save({ person, timepoint: 0, hundredths: person * 1000 });
  await study.save({ person: 5, timepoint: 0, hundredths: null });
  for (const person of [1, 2, 5]) await study.save({ person, timepoint: 1, hundredths: 500 });
  return study;
}
type Study = Awaited<ReturnType<typeof makeStudy>>;

async function take(db: Db, study: Study, definitions: readonly DefinedThen[] = []) {
  const snapshotId = randomUUID();
  const { programmeId } = study;
  const frozen = await db.$transaction(async (tx) => {
    await tx.snapshot.create({
      data: {
        ...{ programmeId, id: snapshotId, name: snapshotId, definition: {}, counts: {}, dataHash: "", contentHash: "" },
        ...{ released: false, takenById: randomUUID(), takenAt: new Date() },
      },
    });
    return freeze(tx, programmeId, snapshotId, definitions);
  });
  return { programmeId, snapshotId, ...frozen };
}
const armsOf = (study: Study) => study.cohorts.map(({ id }) => id);
const personOf = (study: Study, place: number) => study.persons[place]?.participantId ?? "";

test("its sums stay as they were, of arms and of defined cohorts, whatever is recorded later", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const criteria = { baseline: [{ measure: "test/total", from: 10, below: null }] };
  const defined = { id: randomUUID(), criteria };
  const then = await readCells(db, study.programmeId);
  const definedThen = await readDefinedCells(db, study.programmeId, [defined]);
  const taken = await take(db, study, [defined]);
  expect(taken).toMatchObject({ people: 6, forms: 9, scores: 9 });
  await study.save({ person: 0, timepoint: 1, hundredths: 900 });
  await study.save({ person: 1, timepoint: 0, hundredths: 4000 });
  expect(await readCells(db, study.programmeId)).not.toEqual(then);
  expect(await readFrozenCells(db, taken, armsOf(study))).toEqual(then);
  expect(await readFrozenCells(db, taken, [defined.id])).toEqual(definedThen);
  expect(definedThen.length).toBeGreaterThan(0);
  const [first] = study.sites;
  expect(await readFrozenCells(db, taken, armsOf(study), [first.id])).toEqual(
    then.filter(({ siteId }) => siteId === first.id),
  );
  expect(await readFrozenCells(db, taken, armsOf(study), [])).toEqual([]);
});

test("the same data give the same hash, and any other another", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const [one, again] = [await take(db, study), await take(db, study)];
  expect(again.dataHash).toBe(one.dataHash);
  expect(one.dataHash).toMatch(/^[0-9a-f]{64}$/);
  await study.save({ person: 3, timepoint: 1, hundredths: 1 });
  expect((await take(db, study)).dataHash).not.toBe(one.dataHash);
  expect(await verifySnapshot(db, study.programmeId, one.snapshotId)).toEqual({
    ...{ people: 6, altered: 0, leftOut: 0, dataHash: one.dataHash },
  });
});

test("a score that somebody changes behind the program's back is found", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const taken = await take(db, study);
  await db.score.updateMany({ where: { participantId: personOf(study, 2) }, data: { value: 7.5 } });
  const state = await verifySnapshot(db, study.programmeId, taken.snapshotId);
  expect(state).toMatchObject({ people: 6, altered: 1 });
  expect(state.dataHash).not.toBe(taken.dataHash);
});

test("whoever is erased is gone from it, and its sums stand", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const taken = await take(db, study);
  const cells = await readFrozenCells(db, taken, armsOf(study));
  await db.participant.delete({ where: { participantId: personOf(study, 1) } });
  expect(await verifySnapshot(db, study.programmeId, taken.snapshotId)).toMatchObject({ people: 5, altered: 0 });
  expect(await readFrozenCells(db, taken, armsOf(study))).toEqual(cells);
  expect(await db.snapshotForm.count({ where: { participantId: personOf(study, 1) } })).toBe(0);
});

test("two are compared by people and forms", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const first = await take(db, study);
  await study.save({ person: 0, timepoint: 1, hundredths: 900 });
  await study.save({ person: 1, timepoint: 0, hundredths: 4000 });
  const second = await take(db, study);
  const [baseline, later] = study.timepoints;
  const found = await compareSnapshots(db, study.programmeId, [first.snapshotId, second.snapshotId]);
  expect({ ...found, forms: found.forms.toSorted((a, b) => a.gone - b.gone) }).toEqual({
    people: { gone: 0, come: 0, both: 6 },
    ...{ moved: 0, standing: 0, changed: 2 },
    forms: [
      { timepointId: later.id, gone: 0, come: 1 },
      { timepointId: baseline.id, gone: 1, come: 1 },
    ],
  });
  const same = await compareSnapshots(db, study.programmeId, [first.snapshotId, first.snapshotId]);
  expect(same).toEqual({ people: { gone: 0, come: 0, both: 6 }, moved: 0, standing: 0, changed: 0, forms: [] });
});
