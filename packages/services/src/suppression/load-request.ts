import { effectiveThreshold, type ShownCount, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import { mayAt, type Scope } from "../access/authorise";
import { sitesInView } from "../change/sites-in-view";
import { countNotExported } from "../consent/count-not-exported";
import type { Context } from "../context";
import { enrolledBesideChange } from "../disclosure/enrolled-on-all-pages";
import { asReleased } from "../disclosure/released";
import { currentSettings } from "../laboratory-settings/read";
import { ruleOf } from "../laboratory-settings/rule-of";
import type { SuppressionInput } from "./input";
import { type LoadedSuppression, loadSuppressionRows } from "./load-rows";
import { type ResultsCohort, type ResultsProgramme, readResultsProgramme } from "./results-programme";

/** Results of a programme, loaded: what the analyses are given, and what stands beside their answers. */
export interface LoadedRequest {
  readonly programme: ResultsProgramme;
  readonly loaded: LoadedSuppression;
  /** The programme's own rule, and the one beside it. */
  readonly rules: readonly [ThresholdRule, ...ThresholdRule[]];
  /** With people, or in use. */
  readonly cohorts: readonly ResultsCohort[];
  readonly cohort: ResultsCohort;
  readonly comparedWith: ResultsCohort | null;
  /** Position in the waves; at least 1. */
  readonly wave: number;
  /** Whether the person may open the results of everybody in view one by one, or nothing is hidden from anybody. */
  readonly seesSingleResults: boolean;
  /** Sites whose people it rests on; empty for the whole programme. */
  readonly siteIds: readonly string[];
  /** People who are in the figures and not in an export, because they did not allow it. */
  readonly notExported: ShownCount;
  readonly several: readonly { readonly id: string; readonly name: string }[];
  /** Names of the sites, where these are not all of the programme's. */
  readonly partOf: readonly string[] | null;
  /** How everybody enrolled is shown, where that is decided for this page and the Change page together; by cohort id. */
  readonly enrolled: ReadonlyMap<string, ShownCount> | undefined;
}

/**
 * Loads the results of a programme with everything their analyses need, and settles what was left open: the first cohort with
 * support, the only comparison cohort, the planned end.
 * @returns `not-found` for what is not the person's; `suppression.no-waves` and `suppression.no-cohorts` without a plan to go by
 */
export async function loadSuppressionRequest(
  context: Context,
  scope: Scope<"suppression.read" | "suppression.export">,
  input: SuppressionInput,
): Promise<Result<LoadedRequest>> {
  const programme = await readResultsProgramme(scope);
  if (programme === null) return fail("not-found", "programme.none");
  const view = sitesInView(context, scope, programme.sites, input.siteId);
  if (!view.ok) return view;
  const release = await asReleased(context, scope, { family: "results", page: "results", siteId: input.siteId });
  if (!release.ok) return release;
  if (programme.waves.length < 2 || programme.waves[0]?.kind !== "baseline")
    return fail("rule", "suppression.no-waves");
  const siteIds =
    input.siteId !== undefined ? [input.siteId] : scope.siteIds === "all" ? [] : [...scope.siteIds].sort();
  const use = scope.verb === "suppression.export" ? "export" : "figures";
  const loaded = await loadSuppressionRows(
    release.value,
    scope,
    programme,
    siteIds.length === 0 ? undefined : siteIds,
    use,
  );
  const leftOut = use === "figures" ? 0 : await countNotExported(scope, siteIds);
  const settings = await currentSettings(scope.db, scope.programmeId);
  const own = ruleOf(settings);
  const beside = input.besideRuleId === undefined ? undefined : findThresholdRule(input.besideRuleId);
  const peopled = new Set(loaded.data.people.map(({ cohortId }) => cohortId));
  const cohorts = programme.cohorts.filter(({ id, active }) => active || peopled.has(id));
  const cohort = chosen(cohorts, input.cohortId, cohorts.find(({ kind }) => kind === "peer-support") ?? cohorts[0]);
  if (cohort === undefined) {
    return input.cohortId === undefined ? fail("rule", "suppression.no-cohorts") : fail(...NO_SUCH);
  }
  const compared = comparisonOf(input, cohort, cohorts);
  if (compared === undefined) return fail(...NO_SUCH);
  const wave = waveOf(input, programme, loaded);
  if (wave < 1) return fail(...NO_SUCH);
  const { inView, several } = view.value;
  const opens = inView.every(({ id }) => mayAt(context, "lab-result.read", scope.programmeId, id));
  return ok({
    programme,
    loaded,
    rules: beside === undefined || beside.id === own.id ? [own] : [own, beside],
    cohorts,
    cohort,
    comparedWith: compared,
    wave,
    seesSingleResults: opens || effectiveThreshold(programme.threshold) === 1,
    siteIds,
    notExported: suppressCount(leftOut, programme.threshold),
    several: several.map(({ id, name }) => ({ id, name })),
    partOf: inView.length < programme.sites.length ? inView.map(({ name }) => name) : null,
    enrolled: await enrolledBesideChange(release.value, scope, { programme, loaded, cohorts, siteIds }),
  });
}

const NO_SUCH = ["not-found", "change.no-such-row"] as const;

function chosen(
  cohorts: readonly ResultsCohort[],
  id: string | undefined,
  otherwise: ResultsCohort | undefined,
): ResultsCohort | undefined {
  return id === undefined ? otherwise : cohorts.find((one) => one.id === id);
}

/** Null for no comparison; undefined for a cohort that is not there. */
function comparisonOf(
  { comparedWith }: SuppressionInput,
  own: ResultsCohort,
  cohorts: readonly ResultsCohort[],
): ResultsCohort | null | undefined {
  if (comparedWith === "none") return null;
  const others = cohorts.filter(({ id }) => id !== own.id);
  if (comparedWith !== undefined) return comparedWith === own.id ? null : others.find(({ id }) => id === comparedWith);
  const comparisons = others.filter(({ kind }) => kind === "comparison");
  return own.kind !== "comparison" && comparisons.length === 1 ? (comparisons[0] ?? null) : null;
}

/** The wave asked for; else the planned end, where somebody was tested, else the last wave at which anybody was. */
function waveOf({ timepointId }: SuppressionInput, { waves }: ResultsProgramme, { data }: LoadedSuppression): number {
  if (timepointId !== undefined) return waves.findIndex(({ id }) => id === timepointId);
  const tested = new Set(data.rows.map((row) => row.timepointId));
  const end = waves.findIndex(({ id, kind }) => kind === "end" && tested.has(id));
  return Math.max(1, end >= 1 ? end : waves.findLastIndex(({ id }) => tested.has(id)));
}
