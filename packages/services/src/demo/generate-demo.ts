import { addCells } from "@alongside/analysis/change/add-cells";
import { ENROLLED_MEASURE, NO_TIMEPOINT } from "@alongside/analysis/change/cells";
import { cellsOfPerson } from "@alongside/analysis/change/cells-of-person";
import { addDays, todayIn } from "@alongside/domain/schedule/calendar-date";
import { fromDay, toDay } from "../calendar-date";
import { canonicalHash } from "../canonical-hash";
import {
  DEMO_ANALYSIS_PLAN,
  DEMO_COHORTS,
  DEMO_DAYS,
  DEMO_PROGRAMME,
  DEMO_SITES,
  DEMO_TIMEPOINTS,
  DEMO_USES,
  demoInstrument,
} from "./demo-plan";
import { generateCharacteristics } from "./generate-characteristics";
import { generateDefinitions } from "./generate-definitions";
import { generateImport } from "./generate-import";
import { generateLaboratory, type LaboratoryPlan } from "./generate-laboratory";
import { type DemoParticipant, generatePerson } from "./generate-person";
import { generateReleases } from "./generate-releases";
import { generateSupport, type SupportPlan } from "./generate-support";
import { DEMO_COLLEAGUE } from "./laboratory-model";
import { laboratoryTrail } from "./laboratory-trail";
import { type RandomStream, randomStream } from "./random-stream";
import { DEMO_PEOPLE } from "./sign-ins";

/** The seed of the demonstration that is shipped. */
export const DEMO_SEED = 20_260_602;

/**
 * The simulated programme as rows to store, about 300 people over the past 14 months. The same seed and day give the
 * same rows, ids and all. Pure.
 */
export function generateDemo(seed: number, now: Date) {
  const stream = randomStream(seed);
  const today = todayIn(DEMO_PROGRAMME.timeZone, now);
  const plan = makePlan(stream, toDay(addDays(today, -DEMO_DAYS.began)));
  const analysisPlan = planAnalysis(plan, toDay(addDays(today, -DEMO_DAYS.planned)));
  const codes = new Set<string>();
  const participants = plan.cohorts.flatMap((cohort, index) => {
    const { dose, people } = DEMO_COHORTS[index] ?? { dose: 0, people: 0 };
    const member = { programmeId: plan.programme.id, cohortId: cohort.id, cohortKind: cohort.kind, dose };
    return Array.from({ length: people }, () => {
      const site = plan.sites[stream.weighted(DEMO_SITES.map(({ share }) => share))];
      const place = { ...member, siteId: site?.id ?? "" };
      const timepointIds = new Map(plan.timepoints.map(({ code, id }) => [code, id]));
      const recorderIds = recordersAt(plan, site?.id ?? "");
      return generatePerson(stream, today, { ...place, timepointIds, recorderIds }, codes);
    });
  });
  const trail = trailOf(stream, plan, participants, analysisPlan);
  // What came later draws from a stream of its own: the people and their answers stay as they were.
  const later = randomStream(seed + 1);
  const colleague = makeColleague(later, plan);
  const drawn = generateLaboratory(later, laboratoryPlan(plan, today, colleague.person.userId), participants);
  const sender = {
    ...{ programmeId: plan.programme.id, colleagueId: colleague.person.userId },
    codes: new Map(participants.map(({ participant: { participantId, code } }) => [participantId, code])),
  };
  const sent = generateImport(randomStream(seed + 2), sender, drawn.results);
  const held = (wanted: string) => plan.memberships.find(({ role }) => role === wanted)?.userId ?? "";
  const outgoing = generateReleases(randomStream(seed + 3), {
    ...{ programmeId: plan.programme.id, now: toDay(today) },
    ...{ researcherId: held("researcher"), administratorId: held("administrator") },
  });
  const cohortIds = (isSupported: boolean) =>
    plan.cohorts.filter(({ kind }) => (kind === "peer-support") === isSupported).map(({ id }) => id);
  const defined = generateDefinitions(randomStream(seed + 4), {
    ...{ programmeId: plan.programme.id, now: toDay(today), researcherId: held("researcher") },
    ...{ supported: cohortIds(true), waiting: cohortIds(false)[0] ?? "" },
  });
  const laboratory = { ...drawn, results: sent.results };
  const published = publishedAfter(randomStream(seed + 6), toDay(addDays(today, 2 - DEMO_DAYS.frozen)), held);
  const frozen = frozenOn(randomStream(seed + 5), plan, toDay(addDays(today, -DEMO_DAYS.frozen)));
  return {
    ...{
      ...plan,
      analysisPlan,
      participants,
      laboratory,
      sent,
      outgoing,
      defined,
      frozen,
      published,
      support: generateSupport(
        randomStream(seed + 8),
        supportPlan(plan, today, held("peer-coordinator")),
        participants,
      ),
      characteristics: generateCharacteristics(randomStream(seed + 7), participants),
      cells: sumCells(plan, participants),
    },
    people: [...plan.people, colleague.person],
    memberships: [...plan.memberships, colleague.membership],
    trail: [...trail, ...laboratoryTrail(later, laboratory.results), ...outgoing.trail, ...defined.trail],
  };
}
export type Demo = ReturnType<typeof generateDemo>;
type Plan = ReturnType<typeof makePlan>;

function makePlan(stream: RandomStream, createdAt: Date) {
  const id = () => stream.id(createdAt);
  const programme = { ...DEMO_PROGRAMME, id: id(), createdAt };
  const programmeId = programme.id;
  const sites = DEMO_SITES.map(({ name }) => ({ id: id(), programmeId, name }));
  const people = DEMO_PEOPLE.map(({ name, email }) => ({ userId: id(), accountId: id(), name, email }));
  return {
    programme,
    sites,
    people,
    cohorts: DEMO_COHORTS.map(({ name, kind, description }, position) => ({
      ...{ id: id(), programmeId, name, kind, description, position },
    })),
    timepoints: DEMO_TIMEPOINTS.map(({ kept: _, ...timepoint }, position) => ({
      ...{ id: id(), programmeId, position },
      ...timepoint,
    })),
    uses: DEMO_USES.map(({ instrument, timepointCodes, askedOf, responsePath }, position) => ({
      ...{ id: id(), programmeId, instrument, edition: demoInstrument(instrument).edition, position },
      timepointCodes: [...timepointCodes],
      askedOf,
      ...(responsePath && { responsePath: { ...responsePath } }),
    })),
    memberships: DEMO_PEOPLE.map(({ role, site }, index) => ({
      ...{ id: id(), programmeId, role, userId: people[index]?.userId ?? "", createdAt },
      siteId: site === null ? null : (sites[site]?.id ?? null),
    })),
  };
}

function makeColleague(stream: RandomStream, { programme }: Plan) {
  const id = () => stream.id(programme.createdAt);
  const { name, email, role } = DEMO_COLLEAGUE;
  const person = { userId: id(), accountId: id(), name, email };
  const at = { programmeId: programme.id, siteId: null, createdAt: programme.createdAt };
  return { person, membership: { id: id(), ...at, role, userId: person.userId } };
}

/** A snapshot that the researcher took before a meeting. */
function frozenOn(stream: RandomStream, plan: Plan, takenAt: Date) {
  const researcher = plan.memberships.find(({ role }) => role === "researcher");
  return {
    id: stream.id(takenAt),
    eventId: stream.id(takenAt),
    name: "Before the board meeting",
    takenAt,
    takenById: researcher?.userId ?? "",
  };
}

/** The report of that snapshot, asked for by the researcher and approved by the administrator on the day after. */
function publishedAfter(stream: RandomStream, askedAt: Date, held: (role: string) => string) {
  const decidedAt = new Date(askedAt.getTime() + 86_400_000);
  return {
    ...{ id: stream.id(askedAt), askedEventId: stream.id(askedAt), decidedEventId: stream.id(decidedAt) },
    ...{ askedAt, askedById: held("researcher"), decidedAt, decidedById: held("administrator") },
  };
}

function laboratoryPlan(plan: Plan, today: string, colleagueId: string): LaboratoryPlan {
  const nurse = plan.memberships.find(({ role }) => role === "clinic-staff");
  return {
    ...{ programmeId: plan.programme.id, today, colleagueId, nurseId: nurse?.userId ?? colleagueId },
    doses: new Map(plan.cohorts.map(({ id }, index) => [id, DEMO_COHORTS[index]?.dose ?? 0])),
    spotSiteIds: plan.sites.slice(-1).map(({ id }) => id),
  };
}

function supportPlan(plan: Plan, today: string, coordinatorId: string): SupportPlan {
  const arms = plan.cohorts.flatMap(({ id }, at) => {
    const contacts = DEMO_COHORTS[at]?.contacts ?? null;
    return contacts === null ? [] : [[id, contacts] as const];
  });
  return {
    ...{ programmeId: plan.programme.id, sites: plan.sites, today, coordinatorId },
    ...{ began: addDays(today, -DEMO_DAYS.firstEnrolled), arms: new Map(arms) },
  };
}

/** The analysis plan as the researcher saved it. */
function planAnalysis(plan: Plan, savedAt: Date) {
  const researcher = plan.memberships.find(({ role }) => role === "researcher");
  return {
    programmeId: plan.programme.id,
    version: 1,
    content: DEMO_ANALYSIS_PLAN,
    contentHash: canonicalHash(DEMO_ANALYSIS_PLAN),
    savedById: researcher?.userId ?? "",
    savedAt,
  };
}

/** People who collect answers and may do so at this site. */
function recordersAt(plan: Plan, siteId: string): readonly string[] {
  return plan.memberships
    .filter(
      ({ role, siteId: at }) => (role === "evaluator" || role === "clinic-staff") && (at === null || at === siteId),
    )
    .map(({ userId }) => userId);
}

function sumCells(plan: Plan, participants: readonly DemoParticipant[]) {
  const none = {
    unscored: 0,
    pairs: 0,
    sum: "0",
    sumSquares: "0",
    sumX: "0",
    sumY: "0",
    sumXX: "0",
    sumYY: "0",
    sumXY: "0",
  };
  const baseline = plan.timepoints.find(({ kind }) => kind === "baseline")?.id ?? null;
  return addCells(
    participants.flatMap(({ summary }) => {
      const { siteId, cohortId } = summary;
      const enrolled = { siteId, cohortId, measure: ENROLLED_MEASURE, timepointId: NO_TIMEPOINT, n: 1, ...none };
      return [enrolled, ...cellsOfPerson(summary, baseline)];
    }),
  );
}

/** The audit trail such a programme would have left. */
function trailOf(
  stream: RandomStream,
  plan: Plan,
  participants: readonly DemoParticipant[],
  planned: ReturnType<typeof planAnalysis>,
) {
  const programmeId = plan.programme.id;
  const codeOf = new Map(plan.timepoints.map(({ id, code }) => [id, code]));
  const event = (
    subjectId: string,
    actorId: string | null,
    action: string,
    at: Date,
    detail: Record<string, string | number | null>,
  ) => ({
    ...{ subjectId, id: stream.id(at), programmeId, actorId, action, detail, at },
  });
  const people = participants.flatMap(({ participant, enrolments, assessments }) => [
    ...enrolments.map(({ status, endedOn, recordedById, recordedAt }, index) =>
      index === 0
        ? event(participant.participantId, recordedById, "participant.enrol", recordedAt, { code: participant.code })
        : event(participant.participantId, recordedById, "participant.change-status", recordedAt, {
            status,
            endedOn: endedOn && fromDay(endedOn),
          }),
    ),
    ...assessments.map(({ id, instrument, edition, timepointId, mode, recordedById, recordedAt }) =>
      event(participant.participantId, recordedById, "assessment.save", recordedAt, {
        assessmentId: id,
        instrument: `${instrument}@${edition}`,
        timepoint: codeOf.get(timepointId) ?? "",
        mode,
      }),
    ),
  ]);
  const { savedById, savedAt, version, contentHash: hash } = planned;
  return [...people, event(programmeId, savedById, "analysis-plan.save", savedAt, { version, hash })];
}
