import type { MeasureChange } from "@alongside/analysis/change/change-table";
import { plannedTest } from "@alongside/analysis/multiplicity/planned-test";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import { outcomeModel } from "@alongside/domain/analysis-plan/outcome-model";
import { planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import type { LineTest } from "./family-tests";
import { loadOutcomeData } from "./load-outcome-data";
import type { LoadedOutcome } from "./load-request";

/**
 * The p values of the planned model for the planned contrasts of the family that an outcome's page stands in, by key; null where
 * the model gives none. Empty where the page's contrast is not planned, and where the Change table has them already.
 * @param tests all tests of the table
 */
export async function plannedPValues(
  context: Context,
  scope: Scope,
  loaded: LoadedOutcome,
  tests: readonly LineTest[],
): Promise<ReadonlyMap<string, number | null>> {
  const found = new Map<string, number | null>();
  const { standing, change } = loaded;
  if (standing.kind === "exploratory") return found;
  const { plan } = standing.plan;
  const compares = planCompares(plan);
  const other = change.table.cohorts.find(({ name }) => name === plan.comparisonCohort)?.id ?? null;
  const requests = new Map<string, OutcomeRequest>([[loaded.request.description.measure, loaded.request]]);
  for (const { key, measure, cohortId, timepointId, family, pValue } of tests) {
    const model = outcomeModel(plan, measure);
    if (family !== standing.kind || pValue !== "elsewhere" || model === "paired-change") continue;
    const base = requests.get(measure) ?? (await requestOf(context, scope, loaded, measure));
    if (base === null) continue;
    requests.set(measure, base);
    const wave = base.data.waves.findIndex((one) => one.timepointId === timepointId);
    found.set(key, plannedTest({ ...base, cohortId, wave, comparedWith: compares ? other : null }, model, compares));
  }
  return found;
}

/** The request of another measure, as far as the planned models need it. */
async function requestOf(
  context: Context,
  scope: Scope,
  { request, change, programme, siteIds }: LoadedOutcome,
  measure: string,
): Promise<OutcomeRequest | null> {
  const { table } = change;
  const shown = table.domains
    .flatMap((domain): readonly MeasureChange[] => domain.measures)
    .find(({ description }) => description.measure === measure);
  if (shown === undefined) return null;
  const { description, cohorts } = shown;
  const waves = programme.timepoints.filter((one) => table.timepoints.some(({ id }) => id === one.id));
  const place = { ...programme, waves, cohorts: table.cohorts, description };
  const { snapshot } = change;
  const asOf = snapshot === null ? context : { ...context, now: () => snapshot.takenAt };
  const only = siteIds.length === 0 ? undefined : siteIds;
  const { data } = await loadOutcomeData(asOf, scope, place, only, { snapshotId: snapshot?.id });
  return {
    ...{ ...request, data, description, items: null },
    shown: Object.fromEntries(cohorts.map(({ cohortId, enrolled, baseline }) => [cohortId, { enrolled, baseline }])),
  };
}
