import type { ChangeTable, MeasureChange } from "@alongside/analysis/change/change-table";
import type { Direction } from "@alongside/analysis/change/direction";
import { boundsOf, type ShownCount } from "@alongside/analysis/disclosure-control/shown-count";

/** How complete the data of a cohort are, and how many of its outcomes moved which way. */
export interface CohortSummary {
  readonly cohortId: string;
  readonly cohort: string;
  readonly enrolled: ShownCount;
  /** At each time, people scored on the outcome that most people were scored on. Null when nothing was scored. */
  readonly scored: readonly { readonly timepoint: string; readonly people: ShownCount | null }[];
  /** The last time at which any change is estimated, with the number of outcomes by direction; null without one. */
  readonly latest: { readonly timepoint: string; readonly directions: Readonly<Record<Direction, number>> } | null;
}

/**
 * The change table in a few numbers. It takes only figures that the table shows, so it tells nothing more, and it counts
 * outcomes by direction instead of picking striking ones.
 *
 * @param isShown whether a measure is shown at once, not as a part of another
 */
export function summariseChange(table: ChangeTable, isShown: (measure: string) => boolean): readonly CohortSummary[] {
  const measures = table.domains.flatMap((domain) => domain.measures).filter((one) => isShown(one.description.measure));
  return table.cohorts.flatMap(({ id, name }) => {
    const own = measures.flatMap((measure) => cohortOf(measure, id));
    const enrolled = own[0]?.enrolled;
    if (enrolled === undefined) return [];
    const scored = table.timepoints.map((timepoint) => ({
      timepoint: timepoint.label,
      people: most(
        own.flatMap((one) =>
          timepoint.id === table.baselineTimepointId
            ? one.baseline
            : one.followUps.filter((each) => each.timepointId === timepoint.id).map((each) => each.measured),
        ),
      ),
    }));
    return [{ cohortId: id, cohort: name, enrolled, scored, latest: latestOf(table, own) }];
  });
}

type CohortResult = MeasureChange["cohorts"][number];

function cohortOf(measure: MeasureChange, cohortId: string): readonly CohortResult[] {
  return measure.cohorts.filter((cohort) => cohort.cohortId === cohortId);
}

function most(counts: readonly ShownCount[]): ShownCount | null {
  const some = counts.filter((count) => boundsOf(count).high > 0);
  return some.toSorted((a, b) => boundsOf(b).low - boundsOf(a).low)[0] ?? null;
}

function latestOf(table: ChangeTable, own: readonly CohortResult[]): CohortSummary["latest"] {
  const at = (timepointId: string) =>
    own.flatMap((one) => one.followUps.filter((followUp) => followUp.timepointId === timepointId));
  const last = table.timepoints.findLast((timepoint) =>
    at(timepoint.id).some((followUp) => followUp.change.kind === "estimate"),
  );
  if (last === undefined) return null;
  const directions = { better: 0, worse: 0, unclear: 0, "no-direction": 0, "not-available": 0 };
  for (const followUp of at(last.id)) directions[followUp.direction] += 1;
  return { timepoint: last.label, directions };
}
