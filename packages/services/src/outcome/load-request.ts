import type { CohortChange } from "@alongside/analysis/change/cohort-change";
import { extremesFrom, mayTellExtremes } from "@alongside/analysis/disclosure-control/extremes";
import { type ShownCount, suppressCount } from "@alongside/analysis/disclosure-control/shown-count";
import type { OutcomeRequest, ShownCohort } from "@alongside/analysis/outcome/outcome-request";
import { outcomeModel } from "@alongside/domain/analysis-plan/outcome-model";
import {
  type OutcomeStanding,
  outcomeRole,
  outcomeStanding,
  type SavedPlan,
} from "@alongside/domain/analysis-plan/outcome-standing";
import { planCompares } from "@alongside/domain/analysis-plan/planned-contrast";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import { savedPlans } from "../analysis-plan/saved-plans";
import type { MeasureSource } from "../change/describe-measures";
import type { LoadedChange } from "../change/load";
import { firstOpening, noteOpenings } from "../change/note-openings";
import { countNotExported } from "../consent/count-not-exported";
import type { Context } from "../context";
import { programmeThen } from "../snapshot/programme-then";
import { definedGroups, type Hindrance } from "./defined-groups";
import { knownNormalRange } from "./known-normal-range";
import { knownReliability } from "./known-reliability";
import { loadBase } from "./load-base";
import { loadItems } from "./load-items";
import { loadOutcomeData } from "./load-outcome-data";
import type { OutcomeInput } from "./outcome-input";
import { type OutcomeProgramme, readOutcomeProgramme } from "./outcome-programme";
import { plannedEntry } from "./planned-entry";
import { type PlannedView, plannedView } from "./planned-view";

/** One outcome, loaded: what the analyses are given, and what stands beside their answers. */
export interface LoadedOutcome {
  readonly request: OutcomeRequest;
  /** Whose row is which, by participant. Leaves the server only for those who may see the people. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly source: MeasureSource;
  readonly standing: OutcomeStanding;
  /** Where the planned analysis of the same outcome is; null where this is it, where there is none, or out of reach. */
  readonly plannedView: PlannedView | null;
  readonly plans: readonly SavedPlan[];
  /** When anybody first saw it. */
  readonly openedAt: Date | null;
  readonly programme: OutcomeProgramme;
  readonly change: LoadedChange;
  /** Sites whose people it rests on; empty for the whole programme. */
  readonly siteIds: readonly string[];
  /** Why cohorts that somebody defined are not compared although it was asked for; null where they are, or nothing was asked. */
  readonly hindrance: Hindrance | null;
  /** People who are in the figures and not in an export, because they did not allow it; none where nothing is exported. */
  readonly notExported: ShownCount;
}

/**
 * Loads one outcome of one cohort with everything its analyses need. It goes through the same table as the Change page, so
 * whatever is hidden there cannot be opened here.
 * @returns `not-found` for what is not in the person's table; `rule` where too few people stand behind it
 */
export async function loadOutcomeRequest(
  context: Context,
  scope: Scope<"outcome.read" | "outcome.compute" | "outcome.export-script">,
  input: OutcomeInput,
): Promise<Result<LoadedOutcome>> {
  const { measure, timepointId, cohortId, snapshotId } = input;
  const base = await loadBase(context, scope, input);
  if (!base.ok) return base;
  const { asOf, loaded, frozen } = base.value;
  const { table } = loaded;
  await noteOpenings(context, scope, table);
  const shown = table.domains.flatMap((domain) => domain.measures).find((one) => one.description.measure === measure);
  const cohort = shown?.cohorts.find((one) => one.cohortId === cohortId);
  const followUp = cohort?.followUps.find((one) => one.timepointId === timepointId);
  const source = loaded.sources[measure];
  if (shown === undefined || followUp === undefined || source === undefined) {
    return fail("not-found", "change.no-such-row");
  }
  const { description } = shown;
  if (followUp.paired.kind !== "exact" || !mayTellExtremes(followUp.paired.n, table.threshold)) {
    return fail("rule", "outcome.too-few", { params: { smallest: extremesFrom(table.threshold) } });
  }

  const now = await readOutcomeProgramme(scope, measure);
  const programme = now === null || frozen === null ? now : programmeThen(now, frozen.definition, measure);
  const baseline = table.timepoints.find((one) => one.id === table.baselineTimepointId);
  if (programme === null || baseline === undefined) return fail("not-found", "programme.none");
  const siteIds = input.siteId === undefined ? reachOf(scope) : [input.siteId];
  const only = siteIds.length === 0 ? undefined : siteIds;
  // Rows leave the programme only of those who allow it.
  const use = scope.verb === "outcome.export-script" ? "export" : "figures";
  const waves = programme.timepoints.filter((one) => table.timepoints.some(({ id }) => id === one.id));
  const { definitions } = loaded;
  const groups = definitions === null ? null : await definedGroups(scope, definitions, input);
  const cohortOf = groups?.cohortOf ?? null;
  const { data, rowOf } = await loadOutcomeData(
    asOf,
    scope,
    { ...programme, waves, cohorts: definitions === null ? table.cohorts : programme.arms, description },
    only,
    { use, snapshotId, cohortOf },
  );
  const leftOut = use === "figures" ? 0 : await countNotExported(scope, only);
  const items = await loadItems(
    scope,
    { measure, cohortId, timepointId: baseline.id, rowOf, snapshotId, cohortOf },
    only,
  );
  const saved = await savedPlans(scope.db, scope);
  // What was planned after the data were frozen does not change what stood then.
  const plans =
    frozen === null ? saved : saved.filter(({ version }) => version <= (frozen.definition.plan?.version ?? 0));
  const openedAt = await firstOpening(scope.db, scope.programmeId, { measure, timepointId });
  const timepointCode = table.timepoints.find((one) => one.id === timepointId)?.code ?? "";
  const outcome = { measure, timepointCode };
  const role = outcomeRole(outcome, plans, openedAt);
  const plan = role.kind === "exploratory" ? null : role.plan.plan;
  const comparedWith =
    groups === null
      ? comparisonOf(input, table.cohorts, shown.cohorts, plan?.comparisonCohort ?? null)
      : groups.comparedWith;
  const standing = outcomeStanding(
    {
      ...outcome,
      cohort: table.cohorts.find(({ id }) => id === cohortId) ?? { name: "", kind: "other" },
      comparator: table.cohorts.find(({ id }) => id === comparedWith)?.name ?? null,
      site: partOf(programme, siteIds),
    },
    plans,
    openedAt,
  );
  // How people came into groups is known of the plan's own groups only.
  const asPlanned = standing.kind !== "exploratory" || standing.why === "one-site";
  const design = asPlanned ? plan?.design : undefined;
  return ok({
    request: {
      data,
      description,
      cohortId,
      wave: waves.findIndex((one) => one.id === timepointId),
      comparedWith,
      design: design ?? (comparedWith === null ? "single-group" : "cohorts"),
      // The plan's is in points of its primary measure and says nothing about another.
      importantDifference:
        (plan?.primary.measure === measure ? plan.importantDifference : null) ??
        description.importantDifference?.value ??
        null,
      ...(groups?.entry ?? plannedEntry(measure, plans)),
      reliability: knownReliability(measure),
      normalRange: knownNormalRange(measure),
      model: standing.kind === "exploratory" ? null : outcomeModel(standing.plan.plan, measure),
      modelCompares: standing.kind !== "exploratory" && planCompares(standing.plan.plan),
      items,
      threshold: table.threshold,
      // Numbers of people as the page shows them are those of an export only where nobody is left out of it.
      ...(leftOut === 0
        ? { shown: Object.fromEntries(shown.cohorts.map((one) => [one.cohortId, shownCohort(one)])) }
        : {}),
    },
    rowOf,
    hindrance: groups?.hindrance ?? null,
    notExported: suppressCount(leftOut, table.threshold),
    source,
    standing,
    plannedView: plannedView(
      standing,
      input,
      shown.cohorts.flatMap(({ cohortId: id }) => table.cohorts.filter((one) => one.id === id)),
    ),
    plans,
    openedAt,
    programme,
    change: loaded,
    siteIds,
  });
}

function shownCohort({ enrolled, baseline }: CohortChange): ShownCohort {
  return { enrolled, baseline };
}

function reachOf(scope: Scope): readonly string[] {
  return scope.siteIds === "all" ? [] : [...scope.siteIds].toSorted();
}

/** What names a part of the sites; null for all of them. */
function partOf({ sites }: OutcomeProgramme, siteIds: readonly string[]): string | null {
  const within = sites.filter(({ id }) => siteIds.includes(id));
  return siteIds.length === 0 || within.length === sites.length ? null : within.map(({ name }) => name).join(", ");
}

/** Whom to compare with: whoever was asked for, else the plan's comparison, else the only comparison cohort there is. */
function comparisonOf(
  { cohortId, comparedWith }: OutcomeInput,
  cohorts: readonly { readonly id: string; readonly name: string; readonly kind: string }[],
  shown: readonly CohortChange[],
  planned: string | null,
): string | null {
  if (comparedWith === "none") return null;
  const able = cohorts.filter(
    ({ id }) => id !== cohortId && shown.some((one) => one.cohortId === id && one.state === "ready"),
  );
  if (comparedWith !== undefined) return able.find(({ id }) => id === comparedWith)?.id ?? null;
  const own = cohorts.find(({ id }) => id === cohortId);
  if (own?.kind === "comparison") return null;
  const byPlan = able.find(({ name }) => name === planned);
  const comparisons = able.filter(({ kind }) => kind === "comparison");
  return byPlan?.id ?? (comparisons.length === 1 ? (comparisons[0]?.id ?? null) : null);
}
