import type { KnownReliability, OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "../rows/person-series";
import { type ScaleConsistency, scaleConsistency } from "./consistency";
import { type Responsiveness, responsiveness } from "./responsiveness";
import { type ScaleEnds, scaleEnds } from "./scale-ends";

/** How well a scale measures in the people of this programme, rather than in those it was published for. */
export interface Psychometrics {
  readonly consistency: ScaleConsistency;
  /** People at the ends of the scale at the baseline. */
  readonly ends: ScaleEnds;
  readonly responsiveness: Responsiveness;
  /** How well it repeats itself, from elsewhere: a programme hardly ever asks the same people twice within days. */
  readonly published: KnownReliability | null;
}

/**
 * Everything about the scale itself: reliability from the answers at the baseline, floor and ceiling, and how well it
 * shows change. Figures from fewer than 20 people are hidden, from fewer than 50 called unstable.
 * @param people of the cohort the request is about
 */
export function psychometrics(request: OutcomeRequest, people: readonly PersonSeries[]): Psychometrics {
  const { description, items, reliability } = request;
  return {
    consistency: scaleConsistency(items),
    ends: scaleEnds(people, description),
    responsiveness: responsiveness(request, people),
    published: reliability,
  };
}
