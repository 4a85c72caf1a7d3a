import type { ChangeTable } from "@alongside/analysis/change/change-table";
import { type AdjustedTest, adjustFamilies, type FamilyTest } from "@alongside/analysis/multiplicity/families";
import type { Tx } from "@alongside/db/client";
import { outcomeRole, type SavedPlan } from "@alongside/domain/analysis-plan/outcome-standing";

/** One line of the Change page. */
export interface ChangeLine {
  readonly measure: string;
  readonly cohortId: string;
  readonly timepointId: string;
}

/**
 * The p value of one line among its family. Every test of the whole table counts, each in the family its outcome stands
 * in, whether or not anybody looks at it.
 */
export async function adjustedTest(
  db: Tx,
  programmeId: string,
  table: ChangeTable,
  plans: readonly SavedPlan[],
  line: ChangeLine,
): Promise<AdjustedTest | null> {
  const tests = await adjustedTests(db, programmeId, table, plans);
  return tests.find(({ key }) => key === keyOf(line)) ?? null;
}

/** A line's p value among its family, and all p values of the family, its own first. */
export interface AdjustedFamily {
  readonly adjusted: number;
  readonly method: AdjustedTest["method"];
  readonly pValues: readonly number[];
}

/** What `adjustedTest` is computed from; null where the line has no test. */
export async function adjustedFamily(
  db: Tx,
  programmeId: string,
  table: ChangeTable,
  plans: readonly SavedPlan[],
  line: ChangeLine,
): Promise<AdjustedFamily | null> {
  const tests = await adjustedTests(db, programmeId, table, plans);
  const own = tests.find(({ key }) => key === keyOf(line));
  if (own === undefined || own.pValue === null || own.adjusted === null) return null;
  const others = tests.filter(({ family, key }) => family === own.family && key !== own.key);
  const pValues = [own.pValue, ...others.flatMap(({ pValue }) => pValue ?? [])];
  return { adjusted: own.adjusted, method: own.method, pValues };
}

/** Every test of the table, each adjusted within its family. */
async function adjustedTests(
  db: Tx,
  programmeId: string,
  table: ChangeTable,
  plans: readonly SavedPlan[],
): Promise<readonly AdjustedTest[]> {
  const openings = await db.outcomeOpening.findMany({
    where: { programmeId },
    select: { measure: true, timepointId: true, openedAt: true },
  });
  const opened = new Map(openings.map((one) => [`${one.timepointId} ${one.measure}`, one.openedAt]));
  const codes = new Map(table.timepoints.map(({ id, code }) => [id, code]));
  const tests = table.domains.flatMap(({ measures }) =>
    measures.flatMap(({ description: { measure }, cohorts }) =>
      cohorts.flatMap(({ cohortId, followUps }) =>
        followUps.map(({ timepointId, test }): FamilyTest => {
          const outcome = { measure, timepointCode: codes.get(timepointId) ?? "" };
          const { kind } = outcomeRole(outcome, plans, opened.get(`${timepointId} ${measure}`) ?? null);
          const key = keyOf({ measure, cohortId, timepointId });
          return { key, family: kind, pValue: test.kind === "test" ? test.pValue : null };
        }),
      ),
    ),
  );
  return adjustFamilies(tests);
}

function keyOf({ measure, cohortId, timepointId }: ChangeLine): string {
  return `${cohortId} ${timepointId} ${measure}`;
}
