import { readDefinedCells } from "@alongside/db/change-statistic/read-defined-cells";
import { forgetCohorts } from "@alongside/db/cohort-statistic/changed-since";
import { verifyCohorts } from "@alongside/db/cohort-statistic/verify";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { beforeEach, expect, it } from "vitest";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { expectOk } from "../testing/laboratory-files";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { currentSums } from "./current-sums";

const database = useTestDatabase();
const MEASURE = "measure/calm";
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let programmeId: string;
let evaluator: Context;

beforeEach(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  const measure = { code: "calm", label: "Calm", domain: "outcome.psychological", improvement: "increase" };
  await database.db.programmeMeasure.create({ data: { programmeId, ...measure } });
  evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
  await record(20);
});

const record = (count: number) =>
  recordScores(database.db, plan, MEASURE, [
    { cohort: 0, site: 0, rows: Array.from({ length: count }, (_, i) => [i % 9, (i * i) % 11]) },
    { cohort: 1, site: 1, rows: Array.from({ length: count }, (_, i) => [i % 7, (i * i) % 5]) },
  ]);
const low = (number = 1, below = 5) => ({
  ...{ id: LOW, number, criteria: { baseline: [{ measure: MEASURE, from: null, below }] } },
});
const everybody = { id: uuidv7(), number: 1, criteria: {} };
const LOW = uuidv7();
const scope = () => expectOk(authorise(evaluator, "change.read", programmeId));
const sums = (cohorts = [low(), everybody], siteIds?: readonly string[], context = evaluator) =>
  currentSums(context, scope(), cohorts, { siteIds });
const live = (cohorts = [low(), everybody], siteIds?: readonly string[]) =>
  readDefinedCells(database.db, programmeId, cohorts, siteIds);
const sorted = (cells: Awaited<ReturnType<typeof live>>) =>
  cells.map((cell) => JSON.stringify(cell, Object.keys(cell).toSorted())).toSorted();
/** As if they had been made so long ago that nothing recorded since counts as just before, and slowly. */
const age = (costMs: number) =>
  database.db.cohortStatisticState.updateMany({
    where: { programmeId },
    data: { asOf: new Date("2030-01-01"), costMs },
  });

it("gives what the scores give, of all sites and of one, and after anything was recorded", async () => {
  expect(sorted((await sums()).cells)).toEqual(sorted(await live()));
  const only = [plan.sites[1].id];
  expect(sorted((await sums([everybody], only)).cells)).toEqual(sorted(await live([everybody], only)));
  await record(6);
  expect(sorted((await sums()).cells)).toEqual(sorted(await live()));
  const both = await verifyCohorts(database.db, programmeId, [low(), everybody]);
  expect(both.map(({ kind }) => kind)).toEqual(["older", "older"]);
});

it("makes another version of a definition anew, and keeps one row of state for it", async () => {
  await sums([low()]);
  const wider = low(2, 8);
  expect(sorted((await sums([wider])).cells)).toEqual(sorted(await live([wider])));
  expect(await database.db.cohortStatisticState.findMany({ where: { programmeId } })).toMatchObject([{ number: 2 }]);
});

it("keeps what nothing was recorded after, and finds sums that are not those of the scores", async () => {
  await sums();
  await age(1);
  await database.db.cohortStatistic.updateMany({
    where: { programmeId, definitionId: LOW, n: { gt: 0 } },
    data: { n: 77 },
  });
  expect((await sums()).cells.some(({ n }) => n === 77)).toBe(true);
  const found = await verifyCohorts(database.db, programmeId, [low(), everybody]);
  expect(found.map(({ kind }) => kind)).toEqual(["different", "equal"]);
  await database.db.$transaction((tx) => forgetCohorts(tx, programmeId));
  expect(sorted((await sums()).cells)).toEqual(sorted(await live()));
});

it("shows what takes long as it was, says so, and makes it anew meanwhile", async () => {
  const before = sorted((await sums([low()])).cells);
  await database.db.cohortStatisticState.updateMany({ where: { programmeId }, data: { costMs: 60_000 } });
  await record(6);
  const shown = await sums([low()]);
  expect(shown.isRenewing).toBe(true);
  expect(sorted(shown.cells)).toEqual(before);
  await expect
    .poll(async () => (await database.db.cohortStatisticState.findFirstOrThrow({ where: { programmeId } })).costMs)
    .toBeLessThan(60_000);
  expect(sorted((await sums([low()])).cells)).toEqual(sorted(await live([low()])));
});

it("makes them once for many who ask at the same moment, and never half", async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => sums()));
  const expected = sorted(await live());
  for (const { cells } of answers) expect(sorted(cells)).toEqual(expected);
});
