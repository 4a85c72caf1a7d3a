import type { ChangeTable } from "@alongside/analysis/change/change-table";
import type { FollowUpChange } from "@alongside/analysis/change/cohort-change";
import type { CohortDescription } from "@alongside/analysis/change/measure-description";
import type { Family, FamilyTest } from "@alongside/analysis/multiplicity/families";
import type { PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { outcomeModel } from "@alongside/domain/analysis-plan/outcome-model";
import { type OutcomeRole, outcomeRole, type SavedPlan } from "@alongside/domain/analysis-plan/outcome-standing";
import { isSupported, planCompares } from "@alongside/domain/analysis-plan/planned-contrast";

/** One line of the Change page. */
export interface ChangeLine {
  readonly measure: string;
  readonly cohortId: string;
  readonly timepointId: string;
}

/** A test the product runs of one line: of the change within its cohort, or of its difference from another cohort. */
export interface LineTest extends FamilyTest, ChangeLine {
  readonly of: "change" | "difference";
}

/** What decides which tests there are, and in which family each is. */
export interface FamilyGrounds {
  readonly table: ChangeTable;
  readonly plans: readonly SavedPlan[];
  /** When each outcome was first seen, by `openingKey`. */
  readonly opened: ReadonlyMap<string, Date>;
  /** Whether the table is of all sites of the programme. */
  readonly whole: boolean;
}

/** What names an outcome among the openings: its timepoint and measure. */
export function openingKey({ measure, timepointId }: Pick<ChangeLine, "measure" | "timepointId">): string {
  return `${timepointId} ${measure}`;
}

/** How the plan that counts for a line's outcome names it. */
export function roleOf(
  { table, plans, opened }: FamilyGrounds,
  line: Pick<ChangeLine, "measure" | "timepointId">,
): OutcomeRole {
  const timepointCode = table.timepoints.find(({ id }) => id === line.timepointId)?.code ?? "";
  const outcome: PlannedOutcome = { measure: line.measure, timepointCode };
  return outcomeRole(outcome, plans, opened.get(openingKey(line)) ?? null);
}

/**
 * Every test the product runs on the lines of a table: of each line the change within the cohort, and its difference from the
 * cohort it is compared with, if any. A planned contrast is one test, in the family of its role, by its planned model; that the
 * same contrast is computed in other ways besides makes no further test. Everything else is exploratory.
 * @returns the p values the table has; "elsewhere" for those that other pages compute
 */
export function familyTests(grounds: FamilyGrounds): readonly LineTest[] {
  const { table } = grounds;
  return table.domains.flatMap(({ measures }) =>
    measures.flatMap(({ description: { measure, yesOrNo = false }, cohorts }) =>
      cohorts.flatMap(({ cohortId, followUps }) =>
        followUps.flatMap((followUp) => {
          const { timepointId } = followUp;
          const line = { measure, cohortId, timepointId };
          const role = roleOf(grounds, line);
          const other = comparatorOf(grounds, role, cohortId);
          const beside = cohorts.find((one) => one.cohortId === other?.id)?.followUps;
          return testsOfLine(grounds, { line, role, other, yesOrNo, followUp, beside });
        }),
      ),
    ),
  );
}

interface LineGrounds {
  readonly line: ChangeLine;
  readonly role: OutcomeRole;
  readonly other: CohortDescription | null;
  readonly yesOrNo: boolean;
  readonly followUp: FollowUpChange;
  /** Follow-ups of the other cohort. */
  readonly beside: readonly FollowUpChange[] | undefined;
}

function testsOfLine(grounds: FamilyGrounds, given: LineGrounds): readonly LineTest[] {
  const { line, role, other, yesOrNo, followUp, beside } = given;
  const { test } = followUp;
  const cohort = grounds.table.cohorts.find(({ id }) => id === line.cohortId);
  const planned =
    grounds.whole && role.kind !== "exploratory" && cohort !== undefined && isSupported(role.plan.plan, cohort)
      ? { family: role.kind, plan: role.plan.plan }
      : null;
  const compares = planned !== null && planCompares(planned.plan);
  const familyOf = (isPlanned: boolean): Family => (isPlanned && planned !== null ? planned.family : "exploratory");
  const ran = "pValue" in test;
  const byPairs = planned === null || compares || outcomeModel(planned.plan, line.measure) === "paired-change";
  const change: LineTest = {
    ...{ ...line, of: "change", key: testKey(line, "change"), family: familyOf(!compares) },
    pValue: ran ? (byPairs ? test.pValue : "elsewhere") : null,
  };
  if (other === null) return [change];
  const there = beside?.find(({ timepointId }) => timepointId === line.timepointId);
  const difference: LineTest = {
    ...{ ...line, of: "difference", key: testKey(line, "difference"), family: familyOf(compares) },
    pValue: hasDifference(followUp, yesOrNo) && hasDifference(there, yesOrNo) ? "elsewhere" : null,
  };
  return [change, difference];
}

/**
 * Whether a line has what the difference from another is made of. Shares are enough, also where their own test is hidden with the
 * cells of the table; means need as many people as their own test does.
 */
function hasDifference(followUp: FollowUpChange | undefined, yesOrNo: boolean): boolean {
  return yesOrNo ? followUp?.change.kind === "estimate" : followUp?.test.kind === "test";
}

/** Whom the page of a line compares with: the plan's comparison, else the only comparison cohort there is. */
function comparatorOf({ table }: FamilyGrounds, role: OutcomeRole, cohortId: string): CohortDescription | null {
  const comparisons = table.cohorts.filter(({ kind }) => kind === "comparison");
  if (comparisons.some(({ id }) => id === cohortId)) return null;
  const name = role.kind === "exploratory" ? null : role.plan.plan.comparisonCohort;
  const planned = table.cohorts.find((one) => one.name === name);
  const other = planned ?? (comparisons.length === 1 ? comparisons[0] : undefined);
  return other === undefined || other.id === cohortId ? null : other;
}

/** What names a test among all of them: what it is of, and its line. */
export function testKey({ cohortId, timepointId, measure }: ChangeLine, of: LineTest["of"]): string {
  return `${of} ${cohortId} ${timepointId} ${measure}`;
}
