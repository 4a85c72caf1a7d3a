import type { Tx } from "@alongside/db/client";
import { type Failure, fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Instrument } from "@alongside/domain/instruments/instrument";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { isExpected } from "@alongside/domain/schedule/asked-of";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { type DueState, dueState } from "@alongside/domain/schedule/due-state";
import type { TimepointWindow } from "@alongside/domain/schedule/timepoint-window";
import { coversSite, type Scope } from "../access/authorise";
import { fromDay } from "../calendar-date";
import { closedFor, endsAsking } from "../consent/collecting-columns";

export interface PlannedParticipant {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
  readonly cohort: string;
  readonly status: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
}

/** What is stored at one place of the plan. */
export interface Collected {
  readonly assessmentId: string;
  readonly answeredOn: string;
  readonly mode: string;
  readonly language: string;
}

/** One instrument at one timepoint at which the person is expected to answer it: a place that is to be filled. */
export interface PlanPlace {
  readonly timepointId: string;
  readonly timepointCode: string;
  readonly timepointLabel: string;
  readonly instrument: string;
  readonly edition: string;
  readonly state: DueState;
  readonly window: TimepointWindow;
  readonly collected: Collected | null;
}

export interface ParticipantPlan {
  readonly participant: PlannedParticipant;
  /** The date in the programme's time zone. */
  readonly today: string;
  /** By timepoint, then in the programme's order of instruments. */
  readonly places: readonly PlanPlace[];
  /** Why no form opens for this person today; null where forms do. */
  readonly closed: Failure | null;
  /** Submissions kept beside a stored assessment, waiting for a decision. */
  readonly conflicts: number;
}

/**
 * A participant's whole plan with the state of every place in it, computed now.
 *
 * @returns `participant.none` for somebody outside the scope
 */
export async function participantPlan(
  tx: Tx,
  scope: Scope,
  participantId: string,
  now: Date,
): Promise<Result<ParticipantPlan>> {
  const [person, programme] = await Promise.all([readPerson(tx, participantId), readProgrammePlan(tx, scope)]);
  const enrolment = person?.enrolments[0];
  if (person === null || enrolment === undefined || programme === null) return fail("not-found", "participant.none");
  if (person.programmeId !== scope.programmeId || !coversSite(scope, person.siteId)) {
    return fail("not-found", "participant.none");
  }
  const today = todayIn(programme.timeZone, now);
  const period = {
    enrolledOn: fromDay(enrolment.enrolledOn),
    endedOn: enrolment.endedOn === null ? null : fromDay(enrolment.endedOn),
  };
  const closed = await closedFor(tx, { programmeId: scope.programmeId, participantId, ...period }, today);
  const asked = { ...period, notAsked: endsAsking(closed) };
  const places = programme.timepoints.flatMap((timepoint) =>
    programme.instrumentUses
      .filter((use) => definitionOf(use) !== undefined)
      .filter((use) => isExpected(use, { timepointCode: timepoint.code, cohortKind: person.cohort.kind }))
      .map((use): PlanPlace => {
        const found = person.assessments.find(
          (one) => one.timepointId === timepoint.id && one.instrument === use.instrument,
        );
        const collected = found && {
          assessmentId: found.id,
          answeredOn: fromDay(found.answeredOn),
          mode: found.mode,
          language: found.language,
        };
        return {
          timepointId: timepoint.id,
          timepointCode: timepoint.code,
          timepointLabel: timepoint.label,
          instrument: use.instrument,
          edition: use.edition,
          ...dueState(timepoint, asked, collected?.answeredOn ?? null, today),
          collected: collected ?? null,
        };
      }),
  );
  const { code, site, cohort } = person;
  const participant = {
    participantId,
    code,
    site: site.name,
    cohort: cohort.name,
    status: enrolment.status,
    ...period,
  };
  return ok({ participant, today, places, closed, conflicts: person.conflicts });
}

/** The definition behind a use, or undefined where the product no longer holds that edition. */
export function definitionOf(use: { readonly instrument: string; readonly edition: string }): Instrument | undefined {
  return findInstrument(use.instrument, use.edition);
}

async function readPerson(tx: Tx, participantId: string) {
  const [person, conflicts] = await Promise.all([
    tx.participant.findUnique({
      where: { participantId },
      select: {
        programmeId: true,
        siteId: true,
        code: true,
        site: { select: { name: true } },
        cohort: { select: { name: true, kind: true } },
        enrolments: { where: { current: true }, select: { status: true, enrolledOn: true, endedOn: true } },
        assessments: {
          where: { current: true },
          select: { id: true, timepointId: true, instrument: true, answeredOn: true, mode: true, language: true },
        },
      },
    }),
    tx.assessmentConflict.findMany({ where: { participantId, resolvedAt: null }, select: { id: true } }),
  ]);
  return person === null ? null : { ...person, conflicts: conflicts.length };
}

function readProgrammePlan(tx: Tx, scope: Scope) {
  return tx.programme.findUnique({
    where: { id: scope.programmeId },
    select: {
      timeZone: true,
      timepoints: { where: { active: true }, orderBy: [{ position: "asc" }, { code: "asc" }] },
      instrumentUses: {
        where: { active: true },
        select: { instrument: true, edition: true, timepointCodes: true, askedOf: true },
        orderBy: [{ position: "asc" }, { instrument: "asc" }],
      },
    },
  });
}
