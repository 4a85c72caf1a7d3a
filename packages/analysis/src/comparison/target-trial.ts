import { showNestedCounts } from "../disclosure-control/show-nested-counts";
import type { ShownCount } from "../disclosure-control/shown-count";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { CountedRequest } from "../rows/counted-people";

/**
 * The randomised trial a comparison of cohorts stands in for, in its five parts, so that what it lacks can be seen.
 * Source: Hernan and Robins (2016), Am J Epidemiol 183, 758-764.
 */
export interface TargetTrial {
  readonly eligibility: {
    readonly rule: "enrolled" | "baseline-cut-off";
    readonly cutOff: OutcomeRequest["entryCutOff"];
    readonly supported: TrialNumbers;
    readonly compared: TrialNumbers;
  };
  /** When follow-up begins for both: the planned day of the baseline after enrolment. */
  readonly timeZero: { readonly timepointId: string; readonly targetDay: number };
  readonly assignment: "randomised" | "by-cohort";
  readonly followUp: { readonly timepointId: string; readonly daysAfterBaseline: number };
  readonly contrast: { readonly summary: "mean-difference"; readonly cohortId: string; readonly comparedWith: string };
}

/** People of one cohort on the way to the comparison. */
export interface TrialNumbers {
  readonly enrolled: ShownCount;
  readonly baselineMeasured: ShownCount;
  readonly analysed: ShownCount;
}

/**
 * The table, as data.
 * @param counted how many of a cohort have a baseline, as the page says it elsewhere
 */
export function targetTrial(
  request: OutcomeRequest,
  comparedWith: string,
  counted: Pick<CountedRequest, "baseline">,
): TargetTrial {
  const { data, cohortId, wave, entryCutOff, design } = request;
  const [zero, end] = [data.waves[0], data.waves[wave]];
  return {
    eligibility: {
      rule: entryCutOff === null ? "enrolled" : "baseline-cut-off",
      cutOff: entryCutOff,
      supported: trialNumbers(request, cohortId, counted),
      compared: trialNumbers(request, comparedWith, counted),
    },
    timeZero: { timepointId: zero?.timepointId ?? "", targetDay: zero?.targetDay ?? 0 },
    assignment: design === "randomised" ? "randomised" : "by-cohort",
    followUp: {
      timepointId: end?.timepointId ?? "",
      daysAfterBaseline: (end?.targetDay ?? 0) - (zero?.targetDay ?? 0),
    },
    contrast: { summary: "mean-difference", cohortId, comparedWith },
  };
}

/** Of each number only so much is shown that nobody can be told from the difference of two. */
function trialNumbers(
  { data, wave, threshold, shown: elsewhere }: OutcomeRequest,
  cohortId: string,
  { baseline }: Pick<CountedRequest, "baseline">,
): TrialNumbers {
  const people = data.people.filter((person) => person.cohortId === cohortId);
  const measured = people.filter(({ values }) => (values[0] ?? null) !== null);
  const later = data.waves.slice(1).map((_, at) => ({
    id: `later ${at + 1}`,
    n: measured.filter(({ values }) => (values[at + 1] ?? null) !== null).length,
    contains: [],
  }));
  const shown = showNestedCounts(
    [
      { id: "enrolled", n: people.length, contains: ["measured"] },
      { id: "measured", n: measured.length, contains: later.map(({ id }) => id) },
      ...later,
    ],
    [],
    threshold,
  );
  const look = (id: string): ShownCount => shown.get(id) ?? { kind: "exact", n: 0 };
  return {
    enrolled: elsewhere?.[cohortId]?.enrolled ?? look("enrolled"),
    baselineMeasured: baseline(cohortId),
    analysed: look(`later ${wave}`),
  };
}
