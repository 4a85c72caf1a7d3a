import type { ChangeTable } from "./change-table";
import type { FollowUpChange } from "./cohort-change";

/** One figure of two tables: a measure in a cohort at a follow-up. */
export interface FigureDifference {
  readonly measure: string;
  readonly cohortId: string;
  readonly timepointId: string;
  /** Null where the table has no such row. */
  readonly first: FollowUpChange | null;
  readonly second: FollowUpChange | null;
  /** Same people counted, same estimate, same interval, to the last digit; or hidden or missing for the same reason. */
  readonly isSame: boolean;
}

/** Every row of two change tables beside each other, in the order of the first, then what is in the second alone. */
export function tableDifference(first: ChangeTable, second: ChangeTable): readonly FigureDifference[] {
  const [before, after] = [rowsOf(first), rowsOf(second)];
  return [...new Map([...before, ...after])].map(([key, { measure, cohortId, followUp }]) => {
    const [one, other] = [before.get(key)?.followUp ?? null, after.get(key)?.followUp ?? null];
    const { timepointId } = followUp;
    return { measure, cohortId, timepointId, first: one, second: other, isSame: same(one, other) };
  });
}

interface Row {
  readonly measure: string;
  readonly cohortId: string;
  readonly followUp: FollowUpChange;
}

function rowsOf({ domains }: ChangeTable): ReadonlyMap<string, Row> {
  const rows = domains.flatMap(({ measures }) =>
    measures.flatMap(({ description: { measure }, cohorts }) =>
      cohorts.flatMap(({ cohortId, followUps }) =>
        followUps.map(
          (followUp) =>
            [JSON.stringify([measure, cohortId, followUp.timepointId]), { measure, cohortId, followUp }] as const,
        ),
      ),
    ),
  );
  return new Map(rows);
}

function same(one: FollowUpChange | null, other: FollowUpChange | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
