import { type Decimal, multiply, parseDecimal, toText } from "@alongside/statistics/decimal/decimal";
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
  return addCells(scores.map((score) => cellOfScore({ siteId, cohortId }, score, baselines.get(score.measure))));
}

const NONE = "0";

/** What one score contributes. `baseline` is the person's score of the measure at the baseline, where there is one. */
function cellOfScore(
  { siteId, cohortId }: Pick<PersonScores, "siteId" | "cohortId">,
  { measure, timepointId, value }: PersonScore,
  baseline: number | undefined,
): ChangeCell {
  const y = value === null ? null : parseDecimal(value);
  const x = y === null || baseline === undefined ? null : parseDecimal(baseline);
  const product = (a: Decimal | null, b: Decimal | null) => (a && b ? toText(multiply(a, b)) : NONE);
  return {
    siteId,
    cohortId,
    measure,
    timepointId,
    n: y ? 1 : 0,
    unscored: y ? 0 : 1,
    pairs: x ? 1 : 0,
    sum: y ? toText(y) : NONE,
    sumSquares: product(y, y),
    sumX: x ? toText(x) : NONE,
    sumY: x && y ? toText(y) : NONE,
    sumXX: product(x, x),
    sumYY: x ? product(y, y) : NONE,
    sumXY: product(x, y),
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
