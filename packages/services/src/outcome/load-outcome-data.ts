import type { MeasureDescription } from "@alongside/analysis/change/measure-description";
import type { OutcomeData, PersonSeries, WaveState } from "@alongside/analysis/rows/person-series";
import { type OutcomePerson, type OutcomeScore, type RowUse, readOutcomeRows } from "@alongside/db/outcome/read-scores";
import { isExpected } from "@alongside/domain/schedule/asked-of";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { dueState } from "@alongside/domain/schedule/due-state";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";

/** A timepoint of the programme with its plan, as the loader needs it. */
export interface PlannedWave {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly targetDay: number;
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** What the loader has to know of the programme. */
export interface OutcomePlace {
  readonly timeZone: string;
  /** The baseline first. */
  readonly waves: readonly PlannedWave[];
  /** Arms, by which it is known who is asked. */
  readonly cohorts: readonly { readonly id: string; readonly kind: string }[];
  /** Codes of the timepoints at which the measure is asked; empty = all. */
  readonly timepointCodes: readonly string[];
  readonly description: Pick<MeasureDescription, "measure" | "askedOf">;
}

interface LoadOptions {
  readonly use?: RowUse;
  readonly snapshotId?: string | undefined;
  /** In which cohort that somebody defined each person is; nobody else is loaded. Null: the arms, and everybody. */
  readonly cohortOf?: ReadonlyMap<string, string> | null;
}

/**
 * Everybody in reach with all their scores of one measure. The data carry no code: rows are numbered in the order of
 * enrolment. Whose row is which stays with whoever loads more about the same people.
 * @param siteIds only these sites
 */
export async function loadOutcomeData(
  { now }: Context,
  scope: Scope,
  place: OutcomePlace,
  siteIds?: readonly string[],
  { use = "figures", snapshotId, cohortOf = null }: LoadOptions = {},
): Promise<{ readonly data: OutcomeData; readonly rowOf: ReadonlyMap<string, number> }> {
  const { measure } = place.description;
  const read = await readOutcomeRows(scope.db, { programmeId: scope.programmeId, snapshotId }, measure, siteIds, use);
  const people = cohortOf === null ? read.people : read.people.filter((one) => cohortOf.has(one.participantId));
  const today = todayIn(place.timeZone, now());
  const scores = new Map<string, OutcomeScore[]>();
  for (const score of read.scores) {
    const own = scores.get(score.participantId);
    if (own === undefined) scores.set(score.participantId, [score]);
    else own.push(score);
  }
  const data = {
    measure,
    waves: place.waves.map(({ id, label, targetDay }) => ({ timepointId: id, label, targetDay })),
    people: people.map((person, row) => {
      const series = seriesOf(row, person, scores.get(person.participantId) ?? [], place, today);
      return { ...series, cohortId: cohortOf?.get(person.participantId) ?? series.cohortId };
    }),
  };
  return { data, rowOf: new Map(people.map(({ participantId }, row) => [participantId, row])) };
}

function seriesOf(
  row: number,
  person: OutcomePerson,
  scores: readonly OutcomeScore[],
  place: OutcomePlace,
  today: string,
): PersonSeries {
  const found = place.waves.map((wave) => scores.find((score) => score.timepointId === wave.id));
  return {
    row,
    cohortId: person.cohortId,
    siteId: person.siteId,
    volunteerId: null,
    standing: person.status,
    values: found.map((score) => score?.value ?? null),
    states: found.map((score, at) =>
      score ? stateOfScore(score) : stateWithout(person, place, place.waves[at], today),
    ),
  };
}

function stateOfScore({ value, prorated }: OutcomeScore): WaveState {
  if (value === null) return "unscored";
  return prorated ? "prorated" : "scored";
}

/** Why there is no form: nobody expects one (yet), or it is missing. */
function stateWithout(
  person: OutcomePerson,
  place: OutcomePlace,
  wave: PlannedWave | undefined,
  today: string,
): WaveState {
  if (wave === undefined) return "not-expected";
  const cohortKind = place.cohorts.find((cohort) => cohort.id === person.cohortId)?.kind ?? "";
  const asking = { timepointCodes: place.timepointCodes, askedOf: place.description.askedOf };
  if (!isExpected(asking, { timepointCode: wave.code, cohortKind })) return "not-expected";
  const { state } = dueState(wave, person, null, today);
  return state === "overdue" || state === "missed" ? "not-measured" : "not-expected";
}
