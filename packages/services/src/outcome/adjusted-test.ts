import {
  type AdjustedTest,
  adjustFamilies,
  type Family,
  type FamilyTest,
} from "@alongside/analysis/multiplicity/families";
import { planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import type { Scope } from "../access/authorise";
import { openedOutcomes } from "../change/note-openings";
import type { Context } from "../context";
import { familyTests, type LineTest, testKey } from "./family-tests";
import type { LoadedOutcome } from "./load-request";
import type { OutcomeInput } from "./outcome-input";
import { plannedPValues } from "./planned-p-values";

/** The p value of a page's test among its family. */
export interface AdjustedFamily {
  readonly family: Family;
  /** What was tested: the change within the cohort, or its difference from the other one. */
  readonly of: LineTest["of"];
  readonly adjusted: number;
  /** The p value of the test alone, which is adjusted here. */
  readonly alone: number;
  readonly method: AdjustedTest["method"];
  /** Tests in the family that are run, here or elsewhere. */
  readonly m: number;
  /** How many of these test changes and differences in this view, and how many belong to other views of the same lines. */
  readonly counted: { readonly changes: number; readonly differences: number; readonly otherViews: number };
  /** Those of the family that are at hand, its own first; the others of the m are not. */
  readonly pValues: readonly number[];
}

/**
 * The p value of an outcome's page among its family. Of the planned contrast it is that of the planned model, with those of the
 * other planned contrasts of its family; of anything else that of the change within the cohort. Every test the product runs counts,
 * whether or not anybody looks at it.
 * @returns null where there is no test
 */
export async function adjustedFamily(
  context: Context,
  scope: Scope,
  loaded: LoadedOutcome,
  line: OutcomeInput,
): Promise<AdjustedFamily | null> {
  const { standing, plans, change } = loaded;
  const opened = await openedOutcomes(scope.db, scope.programmeId);
  const inView = familyTests({ table: change.table, plans, opened, whole: change.partOf === null });
  const isPlanned = standing.kind !== "exploratory";
  const of = isPlanned && planCompares(standing.plan.plan) ? "difference" : "change";
  const computed = isPlanned ? await plannedPValues(context, scope, loaded, inView) : new Map<string, number | null>();
  const valued = inView.map((test) => {
    const pValue = computed.get(test.key);
    return pValue === undefined ? test : { ...test, pValue };
  });
  const tests = adjustFamilies([...valued, ...otherViews(inView, line.siteId, change.sites.length)]);
  const own = tests.find(({ key }) => key === testKey(line, of));
  if (own === undefined || typeof own.pValue !== "number" || own.adjusted === null) return null;
  const counts = (what: LineTest["of"]) =>
    valued.filter((test) => test.of === what && test.family === own.family && test.pValue !== null).length;
  const [changes, differences] = [counts("change"), counts("difference")];
  const others = tests.filter(({ family, key }) => family === own.family && key !== own.key);
  return {
    ...{ family: own.family, of, adjusted: own.adjusted, alone: own.pValue, method: own.method, m: own.m },
    counted: { changes, differences, otherViews: own.m - changes - differences },
    pValues: [own.pValue, ...others.flatMap(({ pValue }) => (typeof pValue === "number" ? [pValue] : []))],
  };
}

/**
 * Whoever looks at one site can look at each, and at all of them together: the same tests again for every one of these. Which of
 * them can be made there is not known here, so each line counts.
 */
export function otherViews(
  inView: readonly LineTest[],
  siteId: string | undefined,
  sites: number,
): readonly FamilyTest[] {
  if (siteId === undefined) return [];
  // All the other sites, and the whole programme.
  return Array.from({ length: sites }, (_, view) =>
    inView.map(({ key }): FamilyTest => ({ key: `view ${view} ${key}`, family: "exploratory", pValue: "elsewhere" })),
  ).flat();
}
