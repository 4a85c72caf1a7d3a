import type { MeasureChange } from "@alongside/analysis/change/change-table";
import type { CohortChange, FollowUpChange } from "@alongside/analysis/change/cohort-change";
import type { LoadedChange } from "../change/load";
import type { ReportFigures } from "./report-figures";

/** One outcome of one cohort at the time of the report. */
export interface ReportLine {
  readonly domain: string;
  readonly measure: MeasureChange;
  readonly cohortName: string;
  readonly cohort: CohortChange;
  readonly followUp: FollowUpChange;
}

/**
 * Outcomes that a report tells: those the Change page shows at once, of the five domains. A domain that only parts of
 * questionnaires speak to tells those. What belongs to no domain is no outcome.
 */
export function toldMeasures(domain: LoadedChange["table"]["domains"][number], sources: LoadedChange["sources"]) {
  const headlines = domain.measures.filter(({ description }) => sources[description.measure]?.headline ?? true);
  return headlines.length > 0 ? headlines : domain.measures;
}

/** Every line of the report, in the order of domains, outcomes and cohorts. */
export function reportLines({ change, at }: ReportFigures): readonly ReportLine[] {
  const { table, sources } = change;
  return table.domains.flatMap((domain) =>
    domain.domain === null
      ? []
      : toldMeasures(domain, sources).flatMap((measure) =>
          table.cohorts.flatMap(({ id, name }): ReportLine[] => {
            const cohort = measure.cohorts.find(({ cohortId }) => cohortId === id);
            const followUp = cohort?.followUps.find(({ timepointId }) => timepointId === at?.id);
            if (domain.domain === null || cohort === undefined || followUp === undefined) return [];
            return [{ domain: domain.domain, measure, cohortName: name, cohort, followUp }];
          }),
        ),
  );
}
