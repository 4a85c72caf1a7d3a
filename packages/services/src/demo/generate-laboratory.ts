import { type ConsentState, DRAFT_VERSION } from "@alongside/domain/consent/consent";
import { QUANTITY_CHECKS } from "@alongside/domain/laboratory/quantity";
import { addDays, type CalendarDate } from "@alongside/domain/schedule/calendar-date";
import { mergeAssays } from "@alongside/domain/viral-load/assay-register";
import { VIRAL_LOAD_CHECKS } from "@alongside/domain/viral-load/soft-checks";
import { fromDay, toDay } from "../calendar-date";
import type { ResultRow } from "../lab-result/insert-results";
import { judgeRow } from "../lab-result/judge-row";
import type { LabPerson } from "../lab-result/read-people";
import { withRow } from "../lab-result/save-rows";
import { ruleOf } from "../laboratory-settings/rule-of";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { type DrawnResult, drawResults } from "./draw-results";
import { generateLoops } from "./generate-loops";
import type { DemoParticipant } from "./generate-person";
import { LABORATORY_MODEL } from "./laboratory-model";
import type { RandomStream } from "./random-stream";

/** Whose results are drawn, and by whom they were entered and verified. */
export interface LaboratoryPlan {
  readonly programmeId: string;
  readonly today: CalendarDate;
  /** How much of the effect of peer support a cohort gets, by its id. */
  readonly doses: ReadonlyMap<string, number>;
  /** Sites that mostly send dried blood spots. */
  readonly spotSiteIds: readonly string[];
  readonly nurseId: string;
  readonly colleagueId: string;
}

const ASSAYS = mergeAssays([]);
/** Given wherever a soft check fires. */
const REASONS = Object.fromEntries(
  [...VIRAL_LOAD_CHECKS, ...QUANTITY_CHECKS].map((check) => [check, "Compared with the paper"]),
);
/** Days after which a second person has looked at everything. */
const LOOKED_AT_AFTER = 12;

/**
 * Simulated results, treatment starts, consents and counselling of simulated people. Each result goes through the same
 * rules as one that is typed. Draws from a stream of its own, so that the people stay who they were.
 */
export function generateLaboratory(stream: RandomStream, plan: LaboratoryPlan, people: readonly DemoParticipant[]) {
  const each = people.map((person) => generateOne(stream, plan, person));
  return {
    starts: each.flatMap(({ starts }) => starts),
    results: each.flatMap(({ results }) => results),
    verifications: each.flatMap(({ verifications }) => verifications),
    loops: each.flatMap(({ counselling }) => counselling.loops),
    events: each.flatMap(({ counselling }) => counselling.events),
    consents: each.flatMap(({ consents }) => consents),
  };
}
export type DemoLaboratory = ReturnType<typeof generateLaboratory>;

function generateOne(stream: RandomStream, plan: LaboratoryPlan, { participant, course }: DemoParticipant) {
  const { programmeId, today } = plan;
  const { participantId, siteId, cohortId } = participant;
  const { enrolledOn } = course;
  const lastDay = course.end === null || course.end.on > today ? addDays(today, -1) : course.end.on;
  const startedOn = drawStart(stream, enrolledOn);
  const usual =
    plan.spotSiteIds.includes(siteId) && stream.chance(LABORATORY_MODEL.driedBloodSpot) ? "dried-blood-spot" : "plasma";
  const drawn = drawResults(stream, { enrolledOn, lastDay, dose: plan.doses.get(cohortId) ?? 0, usual });
  const recordedAt = noon(enrolledOn);
  const recorded = { recordedById: plan.nurseId, recordedAt };
  const common = { participantId, programmeId, current: true, ...recorded };
  const mayContact = stream.chance(LABORATORY_MODEL.mayBeContacted);
  const consentId = stream.id(recordedAt);
  const startId = stream.id(recordedAt);
  const { rows, verifications } = enter(stream, plan, participantId, { enrolledOn, startedOn }, drawn);
  return {
    starts: startedOn === null ? [] : [{ ...common, id: startId, startedOn: toDay(startedOn) }],
    consents: [{ ...common, id: consentId, ...contactAnswer(mayContact, enrolledOn) }],
    results: rows,
    verifications,
    counselling: generateLoops(stream, { ...plan, participantId, lastDay }, rows),
  };
}

/** What somebody said about contact at enrolment, to the neutral words. */
function contactAnswer(mayContact: boolean, enrolledOn: CalendarDate) {
  const state: ConsentState = mayContact ? "given" : "refused";
  const read = { version: DRAFT_VERSION, language: "en", witness: "paper" };
  return { purpose: "contact", state, decidedOn: toDay(enrolledOn), ...read };
}

function drawStart(stream: RandomStream, enrolledOn: CalendarDate): CalendarDate | null {
  const recently = addDays(enrolledOn, -stream.integer(0, 30));
  const before = addDays(enrolledOn, -stream.integer(120, 1800));
  const started = stream.chance(LABORATORY_MODEL.startedRecently) ? recently : before;
  return stream.chance(LABORATORY_MODEL.startUnknown) ? null : started;
}

/** Enters what was drawn one after the other, as it would have been, and has a second person look where one must. */
function enter(
  stream: RandomStream,
  plan: LaboratoryPlan,
  participantId: string,
  { enrolledOn, startedOn }: { readonly enrolledOn: CalendarDate; readonly startedOn: CalendarDate | null },
  drawn: readonly DrawnResult[],
) {
  const rows: ResultRow[] = [];
  const verifications = [];
  let person: LabPerson = {
    ...{ participantId, code: "", siteId: "", enrolledOn, endedOn: null, treatmentStartedOn: startedOn },
    ...{ results: [], sameIds: [] },
  };
  const settings = DEFAULT_SETTINGS;
  const rest = { settings, rule: ruleOf(settings), assays: ASSAYS, timepoints: [] };
  for (const { kind, measurement, enteredOn } of drawn.toSorted((a, b) => (a.collectedOn < b.collectedOn ? -1 : 1))) {
    const enteredAt = new Date(noon(enteredOn).getTime() + stream.integer(0, 10_000) * 1000);
    const [id, saveId, verificationId] = [stream.id(enteredAt), stream.id(enteredAt), stream.id(enteredAt)];
    const mine = stream.chance(0.5);
    const row = { resultId: id, participantId, kind, measurement, timepointCode: null, reasons: REASONS };
    const judged = judgeRow(row, person, { ...rest, today: enteredOn });
    if (judged.outcome !== "accepted") throw new RangeError(`The simulation drew a ${judged.outcome} result`);
    const { columns, checks, contentHash, verification } = judged;
    const looked = verification === "awaiting" && addDays(enteredOn, LOOKED_AT_AFTER) < plan.today;
    const enteredById = mine && (looked || verification === "not-needed") ? plan.nurseId : plan.colleagueId;
    const stored: ResultRow = {
      ...{ participantId, id, programmeId: plan.programmeId, ...columns, checks, entry: "grid", saveId },
      ...{ importId: null, enteredById, enteredAt, contentHash, replacesId: null, reason: null },
      verification: looked ? "verified" : verification,
    };
    rows.push(stored);
    person = withRow(person, stored);
    if (!looked) continue;
    const decidedById = enteredById === plan.nurseId ? plan.colleagueId : plan.nurseId;
    const decidedAt = new Date(enteredAt.getTime() + 86_400_000);
    verifications.push({
      ...{ participantId, id: verificationId, programmeId: plan.programmeId, resultId: id },
      ...{ decision: "verified", note: "", decidedById, decidedAt },
    });
  }
  return { rows, verifications };
}

function noon(day: CalendarDate): Date {
  return new Date(`${fromDay(toDay(day))}T12:00:00.000Z`);
}
