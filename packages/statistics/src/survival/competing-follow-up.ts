import { mergeNearTimes } from "./merge-near-times";

/** Times that end by one of several causes. One entry per person in both arrays. */
export interface CompetingFollowUp {
  readonly exit: readonly number[];
  /** 0 when lost from sight without an event, otherwise 1, 2, ... for what ended the time. */
  readonly cause: readonly number[];
}

/** Who is at risk and who has which kind of event at one time. */
export interface CompetingRow {
  readonly time: number;
  readonly atRisk: number;
  /** Events of the cause asked about. */
  readonly own: number;
  /** Events of all other causes. */
  readonly other: number;
  /** Survival without any event just before and just after this time. */
  readonly before: number;
  readonly after: number;
  /** Share with an event of the cause by just before and by just after this time. */
  readonly incidenceBefore: number;
  readonly incidence: number;
}

/**
 * The Aalen-Johansen table of one cause: one row per time at which anybody has an event, in order.
 * @param times of the people counted here, already made equal where rounding split them
 */
export function competingTable(times: readonly number[], causes: readonly number[], cause: number): CompetingRow[] {
  const cells = new Map<number, { own: number; other: number; all: number }>();
  times.forEach((time, row) => {
    const cell = cells.get(time) ?? { own: 0, other: 0, all: 0 };
    cell.all += 1;
    if (causes[row] === cause) cell.own += 1;
    else if (causes[row] !== 0) cell.other += 1;
    cells.set(time, cell);
  });
  let [atRisk, survival, incidence] = [times.length, 1, 0];
  return [...cells]
    .sort(([a], [b]) => a - b)
    .flatMap(([time, { own, other, all }]) => {
      const left = atRisk - own - other;
      const [before, incidenceBefore] = [survival, incidence];
      survival = (before * left) / atRisk;
      incidence += (before * own) / atRisk;
      const row = { time, atRisk, own, other, before, after: survival, incidenceBefore, incidence };
      atRisk -= all;
      return own + other > 0 ? [row] : [];
    });
}

/**
 * The times with those made equal that rounding split.
 * @throws RangeError when lengths differ, a time is not finite, or a cause is not a whole number from 0
 */
export function checkedTimes({ exit, cause }: CompetingFollowUp): readonly number[] {
  if (cause.length !== exit.length) throw new RangeError(`${exit.length} exits but ${cause.length} causes`);
  if (!exit.every(Number.isFinite)) throw new RangeError("A time is not finite");
  if (!cause.every((code) => Number.isInteger(code) && code >= 0)) throw new RangeError("A cause is not 0, 1, 2, ...");
  return mergeNearTimes([exit])[0] ?? [];
}
