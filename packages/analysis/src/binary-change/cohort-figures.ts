import { participantFlow } from "../attrition/participant-flow";
import { boundsOf } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "../rows/counted-people";
import { type ShiftFigures, shiftFigures } from "../share-change/shift-figures";
import { answerTable, DENOMINATORS, type Denominator } from "./answer-table";
import { type UsableTable, usableTable } from "./usable-table";

/** The change of one cohort over one denominator. */
export interface DenominatorFigures extends ShiftFigures {
  readonly denominator: Denominator;
}

/** What may be used of a cohort; the figures, the script and whatever else shows them all start here. */
export function usableOfCohort(request: OutcomeRequest, cohortId: string): UsableTable {
  const { data, description, wave, threshold, shown } = request;
  const people = data.people.filter((person) => person.cohortId === cohortId);
  const baseline = countedPeople({ ...request, cohortId, comparedWith: null }).baseline(cohortId);
  const { enrolled } = participantFlow(data, people, threshold, { ...shown?.[cohortId], baseline });
  return usableTable(answerTable(people, wave), description.improvement, { threshold, most: boundsOf(enrolled).high });
}

/** The figures of every denominator, in their order. */
export function figuresOf({ shifts }: UsableTable): readonly DenominatorFigures[] {
  return DENOMINATORS.map((denominator) => ({ denominator, ...shiftFigures(shifts[denominator]) }));
}
