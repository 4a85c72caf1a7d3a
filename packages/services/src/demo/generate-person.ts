import type { PersonScore } from "@alongside/analysis/change/cells-of-person";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import type { Answer } from "@alongside/domain/instruments/answers";
import { measureKey } from "@alongside/domain/instruments/instrument";
import { scoreAnswers } from "@alongside/domain/instruments/score";
import { isExpected } from "@alongside/domain/schedule/asked-of";
import { type CalendarDate, daysBetween } from "@alongside/domain/schedule/calendar-date";
import { contentHash } from "../assessment/content-hash";
import { scoreRows } from "../assessment/score-rows";
import { toDay } from "../calendar-date";
import { answerSheet, type Standing } from "./answer-sheet";
import { drawCourse, type Wave } from "./course";
import { DEMO_USES, demoInstrument } from "./demo-plan";
import { DRIFT_PER_YEAR, OTHER_MEASURES, OUTCOME_MODEL, VARIANCE_SHARES } from "./outcome-model";
import type { RandomStream } from "./random-stream";
import { recordSheet } from "./record-sheet";

/** Where a simulated person belongs, by the ids of the programme they are in. */
export interface Place {
  readonly programmeId: string;
  readonly siteId: string;
  readonly cohortId: string;
  readonly cohortKind: string;
  /** How much of the effect of peer support they get: 0 for those who wait. */
  readonly dose: number;
  /** Ids of the timepoints by their codes. */
  readonly timepointIds: ReadonlyMap<string, string>;
  /** Who may have entered the answers. */
  readonly recorderIds: readonly string[];
}

/** One simulated person with everything recorded about them. */
export function generatePerson(stream: RandomStream, today: CalendarDate, place: Place, codes: Set<string>) {
  const wellbeing = stream.normal();
  const course = drawCourse(stream, today, wellbeing, place.dose);
  const enrolledAt = duringDay(stream, course.enrolledOn);
  const participantId = stream.id(enrolledAt);
  const standing = drawStanding(stream, wellbeing, place.dose);
  const { programmeId, siteId, cohortId } = place;
  const sheets = course.waves.flatMap((wave) =>
    DEMO_USES.filter((use) =>
      isAnswered(stream, use, { timepointCode: wave.timepoint.code, cohortKind: place.cohortKind }),
    ).map((use) => fillIn(stream, { place, participantId, wave, use, at: standing(wave, course.enrolledOn) })),
  );
  const scores = sheets.flatMap((sheet) => sheet.scores);
  const personScores: PersonScore[] = scores.map(({ measure, timepointId, value }) => ({
    measure,
    timepointId,
    value,
  }));
  return {
    participant: { participantId, programmeId, siteId, cohortId, code: drawCode(stream, codes), createdAt: enrolledAt },
    course,
    enrolments: enrolmentRows(stream, { participantId, place, course, enrolledAt }),
    assessments: sheets.map((sheet) => sheet.assessment),
    scores,
    summary: { siteId, cohortId, scores: personScores },
  };
}
export type DemoParticipant = ReturnType<typeof generatePerson>;

function drawCode(stream: RandomStream, taken: Set<string>): string {
  for (;;) {
    const code = makeParticipantCode(Array.from({ length: 6 }, () => stream.integer(0, 31)));
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}

/** An instant in the working hours of a day. */
function duringDay(stream: RandomStream, date: CalendarDate): Date {
  return new Date(toDay(date).getTime() + stream.integer(8 * 3600, 16 * 3600) * 1000);
}

function pick(stream: RandomStream, ids: readonly string[]): string {
  return ids[stream.integer(0, ids.length - 1)] ?? "";
}

/** Seldom there was time for the first questionnaire only, and nobody has come back to the others. */
function isAnswered(
  stream: RandomStream,
  use: (typeof DEMO_USES)[number],
  of: { readonly timepointCode: string; readonly cohortKind: string },
): boolean {
  return isExpected(use, of) && (use.instrument === "alongside-core" || !stream.chance(0.01));
}

/** How a person stands on every measure at a wave: what lasts in them, how their day is, what support has done. */
function drawStanding(stream: RandomStream, wellbeing: number, dose: number) {
  const { general, lasting, day } = VARIANCE_SHARES;
  const traits = new Map<string, number>();
  const trait = (measure: string) => {
    const known = traits.get(measure) ?? stream.normal();
    traits.set(measure, known);
    return known;
  };
  // People differ in what they take from support: a few nothing or less, some twice as much.
  const response = 1 + 0.6 * stream.normal();
  return ({ timepoint, answeredOn }: Wave, enrolledOn: CalendarDate): Standing => {
    const days = new Map<string, number>();
    const years = daysBetween(enrolledOn, answeredOn) / 365;
    return (measure) => {
      const today = days.get(measure) ?? stream.normal();
      days.set(measure, today);
      const { start, effect } = OUTCOME_MODEL[measure] ?? OTHER_MEASURES;
      const spread = Math.sqrt(general) * wellbeing + Math.sqrt(lasting) * trait(measure) + Math.sqrt(day) * today;
      return start + spread + DRIFT_PER_YEAR * years + effect * dose * response * timepoint.kept;
    };
  };
}

interface Filling {
  readonly place: Place;
  readonly participantId: string;
  readonly wave: Wave;
  readonly use: (typeof DEMO_USES)[number];
  readonly at: Standing;
}

function fillIn(stream: RandomStream, { place, participantId, wave, use, at }: Filling) {
  const instrument = demoInstrument(use.instrument);
  const answers: Readonly<Record<string, Answer>> =
    instrument.kind === "record"
      ? recordSheet(stream, at(measureKey("alongside-core", "visits")))
      : answerSheet(stream, instrument, at);
  const recordedAt = duringDay(stream, wave.answeredOn);
  const { programmeId, siteId, cohortId } = place;
  const input = {
    programmeId,
    participantId,
    assessmentId: stream.id(recordedAt),
    timepointId: place.timepointIds.get(wave.timepoint.code) ?? "",
    instrument: instrument.code,
    edition: instrument.edition,
    mode: use.mode,
    language: "en",
    answeredOn: wave.answeredOn,
    answers: { ...answers },
  };
  const { assessmentId, ...row } = input;
  const assessment = {
    ...row,
    id: assessmentId,
    contentHash: contentHash(input),
    recordedById: pick(stream, place.recorderIds),
    recordedAt,
  };
  const outcomes = scoreAnswers(instrument, answers);
  return { assessment, scores: scoreRows({ input, slot: { siteId, cohortId }, outcomes }) };
}

function enrolmentRows(
  stream: RandomStream,
  of: {
    readonly participantId: string;
    readonly place: Place;
    readonly course: DemoParticipantCourse;
    readonly enrolledAt: Date;
  },
) {
  const { participantId, place, course, enrolledAt } = of;
  const enrolledOn = toDay(course.enrolledOn);
  const start = {
    ...{ participantId, id: stream.id(enrolledAt), programmeId: place.programmeId, status: "active", enrolledOn },
    ...{ endedOn: null, recordedAt: enrolledAt, recordedById: pick(stream, place.recorderIds) },
    current: course.end === null,
  };
  if (course.end === null) return [start];
  const recordedAt = duringDay(stream, course.end.on);
  const { status, on } = course.end;
  return [start, { ...start, id: stream.id(recordedAt), status, endedOn: toDay(on), recordedAt, current: true }];
}
type DemoParticipantCourse = ReturnType<typeof drawCourse>;
