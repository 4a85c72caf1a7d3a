import { addDays, type CalendarDate } from "@alongside/domain/schedule/calendar-date";
import { type ContactMode, SUPPORT_TYPE_NAMES, type SupportTypeName } from "@alongside/domain/support/contact";
import { fromDay, toDay } from "../calendar-date";
import type { DemoParticipant } from "./generate-person";
import type { RandomStream } from "./random-stream";

export interface SupportPlan {
  readonly programmeId: string;
  /** With the day each began, and by whom contacts are logged. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly began: CalendarDate;
  readonly today: CalendarDate;
  readonly coordinatorId: string;
  /** How each arm is supported; an arm that is not there has no contacts. */
  readonly arms: ReadonlyMap<string, SupportedArm>;
}

interface SupportedArm {
  readonly mode: ContactMode;
  /** Days between two contacts, how many there are, and minutes of an ordinary one. */
  readonly every: number;
  readonly times: number;
  readonly minutes: number;
}

const PER_SITE = 3;
/** What an hour of support is made of, on average. Invented. */
const MIX: Readonly<Record<SupportTypeName, number>> = {
  informational: 0.32,
  instrumental: 0.16,
  emotional: 0.24,
  affiliational: 0.12,
  appraisal: 0.16,
};

/** Volunteers of each site, and the contacts they had with the people of the arms that are supported. */
export function generateSupport(stream: RandomStream, plan: SupportPlan, people: readonly DemoParticipant[]) {
  const { programmeId, began, coordinatorId } = plan;
  const volunteers = plan.sites.flatMap(({ id: siteId, name }) =>
    Array.from({ length: PER_SITE }, (_, at) => ({
      ...{ programmeId, id: stream.id(toDay(began)), siteId, code: `${name.slice(0, 2).toUpperCase()}-${at + 1}` },
      ...{ startedOn: toDay(began), addedById: coordinatorId, addedAt: toDay(began) },
    })),
  );
  const contacts = people.flatMap((person) => {
    const arm = plan.arms.get(person.participant.cohortId);
    const own = volunteers.filter(({ siteId }) => siteId === person.participant.siteId);
    const volunteer = own[stream.integer(0, PER_SITE - 1)];
    return arm === undefined || volunteer === undefined ? [] : contactsOf(stream, plan, person, { arm, volunteer });
  });
  return { volunteers, contacts };
}

function contactsOf(
  stream: RandomStream,
  { programmeId, today, coordinatorId }: SupportPlan,
  { participant, enrolments, course }: DemoParticipant,
  { arm, volunteer }: { readonly arm: SupportedArm; readonly volunteer: { readonly id: string } },
) {
  const from = fromDay(enrolments[0]?.enrolledOn ?? toDay(today));
  const until = course.end !== null && course.end.on < today ? course.end.on : today;
  // Some are met as planned, others half as often.
  const kept = 0.5 + 0.5 * stream.uniform();
  return (
    Array.from({ length: arm.times }, (_, at) => addDays(from, 3 + at * arm.every + stream.integer(0, 3)))
      .filter((day) => day <= until && stream.chance(kept))
      .map((day) => {
        const recordedAt = new Date(toDay(day).getTime() + stream.integer(9 * 3600, 17 * 3600) * 1000);
        return {
          ...{ participantId: participant.participantId, id: stream.id(recordedAt), programmeId, mode: arm.mode },
          ...{ happenedOn: toDay(day), volunteerId: volunteer.id, recordedById: coordinatorId, recordedAt },
          minutes: Math.max(5, Math.round((arm.minutes * (0.7 + 0.6 * stream.uniform())) / 5) * 5),
          ...drawShares(stream),
        };
      })
      // What happens today is not logged yet: it would be from later in the day.
      .filter(({ happenedOn }) => fromDay(happenedOn) < today)
  );
}

/** Two or three types in a contact, in tens of per cent. */
function drawShares(stream: RandomStream) {
  const shares = { informational: 0, instrumental: 0, emotional: 0, affiliational: 0, appraisal: 0 };
  const weights = SUPPORT_TYPE_NAMES.map((type) => MIX[type]);
  for (const part of stream.chance(0.5) ? [50, 50] : [50, 30, 20]) {
    const type = SUPPORT_TYPE_NAMES[stream.weighted(weights)];
    if (type !== undefined) shares[type] += part;
  }
  return shares;
}
