import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "../sql";
import { recordStudy } from "../testing/recorded-study";
import { useTestDatabase } from "../testing/test-database";
import { foldDeltas } from "./fold-deltas";
import { readCells } from "./read-cells";
import { rebuildCells } from "./rebuild";
import { verifyCells } from "./verify";

const database = useTestDatabase();

test("sums are exact, missing is not zero, and pairs need both ends", async () => {
  const { db } = database;
  const study = await recordStudy(db, 3);
  // People 0 and 2 are at the first site, 0 in the comparison cohort. 0.1 + 0.2 must be 0.3, not 0.30000000000000004.
  await study.save({ person: 2, timepoint: 0, hundredths: 10 });
  await study.save({ person: 2, timepoint: 1, hundredths: 20 });
  await study.save({ person: 0, timepoint: 0, hundredths: null });
  await study.save({ person: 0, timepoint: 1, hundredths: 150 });
  const cells = await readCells(db, study.programmeId);
  const cell = (person: 0 | 2, timepoint: 0 | 1) =>
    cells.find(
      (c) => c.cohortId === study.persons[person]?.cohortId && c.timepointId === study.timepoints[timepoint].id,
    );
  expect(cell(2, 1)).toEqual({
    ...{ siteId: study.sites[0].id, cohortId: study.cohorts[0].id, measure: "test/total" },
    ...{ timepointId: study.timepoints[1].id, n: 1, unscored: 0, pairs: 1, sum: "0.2", sumSquares: "0.04" },
    ...{ sumX: "0.1", sumY: "0.2", sumXX: "0.01", sumYY: "0.04", sumXY: "0.02" },
  });
  expect(cell(0, 0)).toMatchObject({ n: 0, unscored: 1, pairs: 0, sum: "0" });
  expect(cell(0, 1)).toMatchObject({ n: 1, unscored: 0, pairs: 0, sum: "1.5", sumX: "0", sumY: "0" });
  const enrolled = cells.filter((c) => c.measure === "@enrolled");
  expect(enrolled.map((c) => c.n).reduce((a, b) => a + b, 0)).toBe(3);
  expect(await readCells(db, study.programmeId, [study.sites[1].id])).toHaveLength(1);
  expect(await readCells(db, study.programmeId, [])).toEqual([]);
});

test("whatever is saved, corrected and folded, the stored sums are those of the scores", async () => {
  const { db } = database;
  const save = fc.record({
    person: fc.integer({ min: 0, max: 3 }),
    timepoint: fc.integer({ min: 0, max: 2 }),
    hundredths: fc.option(fc.integer({ min: -9999, max: 99999 })),
  });
  const step = fc.oneof({ weight: 5, arbitrary: save }, { weight: 1, arbitrary: fc.constant("fold" as const) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const study = await recordStudy(db, 4);
      for (const what of steps) {
        if (what === "fold") await foldDeltas(db, study.programmeId);
        else await study.save(what);
      }
      expect(await verifyCells(db, study.programmeId)).toEqual([]);
      const unfolded = await readCells(db, study.programmeId);
      await foldDeltas(db, study.programmeId);
      expect(await readCells(db, study.programmeId)).toEqual(unfolded);
      await rebuildCells(db, study.programmeId);
      expect(await readCells(db, study.programmeId)).toEqual(unfolded);
    }),
    { numRuns: 15 },
  );
});

test("readers see every delta exactly once while folds and saves go on", async () => {
  const { db } = database;
  const study = await recordStudy(db, 4);
  const saves = Array.from({ length: 12 }, (_, i) => ({ person: i % 4, timepoint: Math.floor(i / 4), hundredths: i }));
  let open = true;
  const fold = async () => {
    while (open) await foldDeltas(db);
  };
  const read = async () => {
    while (open) expect(await verifyCells(db, study.programmeId)).toEqual([]);
  };
  const write = async () => {
    for (const save of saves) await study.save(save);
    await rebuildCells(db, study.programmeId);
    open = false;
  };
  await Promise.all([write().finally(() => (open = false)), fold(), read()]);
  expect(await verifyCells(db, study.programmeId)).toEqual([]);
});

test("a fold that is rolled back has moved nothing", async () => {
  const { db } = database;
  const study = await recordStudy(db, 2);
  await study.save({ person: 1, timepoint: 0, hundredths: 500 });
  const before = await db.changeStatisticDelta.count({ where: { programmeId: study.programmeId } });
  const killed = db.$transaction(async (tx) => {
    expect(await foldDeltas(tx, study.programmeId)).toEqual({ kind: "folded", deltas: before });
    // A second fold meanwhile steps aside instead of waiting.
    expect(await foldDeltas(db, study.programmeId)).toEqual({ kind: "elsewhere" });
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await db.changeStatisticDelta.count({ where: { programmeId: study.programmeId } })).toBe(before);
  expect(await verifyCells(db, study.programmeId)).toEqual([]);
});

test("verification finds a wrong sum, a lost delta and a cell of nobody; rebuilding mends them", async () => {
  const { db } = database;
  const study = await recordStudy(db, 2);
  await study.save({ person: 1, timepoint: 0, hundredths: 500 });
  await foldDeltas(db, study.programmeId);
  await db.$executeRaw(sql`UPDATE change_statistic SET sum_squares = sum_squares + 0.0001
                            WHERE programme_id = ${study.programmeId}::uuid AND measure <> '@enrolled'`);
  expect(await verifyCells(db, study.programmeId)).toHaveLength(1);
  await rebuildCells(db, study.programmeId);
  expect(await verifyCells(db, study.programmeId)).toEqual([]);
  await study.save({ person: 1, timepoint: 1, hundredths: 600 });
  await db.changeStatisticDelta.deleteMany({ where: { programmeId: study.programmeId } });
  expect(await verifyCells(db, study.programmeId)).toMatchObject([{ stored: null }]);
  await rebuildCells(db, study.programmeId);
  await database.owner.score.deleteMany({
    where: { programmeId: study.programmeId, timepointId: study.timepoints[1].id },
  });
  expect(await verifyCells(db, study.programmeId)).toMatchObject([{ computed: null }]);
});
