import fixtures from "../change/btheb.fixtures.json";
import type { OutcomeData, PersonSeries } from "../rows/person-series";
import type { OutcomeRequest } from "./outcome-request";

/** Position of the eight-month score in the fixture's waves. */
export const EIGHT_MONTHS = 4;

/** The trial Beating the Blues as one outcome: both arms as cohorts, one site for every third person. */
export const BTHEB_DATA: OutcomeData = {
  measure: "measure/bdi",
  waves: fixtures.timepoints.map((label, at) => ({ timepointId: label, label, targetDay: 30 * at })),
  people: fixtures.people.map(([arm, ...scores], row): PersonSeries => {
    const values = scores.map((score) => (typeof score === "number" ? score : null));
    return {
      row,
      cohortId: String(arm),
      siteId: `site ${row % 3}`,
      volunteerId: null,
      standing: "active",
      values,
      states: values.map((value) => (value === null ? "not-measured" : "scored")),
    };
  }),
};

/** The outcome at eight months under treatment as usual. */
export function bthebRequest(given: Partial<OutcomeRequest> = {}): OutcomeRequest {
  return {
    data: BTHEB_DATA,
    description: {
      measure: "measure/bdi",
      label: { en: "Depression", zh: "抑郁" },
      improvement: "decrease",
      range: { minimum: 0, maximum: 63 },
      importantDifference: null,
      domain: "outcome.psychological",
      outcomes: [],
      askedOf: "everyone",
    },
    cohortId: "TAU",
    wave: EIGHT_MONTHS,
    comparedWith: null,
    design: "single-group",
    importantDifference: 3,
    entryCutOff: null,
    reliability: { value: 0.9, kind: "test-retest", source: { en: "chosen for the test", zh: "为测试选定" } },
    items: null,
    threshold: 1,
    ...given,
  };
}
