import type { Improvement } from "@alongside/domain/instruments/scale";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "../rows/person-series";
import { ANSWER_STATES, type AnswerState } from "./answer-table";

/** So many people of a cohort who were in one state before and in another after. */
export type AnswerGroup = readonly [cohortId: string, before: AnswerState, after: AnswerState, people: number];

/** The published example: 30 kept, 5 lost, 15 gained, 10 never. */
export const PUBLISHED: readonly AnswerGroup[] = [
  ["A", "yes", "yes", 30],
  ["A", "yes", "no", 5],
  ["A", "no", "yes", 15],
  ["A", "no", "no", 10],
];

/** A yes-or-no outcome with people in these groups, at as many sites, six by six. */
export function binaryRequest(
  groups: readonly AnswerGroup[],
  given: Partial<OutcomeRequest> & { readonly improvement?: Improvement; readonly sites?: number } = {},
): OutcomeRequest {
  const { improvement = "increase", sites = 1, ...rest } = given;
  const waves = ["before", "after"].map((label, at) => ({ timepointId: label, label, targetDay: 180 * at }));
  let row = 0;
  const people = groups.flatMap(([cohortId, before, after, count]) =>
    Array.from({ length: count }, (): PersonSeries => {
      const states = [before, after];
      row += 1;
      return {
        ...{ row, cohortId, siteId: `site ${Math.floor(row / 6) % sites}`, volunteerId: null, standing: "active" },
        values: states.map((state) => (state === "yes" ? 1 : state === "no" ? 0 : null)),
        states: states.map((state) =>
          state === "missing" ? "not-measured" : state === "not-expected" ? "not-expected" : "scored",
        ),
      };
    }),
  );
  return {
    data: { measure: "measure/any", waves, people },
    description: {
      measure: "measure/any",
      label: { en: "Any", zh: "任一" },
      improvement,
      range: { minimum: 0, maximum: 1 },
      yesOrNo: true,
      ...{ importantDifference: null, domain: null, outcomes: [], askedOf: "everyone" },
    },
    ...{ cohortId: "A", wave: 1, comparedWith: null, design: "single-group", importantDifference: null },
    ...{ entryCutOff: null, reliability: null, items: null, threshold: 1 },
    ...rest,
  };
}

/** Groups of every state before and after, in a fixed order, with these numbers of people. */
export function groupsOf(cohortId: string, counts: readonly number[]): readonly AnswerGroup[] {
  return ANSWER_STATES.flatMap((before, row) =>
    ANSWER_STATES.map((after, column): AnswerGroup => [cohortId, before, after, counts[4 * row + column] ?? 0]),
  );
}
