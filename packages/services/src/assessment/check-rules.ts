import { type CollectingStanding, collectingRefusal } from "@alongside/domain/consent/collecting";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { checkAnswers } from "@alongside/domain/instruments/check-answers";
import type { Instrument } from "@alongside/domain/instruments/instrument";
import { isAskedAt, isAskedOf } from "@alongside/domain/schedule/asked-of";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import type { SaveAssessment } from "./input";
import type { Slot } from "./read-slot";

/**
 * Every rule an assessment must meet before it is written, or kept as another version: the timepoint is of this programme,
 * this very edition is in use there and asked of this person's cohort, the day is neither before enrolment, nor after its
 * end, nor in the future, there are answers and they are possible ones, and questions that can reveal risk have a response
 * path. Pure: `now` is the request's clock.
 */
export function checkRules(input: SaveAssessment, slot: Slot, instrument: Instrument, now: Date): Result<null> {
  const { timepoint, enrolment } = slot;
  if (timepoint === null || !timepoint.active) return fail("not-found", "timepoint.none");

  const use = slot.uses.find((candidate) => candidate.edition === input.edition && candidate.active);
  if (use === undefined) return editionFailure(input, slot);
  if (!isAskedAt(use, timepoint.code)) {
    return fail("rule", "assessment.not-at-timepoint", { params: { timepoint: timepoint.code } });
  }
  if (!isAskedOf(use, slot.cohortKind)) {
    return fail("rule", "instrument.not-for-cohort", { params: { instrument: input.instrument } });
  }
  // Our own questions exist in these languages and no others. A published form may have been filled in on paper in any.
  if (instrument.wording === "own" && !instrument.languages.includes(input.language)) {
    const params = { language: input.language, offered: instrument.languages.join(", ") };
    return fail("rule", "assessment.language-not-offered", { params });
  }
  if (instrument.risks.length > 0 && use.responsePath === null) {
    return fail("rule", "assessment.no-response-path", { params: { instrument: input.instrument } });
  }

  // First among the days: a device that holds a form of somebody who stepped back must hear that, and drops it.
  const refusal = collectingRefusal(collectingStanding(slot), input.answeredOn);
  if (refusal !== null) return fail("rule", refusal);
  const today = todayIn(timepoint.timeZone, now);
  if (input.answeredOn > today) return dayFailure("assessment.in-future", input, today);
  if (input.answeredOn < enrolment.enrolledOn) {
    return dayFailure("assessment.before-enrolment", input, enrolment.enrolledOn);
  }
  if (enrolment.endedOn !== null && input.answeredOn > enrolment.endedOn) {
    return dayFailure("assessment.after-end", input, enrolment.endedOn);
  }

  // A sheet on which nothing stands, not even that a question was skipped, would take the place of the real one.
  if (Object.keys(input.answers).length === 0) return fail("invalid", "assessment.empty");
  const issues = checkAnswers(instrument, input.answers);
  return issues.length > 0 ? fail("invalid", "assessment.answers", { issues }) : ok(null);
}

function collectingStanding({ survey, surveyRequiredFrom, enrolment, withdrawal }: Slot): CollectingStanding {
  return { survey, requiredFrom: surveyRequiredFrom, enrolledOn: enrolment.enrolledOn, withdrawal };
}

function editionFailure(input: SaveAssessment, slot: Slot): Result<null> {
  const inUse = slot.uses.filter((candidate) => candidate.active).map((candidate) => candidate.edition);
  const params = { instrument: input.instrument, sent: input.edition, inUse: inUse.join(", ") };
  return inUse.length === 0
    ? fail("rule", "assessment.instrument-not-in-use", { params })
    : fail("rule", "assessment.wrong-edition", { params });
}

function dayFailure(reason: string, input: SaveAssessment, limit: string): Result<null> {
  return fail("rule", reason, {
    params: { answeredOn: input.answeredOn, limit },
    issues: [{ path: "answeredOn", rule: reason, value: input.answeredOn, params: { limit } }],
  });
}
