import { sampleMoments } from "@alongside/statistics/groups/sample-moments";
import {
  type ReliableChangeCategory,
  reliableChangeCategory,
} from "@alongside/statistics/reliable-change/reliable-change";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { completePairs, type WaveState } from "../rows/person-series";
import { reliableChange } from "./reliable-change";

/** One person of an outcome, as far as their two scores go. Null for what there is not: missing is never zero. */
export interface PersonOfOutcome {
  readonly row: number;
  readonly siteId: string;
  readonly standing: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Why there is no score before, or after. */
  readonly beforeState: WaveState;
  readonly afterState: WaveState;
  /** After less before. */
  readonly change: number | null;
  /** Null where either score is missing, or nobody knows how much of a change is the scale's own noise. */
  readonly category: ReliableChangeCategory | null;
}

/** Everybody of the cohort, classed by the same rule as the page's own numbers of people who changed reliably. */
export function peopleOfOutcome(request: OutcomeRequest): readonly PersonOfOutcome[] {
  const { data, cohortId, wave, description } = request;
  const people = data.people.filter((person) => person.cohortId === cohortId);
  const first = people.flatMap(({ values }) => values[0] ?? []);
  const sd = first.length < 2 ? null : sampleMoments(first).sd;
  const enrolled = { kind: "exact", n: people.length } as const;
  const known = reliableChange(request, completePairs(people, wave), sd, enrolled);
  return people.map(({ row, siteId, standing, values, states }) => {
    const [before, after] = [values[0] ?? null, values[wave] ?? null];
    const both = before === null || after === null ? null : { before, after };
    return {
      ...{ row, siteId, standing, before, after },
      beforeState: states[0] ?? "not-expected",
      afterState: states[wave] ?? "not-expected",
      change: both && both.after - both.before,
      category:
        both === null || known.kind !== "reliable-change"
          ? null
          : reliableChangeCategory(both.before, both.after, {
              scale: known.scale,
              lowerIsBetter: description.improvement === "decrease",
            }),
    };
  });
}
