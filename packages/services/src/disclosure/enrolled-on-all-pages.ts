import type { ChangeTableInput } from "@alongside/analysis/change/change-table";
import { enrolledOnce } from "@alongside/analysis/change/enrolled-once";
import { effectiveThreshold, type ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import { countsInside } from "@alongside/analysis/suppression/enrolled-count";
import { peopleAtWaves } from "@alongside/analysis/viral-load-rows/at-waves";
import { coversSite, mayAt, type Scope } from "../access/authorise";
import { changeInput, readPlan } from "../change/change-input";
import type { Context } from "../context";
import { currentSettings } from "../laboratory-settings/read";
import { ruleOf } from "../laboratory-settings/rule-of";
import { quantityInput } from "../suppression/load-quantities";
import { type LoadedSuppression, loadSuppressionRows } from "../suppression/load-rows";
import { readResultsProgramme } from "../suppression/results-programme";

type Enrolled = ReadonlyMap<string, ShownCount> | undefined;

/**
 * How the number of people enrolled in each cohort may be shown on the Change page and on the page of results alike: decided
 * once, by the numbers of people on both. For whoever may list the people each page decides by itself, and there is nothing
 * to decide where nothing is hidden.
 * @param change what the Change page is made of
 */
export async function enrolledOnAllPages(
  context: Context,
  scope: Scope,
  change: ChangeTableInput,
  siteIds: readonly string[] | undefined,
): Promise<Enrolled> {
  if (!(await isDecidedOnce(context, scope, change.threshold, siteIds))) return undefined;
  return enrolledForAnybody(context, scope, change, siteIds);
}

/** The same for whoever may not list the people, whoever asks. */
export async function enrolledForAnybody(
  context: Context,
  scope: Scope,
  change: ChangeTableInput,
  siteIds: readonly string[] | undefined,
): Promise<Enrolled> {
  if (effectiveThreshold(change.threshold) === 1) return undefined;
  const programme = await readResultsProgramme(scope);
  if (programme === null) return undefined;
  const loaded = await loadSuppressionRows(context, scope, programme, siteIds);
  return decided(scope, change, { programme, loaded, cohorts: programme.cohorts, siteIds: siteIds ?? [] });
}

/** The same for the page of results, which has read its rows. */
export async function enrolledBesideChange(context: Context, scope: Scope, results: Results): Promise<Enrolled> {
  const siteIds = results.siteIds.length === 0 ? undefined : results.siteIds;
  if (!(await isDecidedOnce(context, scope, results.programme.threshold, siteIds))) return undefined;
  const plan = await readPlan(scope);
  if (plan === null) return undefined;
  const { input } = await changeInput(scope, plan, siteIds);
  return decided(scope, input, results);
}

type Results = Parameters<typeof quantityInput>[1] & { readonly loaded: LoadedSuppression };

async function isDecidedOnce(
  context: Context,
  scope: Scope,
  threshold: number,
  siteIds: readonly string[] | undefined,
): Promise<boolean> {
  if (effectiveThreshold(threshold) === 1) return false;
  const sites = await scope.db.site.findMany({ where: { programmeId: scope.programmeId }, select: { id: true } });
  const inView = sites.filter(({ id }) => coversSite(scope, id) && (siteIds === undefined || siteIds.includes(id)));
  return !inView.every(({ id }) => mayAt(context, "participant.list", scope.programmeId, id));
}

async function decided(scope: Scope, change: ChangeTableInput, results: Results): Promise<Enrolled> {
  const rule = ruleOf(await currentSettings(scope.db, scope.programmeId));
  const quantities = await quantityInput(scope, results);
  const { data } = results.loaded;
  const cohorts = new Set(data.people.map(({ cohortId }) => cohortId));
  return enrolledOnce(
    [change, quantities],
    new Map([...cohorts].map((id) => [id, countsInside(peopleAtWaves(data, id), rule)])),
  );
}
