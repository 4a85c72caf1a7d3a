import { randomUUID } from "node:crypto";
import type { Db, JsonInput, Tx } from "../client";
import { makeParticipant, makeProgramme } from "./factories";

/** One save: a person's score of a measure at a timepoint, in hundredths; null when it could not be computed. */
export interface RecordedSave {
  readonly person: number;
  readonly timepoint: number;
  readonly hundredths: number | null;
}

type Scores = ReadonlyMap<number, number | null>;

const MEASURE = "test/total";
const BASELINE = 0;

/**
 * A small study that records scores the slow, obvious way: assessments, scores, and deltas that take away a person's
 * old cells and add the new ones. For tests of what is computed from them.
 */
export async function recordStudy(db: Db, people: number) {
  const { programme, sites, cohorts, timepoints } = await makeProgramme(db);
  const programmeId = programme.id;
  const persons = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const siteId = sites[index % 2 === 0 ? 0 : 1].id;
      const cohortId = cohorts[index % 3 === 0 ? 1 : 0].id;
      const { participant } = await makeParticipant(db, { programmeId, siteId, cohortId });
      await addDelta(db, programmeId, participant.participantId, [enrolledCell({ siteId, cohortId })]);
      return { participantId: participant.participantId, siteId, cohortId, scores: new Map<number, number | null>() };
    }),
  );

  /** Records one save in one transaction. A second save at the same place corrects the first. */
  async function save({ person, timepoint, hundredths }: RecordedSave): Promise<void> {
    const who = persons[person];
    const when = timepoints[timepoint];
    if (who === undefined || when === undefined) throw new RangeError("no such person or timepoint");
    const { participantId, siteId, cohortId } = who;
    const before = new Map(who.scores);
    const after = new Map(before).set(timepoint, hundredths);
    await db.$transaction(async (tx) => {
      const here = { participantId, timepointId: when.id, current: true };
      const old = await tx.assessment.findFirst({ where: here });
      if (old) {
        await tx.assessment.updateMany({ where: here, data: { current: false } });
        await tx.score.updateMany({ where: { participantId, assessmentId: old.id }, data: { current: false } });
      }
      const assessment = await tx.assessment.create({
        data: {
          ...{ participantId, programmeId, timepointId: when.id, instrument: "test", edition: "1", mode: "paper" },
          ...{ language: "en", answeredOn: new Date("2026-02-01"), answers: {}, contentHash: randomUUID() },
          replacesId: old?.id ?? null,
        },
      });
      await tx.score.create({
        data: {
          ...{ participantId, assessmentId: assessment.id, measure: MEASURE, programmeId, siteId, cohortId },
          ...{ timepointId: when.id, itemsUsed: 1, itemsTotal: 1, provenance: {} },
          outcome: hundredths === null ? "incomplete" : "scored",
          value: hundredths === null ? null : hundredths / 100,
        },
      });
      const cells = [...cellsOf(before, -1), ...cellsOf(after, 1)].map(({ timepoint: index, ...cell }) => {
        const timepointId = timepoints[index]?.id ?? "";
        return { ...cell, siteId, cohortId, measure: MEASURE, timepointId };
      });
      await addDelta(tx, programmeId, participantId, cells);
    });
    who.scores.set(timepoint, hundredths);
  }

  return { programmeId, sites, cohorts, timepoints, persons, save };
}

async function addDelta(tx: Tx, programmeId: string, participantId: string, cells: JsonInput): Promise<void> {
  await tx.changeStatisticDelta.create({ data: { participantId, programmeId, cells } });
}

const ZERO = { n: 0, sum: 0, sumSquares: 0, unscored: 0, pairs: 0, sumX: 0, sumY: 0, sumXX: 0, sumYY: 0, sumXY: 0 };

function enrolledCell(place: { readonly siteId: string; readonly cohortId: string }) {
  return { ...place, ...ZERO, measure: "@enrolled", timepointId: "00000000-0000-0000-0000-000000000000", n: 1 };
}

/** A person's own cells, times `sign`. Sums are written with an exponent, so that hundredths stay whole numbers here. */
function cellsOf(scores: Scores, sign: 1 | -1) {
  const x = scores.get(BASELINE) ?? null;
  const linear = (hundredths: number) => `${sign * hundredths}e-2`;
  const square = (a: number, b: number) => `${sign * a * b}e-4`;
  return [...scores].map(([timepoint, y]) => {
    if (y === null) return { timepoint, ...ZERO, unscored: sign };
    const scored = { timepoint, ...ZERO, n: sign, sum: linear(y), sumSquares: square(y, y) };
    if (x === null) return scored;
    const sums = { sumX: linear(x), sumY: linear(y), sumXX: square(x, x), sumYY: square(y, y), sumXY: square(x, y) };
    return { ...scored, pairs: sign, ...sums };
  });
}
