import type { Gender, KeyPopulationAnswer } from "@alongside/domain/characteristics/characteristics";
import type { DemoParticipant } from "./generate-person";
import type { RandomStream } from "./random-stream";

/** Shares are invented, and nobody's answers depend on them: there is nothing to find in the demonstration. */
const GENDER_SHARES: readonly (readonly [Gender | null, number])[] = [
  ["woman", 0.5],
  ["man", 0.41],
  ["trans-woman", 0.03],
  ["non-binary", 0.01],
  ["not-said", 0.02],
  [null, 0.03],
];
const POPULATION_SHARES: readonly (readonly [readonly KeyPopulationAnswer[], number])[] = [
  [["none"], 0.55],
  [["men-who-have-sex-with-men"], 0.16],
  [["sex-workers"], 0.07],
  [["people-who-inject-drugs"], 0.06],
  [["transgender-people"], 0.02],
  [["transgender-people", "sex-workers"], 0.01],
  [["not-said"], 0.05],
  [[], 0.08],
];
const AGE = { mean: 37, sd: 10.5, least: 18, most: 74, missing: 0.03 } as const;

/** Who the simulated people are, as it was recorded on the day they were enrolled. */
export function generateCharacteristics(stream: RandomStream, people: readonly DemoParticipant[]) {
  const draw = <T>(shares: readonly (readonly [T, number])[]): T | undefined =>
    shares[stream.weighted(shares.map(([, share]) => share))]?.[0];
  return people.map(({ participant: { participantId, programmeId, createdAt }, enrolments }) => ({
    ...{ participantId, programmeId, id: stream.id(createdAt) },
    age: stream.chance(AGE.missing) ? null : drawAge(stream),
    gender: draw(GENDER_SHARES) ?? null,
    keyPopulations: [...(draw(POPULATION_SHARES) ?? [])],
    ...{ recordedById: enrolments[0]?.recordedById ?? null, recordedAt: createdAt },
  }));
}

function drawAge(stream: RandomStream): number {
  return Math.min(AGE.most, Math.max(AGE.least, Math.round(AGE.mean + AGE.sd * stream.normal())));
}
