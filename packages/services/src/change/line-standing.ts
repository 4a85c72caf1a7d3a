import { type AdjustedTest, adjustFamilies } from "@alongside/analysis/multiplicity/families";
import { outcomeModel } from "@alongside/domain/analysis-plan/outcome-model";
import {
  type OutcomeStanding,
  outcomeStanding,
  type SavedPlan,
} from "@alongside/domain/analysis-plan/outcome-standing";
import { planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import { otherViews } from "../outcome/adjusted-test";
import { type ChangeLine, familyTests, openingKey, testKey } from "../outcome/family-tests";
import type { LoadedChange } from "./load";

/** How the change of one line stands, and its p value among its family. */
export interface LineStanding {
  /** "other-model": planned, but by a model that the table does not compute. */
  readonly why: "primary" | "secondary" | Extract<OutcomeStanding, { kind: "exploratory" }>["why"] | "other-model";
  /** Name of the cohort the plan compares with; empty for none. */
  readonly other: string;
  /** Null where the line has no test of its own. */
  readonly adjusted: AdjustedTest | null;
}

/** The same for every line of a table. What a line says is the change of its cohort alone, by the paired test. */
export function lineStandings(
  { table, partOf, sites, siteId }: LoadedChange,
  plans: readonly SavedPlan[],
  opened: ReadonlyMap<string, Date>,
): (line: ChangeLine) => LineStanding {
  const inView = familyTests({ table, plans, opened, whole: partOf === null });
  const tests = adjustFamilies([...inView, ...otherViews(inView, siteId ?? undefined, sites.length)]);
  const byKey = new Map(tests.map((test) => [test.key, test]));
  return (line) => {
    const standing = outcomeStanding(
      {
        measure: line.measure,
        timepointCode: table.timepoints.find(({ id }) => id === line.timepointId)?.code ?? "",
        cohort: table.cohorts.find(({ id }) => id === line.cohortId) ?? { name: "", kind: "other" },
        comparator: null,
        site: partOf?.join("; ") ?? null,
      },
      plans,
      opened.get(openingKey(line)) ?? null,
    );
    const plan = "plan" in standing ? standing.plan.plan : null;
    const test = byKey.get(testKey(line, "change"));
    const byPairs = plan === null || planCompares(plan) || outcomeModel(plan, line.measure) === "paired-change";
    return {
      why: standing.kind === "exploratory" ? standing.why : byPairs ? standing.kind : "other-model",
      other: plan?.comparisonCohort ?? "",
      adjusted: test === undefined || typeof test.pValue !== "number" ? null : test,
    };
  };
}
