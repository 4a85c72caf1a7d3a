import { type ChangeView, type MeasureChange, type ShownCohort, shownCohorts, type Table } from "../change/change-view";
import type { GlanceAddress } from "./glance-address";

/** An outcome with its cohorts at the chosen time. */
export interface GlanceOutcome {
  readonly measure: MeasureChange;
  readonly cohorts: readonly ShownCohort[];
}

export interface GlanceDomain {
  readonly domain: string;
  readonly outcomes: readonly GlanceOutcome[];
  /** Outcomes of the domain that the chosen reading leaves out. */
  readonly leftOut: number;
}

/**
 * What the overview shows: outcomes of the five domains of which something was collected, chosen and ordered as the address
 * says. Parts of questionnaires are shown only inside a chosen domain. Nothing is added up across outcomes.
 */
export function glanceDomains(
  { table, sources }: Pick<ChangeView, "table" | "sources">,
  timepointId: string,
  address: GlanceAddress,
): readonly GlanceDomain[] {
  const only = chosenDomain(table, address);
  return table.domains.flatMap(({ domain, measures }) => {
    if (domain === null || (only !== null && domain !== only)) return [];
    const ready = measures.filter(({ state }) => state === "ready");
    const headlines = ready.filter(({ description: { measure } }) => sources[measure]?.headline !== false);
    const all = (only === null ? headlines : ready).map((measure) => ({
      measure,
      cohorts: shownCohorts(table, measure, timepointId),
    }));
    const outcomes = all.filter((outcome) => isRead(outcome, address.reading));
    return all.length === 0
      ? []
      : [{ domain, outcomes: inOrder(outcomes, address), leftOut: all.length - outcomes.length }];
  });
}

/** The domain of the address, if the table has it. */
export function chosenDomain({ domains }: Table, { domain }: GlanceAddress): string | null {
  return domains.some((one) => one.domain === domain) ? domain : null;
}

function isRead({ cohorts }: GlanceOutcome, reading: GlanceAddress["reading"]): boolean {
  return reading === null || cohorts.some(({ followUp }) => followUp.direction === reading);
}

function inOrder(outcomes: readonly GlanceOutcome[], { order }: GlanceAddress): readonly GlanceOutcome[] {
  if (order === "framework") return outcomes;
  const of = order === "change" ? largestGain : largestLoss;
  // Stable: outcomes that weigh the same stay as the programme put them.
  return [...outcomes].sort((one, other) => of(other) - of(one));
}

/** The largest standardised change towards better of any cohort; outcomes without a figure come last. */
function largestGain({ measure, cohorts }: GlanceOutcome): number {
  const sign = measure.description.improvement === "decrease" ? -1 : 1;
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...cohorts.flatMap(({ followUp: { standardised } }) =>
      standardised.kind === "estimate" ? [sign * standardised.value] : [],
    ),
  );
}

/** The largest share of people with a baseline who are known to have no later score. */
function largestLoss({ cohorts }: GlanceOutcome): number {
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...cohorts.flatMap(({ cohort: { baseline }, followUp: { lost } }) =>
      baseline.kind === "exact" && baseline.n > 0 ? [lowest(lost) / baseline.n] : [],
    ),
  );
}

function lowest(count: ShownCohort["followUp"]["lost"]): number {
  switch (count.kind) {
    case "exact":
      return count.n;
    case "hidden":
      return 1;
    case "range":
      return count.low;
  }
}

/** In how many outcomes of a domain each cohort reads better, and worse. */
export function readingsOf(table: Table, outcomes: readonly GlanceOutcome[]): readonly CohortReadings[] {
  return table.cohorts.flatMap(({ id, name }) => {
    const own = outcomes.flatMap(({ cohorts }) => cohorts.filter(({ cohort }) => cohort.cohortId === id));
    const count = (direction: string) => own.filter(({ followUp }) => followUp.direction === direction).length;
    return own.length === 0 ? [] : [{ name, outcomes: own.length, better: count("better"), worse: count("worse") }];
  });
}

export interface CohortReadings {
  readonly name: string;
  readonly outcomes: number;
  readonly better: number;
  readonly worse: number;
}
