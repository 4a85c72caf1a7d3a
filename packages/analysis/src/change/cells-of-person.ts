import { multiply, parseDecimal, toText } from "@alongside/statistics/decimal/decimal";
import { addCells, negateCell } from "./add-cells";
import type { ChangeCell } from "./cells";

/** The current score of one measure at one timepoint. `value` is null when it was asked but could not be scored. */
export interface PersonScore {
  readonly measure: string;
  readonly timepointId: string;
  readonly value: number | null;
}

/** One person's place and current scores: at most one per measure and timepoint. */
export interface PersonScores {
  readonly siteId: string;
  readonly cohortId: string;
  readonly scores: readonly PersonScore[];
}

const NO_PEOPLE = {
  n: 0,
  unscored: 0,
  pairs: 0,
  sum: "0",
  sumSquares: "0",
  sumX: "0",
  sumY: "0",
  sumXX: "0",
  sumYY: "0",
  sumXY: "0",
} as const;

/**
 * What one person contributes to the change cells.
 * @param baselineTimepointId null when the programme has no baseline; then nothing is paired
 * @throws RangeError when a measure has two scores at one timepoint, or a value is not finite: both are faults
 */
export function cellsOfPerson(person: PersonScores, baselineTimepointId: string | null): ChangeCell[] {
  const { siteId, cohortId, scores } = person;
  const seen = new Set<string>();
  const baselines = new Map<string, number>();
  for (const { measure, timepointId, value } of scores) {
    const key = JSON.stringify([measure, timepointId]);
    if (seen.has(key)) throw new RangeError(`Two current scores of ${measure} at one timepoint`);
    seen.add(key);
    if (timepointId === baselineTimepointId && value !== null) baselines.set(measure, value);
  }
  return addCells(
    scores.map(({ measure, timepointId, value }) => {
      const key = { siteId, cohortId, measure, timepointId };
      if (value === null) return { ...key, ...NO_PEOPLE, unscored: 1 };
      return { ...key, ...NO_PEOPLE, ...scoredPart(value), ...pairedPart(baselines.get(measure), value) };
    }),
  );
}

function scoredPart(value: number): Pick<ChangeCell, "n" | "sum" | "sumSquares"> {
  const y = parseDecimal(value);
  return { n: 1, sum: toText(y), sumSquares: toText(multiply(y, y)) };
}

function pairedPart(baseline: number | undefined, value: number): Partial<ChangeCell> {
  if (baseline === undefined) return {};
  const x = parseDecimal(baseline);
  const y = parseDecimal(value);
  return {
    pairs: 1,
    sumX: toText(x),
    sumY: toText(y),
    sumXX: toText(multiply(x, x)),
    sumYY: toText(multiply(y, y)),
    sumXY: toText(multiply(x, y)),
  };
}

/**
 * The cells to add when a person's scores or place change from one state to another: a score saved, corrected or
 * withdrawn, a baseline entered late, a move to another site or cohort. Null stands for a person not yet, or no
 * longer, in the programme. Added to the old cells they give exactly the new ones.
 */
export function cellDelta(
  before: PersonScores | null,
  after: PersonScores | null,
  baselineTimepointId: string | null,
): ChangeCell[] {
  const removed = before ? cellsOfPerson(before, baselineTimepointId).map(negateCell) : [];
  const added = after ? cellsOfPerson(after, baselineTimepointId) : [];
  return addCells([...removed, ...added]);
}
