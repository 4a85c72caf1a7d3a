import type { OutcomeRequest } from "../outcome/outcome-request";
import { countedPeople } from "../rows/counted-people";
import { completePairs } from "../rows/person-series";
import type { LongStripInput } from "./long-strip";

/** What the long rows of an outcome's strip are computed from: everybody of the cohort with a baseline, who lived and may be counted. */
export function longStripInput(request: OutcomeRequest): LongStripInput {
  const { data, cohortId, wave, description } = countedPeople(request).request;
  const people = data.people.filter((person) => person.cohortId === cohortId);
  // Nobody's score is made up after their death; what they said before stays.
  const measured = people.filter(
    ({ values, standing }) => (values[0] ?? null) !== null && (standing !== "died" || (values[wave] ?? null) !== null),
  );
  const siteIds = [...new Set(measured.map(({ siteId }) => siteId))].toSorted();
  const pairs = completePairs(people, wave);
  const seen = [...pairs.pre, ...pairs.post];
  const { range, improvement } = description;
  // No unseen score can be further from a seen one than the scale is long.
  const reach = range ? range.maximum - range.minimum : Math.max(1, Math.max(...seen) - Math.min(...seen));
  return {
    pairs,
    rows: {
      values: measured.map(({ values }) => values),
      sites: measured.map(({ siteId }) => siteIds.indexOf(siteId)),
      wave,
      better: improvement === "increase" ? 1 : improvement === "decrease" ? -1 : 0,
    },
    reach,
  };
}
