import type { CohortCriteria, DOSE_TYPES } from "@alongside/domain/cohort-definition/criteria";
import { expect, test } from "vitest";
import { readDefinedCells } from "../change-statistic/read-defined-cells";
import type { Db } from "../client";
import { recordStudy } from "../testing/recorded-study";
import { useTestDatabase } from "../testing/test-database";
import { countMembers } from "./count-members";

type DoseType = (typeof DOSE_TYPES)[number];
const database = useTestDatabase();

/** Six people: 0, 2, 4 at the first site; 0 and 3 in the comparison. Scores at the baseline 0, 10, 20, 30 and 40; of person 5 none. */
async function makeStudy(db: Db) {
  const study = await recordStudy(db, 6);
  for (const person of [0, 1, 2, 3, 4]) await study.save({ person, timepoint: 0, hundredths: person * 1000 });
  await study.save({ person: 5, timepoint: 0, hundredths: null });
  for (const person of [1, 2, 5]) await study.save({ person, timepoint: 1, hundredths: 500 });
  return study;
}

/** Who is in a cohort, by their places in the study: the places whose person alone is counted at its site and arm. */
async function membersIn(db: Db, study: Awaited<ReturnType<typeof makeStudy>>, criteria: CohortCriteria) {
  const counts = await countMembers(db, study.programmeId, [criteria]);
  return counts.reduce((sum, { people }) => sum + people, 0);
}

test("every criterion takes those of whom it holds, and nobody of whom it is not known", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const [peers, comparison] = study.cohorts;
  const band = (from: number | null, below: number | null): CohortCriteria => ({
    baseline: [{ measure: "test/total", from, below }],
  });
  expect(await membersIn(db, study, {})).toBe(6);
  expect(await membersIn(db, study, { arms: [comparison.id] })).toBe(2);
  expect(await membersIn(db, study, { arms: [peers.id, comparison.id], sites: [study.sites[0].id] })).toBe(3);
  // From a bound on, below the other; the person without a score is on neither side.
  expect(await membersIn(db, study, band(10, null))).toBe(4);
  expect(await membersIn(db, study, band(null, 10))).toBe(1);
  expect(await membersIn(db, study, band(10, 30))).toBe(2);
  expect(await membersIn(db, study, { daysOnTreatment: { from: -36_525, below: null } })).toBe(0);
  const someone = study.persons[0]?.participantId ?? "";
  const { enrolledOn } = await db.enrolment.findFirstOrThrow({ where: { participantId: someone } });
  const on = (days: number) => new Date(enrolledOn.getTime() + days * 86_400_000);
  await db.treatmentStart.create({
    data: { participantId: someone, programmeId: study.programmeId, startedOn: on(-100) },
  });
  expect(await membersIn(db, study, { daysOnTreatment: { from: 100, below: 101 } })).toBe(1);
  expect(await membersIn(db, study, { daysOnTreatment: { from: null, below: 100 } })).toBe(0);
  const day = on(0).toISOString().slice(0, 10);
  expect(await membersIn(db, study, { enrolled: { from: day, until: day } })).toBe(6);
  expect(await membersIn(db, study, { enrolled: { from: on(1).toISOString().slice(0, 10), until: null } })).toBe(0);
  await db.enrolment.updateMany({ where: { participantId: someone }, data: { status: "completed" } });
  expect(await membersIn(db, study, { standing: ["completed"] })).toBe(1);
});

test("who people are is taken from the current record, and an answer not given is none", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const { programmeId } = study;
  const record = (
    person: number,
    who: { age?: number; gender?: string; keyPopulations?: string[]; current?: boolean },
  ) =>
    db.participantCharacteristics.create({
      data: { participantId: study.persons[person]?.participantId ?? "", programmeId, ...who },
    });
  await record(0, { age: 17, gender: "woman", current: false });
  await record(0, { age: 18, gender: "woman", keyPopulations: ["sex-workers", "people-who-inject-drugs"] });
  await record(1, { age: 30, gender: "man", keyPopulations: ["none"] });
  await record(2, { gender: "trans-woman", keyPopulations: [] });
  const count = (criteria: CohortCriteria) => membersIn(db, study, criteria);
  expect(await count({ age: { from: 17, below: 18 } })).toBe(0);
  expect(await count({ age: { from: 18, below: 30 } })).toBe(1);
  expect(await count({ age: { from: null, below: 120 } })).toBe(2);
  expect(await count({ gender: ["woman", "trans-woman"] })).toBe(2);
  expect(await count({ gender: ["woman"], age: { from: 40, below: null } })).toBe(0);
  expect(await count({ keyPopulations: ["sex-workers", "men-who-have-sex-with-men"] })).toBe(1);
  expect(await count({ keyPopulations: ["none"] })).toBe(1);
});

test("a dose is the minutes logged in the first days, of one type or all; nothing logged is none", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const { programmeId } = study;
  const volunteer = { programmeId, siteId: study.sites[0].id, code: "V-1", startedOn: new Date("2026-01-01") };
  const { id: volunteerId } = await db.volunteer.create({ data: volunteer });
  const log = async (person: number, day: number, minutes: number, more: object) => {
    const participantId = study.persons[person]?.participantId ?? "";
    const { enrolledOn } = await db.enrolment.findFirstOrThrow({ where: { participantId } });
    const happenedOn = new Date(enrolledOn.getTime() + day * 86_400_000);
    await db.supportContact.create({
      data: { participantId, programmeId, happenedOn, minutes, mode: "phone", ...more },
    });
  };
  await log(0, 0, 60, { emotional: 75, appraisal: 25, volunteerId });
  await log(0, 89, 40, { informational: 100 });
  await log(0, 90, 500, { emotional: 100 });
  await log(1, 3, 10, { emotional: 100 });
  await log(2, 3, 999 / 9, { emotional: 100, current: false, takenBackAt: new Date() });
  const count = (type: DoseType, from: number | null, below: number | null) =>
    membersIn(db, study, { dose: [{ type, withinDays: 90, from, below }] });
  expect(await count("all", 100, 101)).toBe(1);
  expect(await count("emotional", 45, 45.5)).toBe(1);
  expect(await count("emotional", 10, null)).toBe(2);
  expect(await count("all", null, 1)).toBe(4);
  expect(await count("appraisal", 15, null)).toBe(1);
  expect(await membersIn(db, study, { volunteers: [volunteerId] })).toBe(1);
});

test("people are counted by all the cohorts they are in", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const [peers, comparison] = study.cohorts;
  const cohorts: readonly CohortCriteria[] = [
    { arms: [comparison.id] },
    { baseline: [{ measure: "test/total", from: 10, below: null }] },
    { arms: [peers.id] },
  ];
  const counts = await countMembers(db, study.programmeId, cohorts);
  expect(Object.fromEntries(counts.map(({ inAll, people }) => [inAll.join(), people]))).toEqual({
    "0": 1,
    "0,1": 1,
    "1,2": 3,
    "2": 1,
  });
  expect(await countMembers(db, study.programmeId, cohorts, [])).toEqual([]);
});

test("sums are those of the members: all arms together are the arms, and a part is a part", async () => {
  const { db } = database;
  const study = await makeStudy(db);
  const everybody = "0c000000-0000-4000-8000-000000000001";
  const low = "0c000000-0000-4000-8000-000000000002";
  const cells = await readDefinedCells(db, study.programmeId, [
    { id: everybody, criteria: {} },
    { id: low, criteria: { baseline: [{ measure: "test/total", from: null, below: 15 }] } },
  ]);
  const total = (cohortId: string, measure: string, timepoint: 0 | 1) =>
    cells
      .filter(
        (cell) =>
          cell.cohortId === cohortId &&
          cell.measure === measure &&
          (measure === "@enrolled" || cell.timepointId === study.timepoints[timepoint].id),
      )
      .reduce(
        (sum, { n, pairs, unscored, sumX, sumY }) => ({
          ...{ n: sum.n + n, pairs: sum.pairs + pairs, unscored: sum.unscored + unscored },
          ...{ x: sum.x + Number(sumX), y: sum.y + Number(sumY) },
        }),
        { n: 0, pairs: 0, unscored: 0, x: 0, y: 0 },
      );
  expect(total(everybody, "@enrolled", 0).n).toBe(6);
  expect(total(everybody, "test/total", 0)).toMatchObject({ n: 5, unscored: 1 });
  expect(total(everybody, "test/total", 1)).toEqual({ n: 3, pairs: 2, unscored: 0, x: 30, y: 10 });
  expect(total(low, "@enrolled", 0).n).toBe(2);
  expect(total(low, "test/total", 1)).toEqual({ n: 1, pairs: 1, unscored: 0, x: 10, y: 5 });
});
