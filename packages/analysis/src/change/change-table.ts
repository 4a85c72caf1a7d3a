import { OUTCOME_DOMAINS } from "@alongside/domain/outcomes/domains";
import { isAskedOf } from "@alongside/domain/schedule/asked-of";
import { extremesFrom } from "../disclosure-control/extremes";
import { effectiveThreshold, type ShownCount } from "../disclosure-control/shown-count";
import { mergeSites } from "./add-cells";
import { type ChangeCell, ENROLLED_MEASURE } from "./cells";
import { type ChangeState, furthestState } from "./change-state";
import { type CohortChange, cohortChange } from "./cohort-change";
import { type CohortCells, cohortCounts } from "./cohort-counts";
import type { CohortDescription, MeasureDescription, TimepointDescription } from "./measure-description";

/** Codes of the five outcome domains, in the order of the framework. */
export const OUTCOME_DOMAIN_CODES = OUTCOME_DOMAINS.elements
  .filter((element) => element.kind === "outcome-domain")
  .map((element) => element.code);

export interface ChangeTableInput {
  /** Cells of any sites, in any order; sites are added up. "@enrolled" cells are left aside. */
  readonly cells: readonly ChangeCell[];
  /** People enrolled by cohort id, from `enrolledByCohort`. */
  readonly enrolled: ReadonlyMap<string, number>;
  readonly measures: readonly MeasureDescription[];
  readonly cohorts: readonly CohortDescription[];
  readonly timepoints: readonly TimepointDescription[];
  /** The programme's suppression threshold. */
  readonly threshold: number;
  /** How everybody enrolled is shown where other tables of the same people are shown too, by cohort id (`enrolledOnce`). */
  readonly enrolledShown?: ReadonlyMap<string, ShownCount> | undefined;
}

export interface MeasureChange {
  readonly description: MeasureDescription;
  readonly state: ChangeState;
  /**
   * In the order given. Never added up: cohorts are compared by eye, not pooled. Without those it is not asked of, unless
   * something was collected from them: nobody in them is missing, and what there is stays in sight.
   */
  readonly cohorts: readonly CohortChange[];
}

export interface DomainChange {
  /** One of the five, or null for what belongs to none of them. */
  readonly domain: string | null;
  readonly measures: readonly MeasureChange[];
}

export interface ChangeTable {
  readonly state: ChangeState;
  /** One group before and after, without adjustment: it may be said that scores changed, never why. */
  readonly claim: { readonly level: 1; readonly wording: "changed" };
  /** The threshold as applied; 1 when nothing is hidden. */
  readonly threshold: number;
  /** From how many people on a mean or a spread is told. */
  readonly meansFrom: number;
  readonly cohorts: readonly CohortDescription[];
  /** In order; the baseline first, when there is one. */
  readonly timepoints: readonly TimepointDescription[];
  readonly baselineTimepointId: string | null;
  /** The five domains, empty ones too, then measures of none, if any. Nothing is pooled across measures. */
  readonly domains: readonly DomainChange[];
}

/** Adds up the "@enrolled" cells by cohort. */
export function enrolledByCohort(cells: readonly ChangeCell[]): Map<string, number> {
  const enrolled = new Map<string, number>();
  for (const { measure, cohortId, n } of cells) {
    if (measure === ENROLLED_MEASURE) enrolled.set(cohortId, (enrolled.get(cohortId) ?? 0) + n);
  }
  return enrolled;
}

/**
 * The whole Change page as values: every figure with its uncertainty or the reason it is missing, and every count as it
 * may be shown. Counts are decided for the whole table at once, so the same group reads the same in every row.
 * @throws RangeError when cells contradict each other (more pairs than people), which means the sums must be rebuilt
 */
export function changeTable(input: ChangeTableInput): ChangeTable {
  const timepoints = [...input.timepoints].sort(
    (a, b) => Number(b.kind === "baseline") - Number(a.kind === "baseline") || a.position - b.position,
  );
  const baseline = timepoints.find((timepoint) => timepoint.kind === "baseline") ?? null;
  const followUps = timepoints.filter((timepoint) => timepoint !== baseline);
  const threshold = effectiveThreshold(input.threshold);

  const cohorts = input.cohorts.map(({ id, kind, chosenBy = null }) => {
    const cells = cellsOfCohort(input, id);
    const counts = cohortCounts(input.enrolled.get(id) ?? 0, cells, baseline?.id ?? null, threshold);
    const enrolled = input.enrolledShown?.get(id) ?? counts.enrolled;
    return { cohortId: id, kind, chosenBy, cells, counts: { ...counts, enrolled } };
  });
  const measures = input.measures.map((description): MeasureChange => {
    const concerned = cohorts.filter(
      ({ kind, cells }) => isAskedOf(description, kind) || cells.has(description.measure),
    );
    const changes = concerned.map(({ cohortId, chosenBy, cells, counts }) =>
      cohortChange({
        cohortId,
        chosenBy,
        description,
        cells: cells.get(description.measure) ?? new Map(),
        counts,
        baseline,
        followUps,
        threshold,
      }),
    );
    return { description, state: furthestState(changes.map((change) => change.state)), cohorts: changes };
  });
  return {
    state: furthestState(measures.map((measure) => measure.state)),
    claim: { level: 1, wording: "changed" },
    threshold,
    meansFrom: extremesFrom(threshold),
    cohorts: input.cohorts,
    timepoints,
    baselineTimepointId: baseline?.id ?? null,
    domains: byDomain(measures),
  };
}

/** Only what the table shows takes part: measures and timepoints switched off since leave no trace in it. */
export function cellsOfCohort({ cells, measures, timepoints }: ChangeTableInput, cohortId: string): CohortCells {
  const shownMeasures = new Set(measures.map((one) => one.measure));
  const shownTimepoints = new Set(timepoints.map((one) => one.id));
  const own = cells.filter(
    (cell) => cell.cohortId === cohortId && shownMeasures.has(cell.measure) && shownTimepoints.has(cell.timepointId),
  );
  const byMeasure = new Map<string, Map<string, ChangeCell>>();
  for (const cell of mergeSites(own)) {
    const byTimepoint = byMeasure.get(cell.measure) ?? new Map<string, ChangeCell>();
    byMeasure.set(cell.measure, byTimepoint.set(cell.timepointId, cell));
  }
  return byMeasure;
}

function byDomain(measures: readonly MeasureChange[]): DomainChange[] {
  const five = OUTCOME_DOMAIN_CODES.map((domain) => ({
    domain,
    measures: measures.filter((measure) => measure.description.domain === domain),
  }));
  const known: readonly (string | null)[] = OUTCOME_DOMAIN_CODES;
  const rest = measures.filter((measure) => !known.includes(measure.description.domain));
  return rest.length > 0 ? [...five, { domain: null, measures: rest }] : five;
}
