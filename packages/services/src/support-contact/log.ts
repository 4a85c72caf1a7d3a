import type { Tx } from "@alongside/db/client";
import { type Failure, fail, type Issue, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { SUPPORT_ACTIVITIES } from "@alongside/domain/support/activities";
import {
  CONTACT_MODES,
  MOST_MINUTES,
  SUPPORT_TYPE_NAMES,
  type SupportShares,
  supportShares,
} from "@alongside/domain/support/contact";
import { z } from "zod";
import { type Scope, scopeFilter } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { perform } from "../perform";

/** As many people come to one group. */
const MOST_PEOPLE = 60;
const ACTIVITIES: readonly string[] = SUPPORT_ACTIVITIES.elements.map(({ code }) => code);

export const logContactInput = z
  .object({
    programmeId: z.uuid(),
    /** Whom support was given to: one person, or everybody who came to a group. Ids are made by the caller. */
    people: z
      .array(z.object({ contactId: z.uuid(), code: z.string().trim().min(1).max(40) }))
      .min(1)
      .max(MOST_PEOPLE),
    happenedOn: calendarDate,
    minutes: z.int().min(1).max(MOST_MINUTES),
    mode: z.enum(CONTACT_MODES),
    /** Who gave it; null where that is not recorded. */
    volunteerId: z.uuid().nullable(),
    /** Made by the caller, for a group only. */
    groupId: z.uuid().nullable(),
    shares: supportShares,
    activities: z.array(z.enum(ACTIVITIES)).max(ACTIVITIES.length).default([]),
  })
  .refine(({ people, mode }) => mode === "group" || people.length === 1, "support-contact.one-person")
  .refine(({ groupId, mode }) => (mode === "group") === (groupId !== null), "support-contact.group");
type LogInput = z.output<typeof logContactInput>;

export interface LoggedContacts {
  readonly logged: readonly { readonly contactId: string; readonly code: string }[];
}

interface Person {
  readonly contactId: string;
  readonly participantId: string;
  readonly code: string;
}

/**
 * Logs one contact, or one group for everybody who came. All of it is stored or nothing.
 * @returns `invalid` naming each code that is none, is nobody's, comes twice, was enrolled later or has stepped back; `rule` for a day to come or a
 *   volunteer who was not there on that day
 */
export function logContact(context: Context, input: z.input<typeof logContactInput>): Promise<Result<LoggedContacts>> {
  return perform(context, "support-contact.log", logContactInput, input, async (tx, scope, asked) => {
    const { programmeId, happenedOn } = asked;
    const programme = await tx.programme.findUnique({ where: { id: programmeId }, select: { timeZone: true } });
    const today = todayIn(programme?.timeZone ?? "UTC", context.now());
    if (happenedOn > today) return fail("rule", "support-contact.in-future", { params: { limit: today } });
    const problem = await volunteerProblem(tx, scope, asked);
    if (problem !== null) return { ok: false, failure: problem };
    const found = await findPeople(tx, scope, asked);
    if (!found.ok) return found;
    const people = found.value;
    const value = { logged: people.map(({ contactId, code }) => ({ contactId, code })) };
    const before = await tx.supportContact.findMany({
      where: { programmeId, id: { in: people.map(({ contactId }) => contactId) } },
    });
    const subjectId = people[0]?.participantId ?? programmeId;
    if (before.length > 0) {
      const isSame = before.length === people.length && before.every((row) => isRepeated(row, asked, people));
      return isSame ? ok({ subjectId, detail: null, value }) : fail("conflict", "support-contact.id-reused");
    }
    await write(tx, context, scope, asked, people);
    const { minutes, mode, groupId } = asked;
    const detail = { happenedOn, minutes, mode, groupId };
    // Each person's own trail says it; the first one's is written with the change itself.
    for (const { participantId } of people.slice(1)) await writeAuditEvent(tx, context, scope, participantId, detail);
    return ok({ subjectId, detail, value });
  });
}

async function volunteerProblem(tx: Tx, scope: Scope, { volunteerId, happenedOn }: LogInput): Promise<Failure | null> {
  if (volunteerId === null) return null;
  const { programmeId } = scope;
  const found = await tx.volunteer.findUnique({ where: { programmeId_id: { programmeId, id: volunteerId } } });
  if (found === null) return failureOf(fail("not-found", "volunteer.none"));
  const [from, until] = [fromDay(found.startedOn), found.leftOn && fromDay(found.leftOn)];
  const wasThere = from <= happenedOn && (until === null || happenedOn <= until);
  return wasThere ? null : failureOf(fail("rule", "support-contact.volunteer-away", { params: { from } }));
}

function failureOf(result: Result<never>): Failure | null {
  return result.ok ? null : result.failure;
}

async function findPeople(tx: Tx, scope: Scope, asked: LogInput): Promise<Result<readonly Person[]>> {
  const { programmeId } = scope;
  const read = asked.people.map(({ contactId, code }, at) => ({
    contactId,
    at,
    typed: code,
    reading: readParticipantCode(code),
  }));
  const codes = read.flatMap(({ reading }) => (reading.ok ? [reading.code] : []));
  const rows = await tx.participant.findMany({
    where: { ...scopeFilter(scope), programmeId, code: { in: codes } },
    select: {
      ...{ participantId: true, code: true },
      enrolments: { where: { current: true }, select: { enrolledOn: true } },
      withdrawals: {
        where: { current: true, level: { in: ["use", "erase"] } },
        select: { level: true, leavesOut: true, fromOn: true },
      },
    },
  });
  const people: Person[] = [];
  const issues: Issue[] = [];
  for (const { contactId, at, typed, reading } of read) {
    const person = reading.ok ? rows.find(({ code }) => code === reading.code) : undefined;
    const enrolledOn = person?.enrolments[0]?.enrolledOn;
    const issue = (rule: string) => issues.push({ path: `people.${at}.code`, rule, value: typed });
    if (!reading.ok) issue("support-contact.no-code");
    else if (person === undefined || enrolledOn === undefined) issue("support-contact.nobody");
    else if (person.withdrawals.some((wish) => isAgainst(wish, asked.happenedOn)))
      issue("support-contact.stepped-back");
    else if (people.some(({ participantId }) => participantId === person.participantId)) issue("support-contact.twice");
    else if (asked.happenedOn < fromDay(enrolledOn)) issue("support-contact.before-enrolment");
    else people.push({ contactId, participantId: person.participantId, code: person.code });
  }
  if (issues.length === 0) return ok(people);
  const isNobody = asked.people.length === 1 && issues[0]?.rule === "support-contact.nobody";
  return isNobody
    ? fail("not-found", "participant.none", { issues })
    : fail("invalid", "support-contact.people", { issues });
}

/** Of whoever wants nothing used from a day on, nothing after that day is recorded; of whoever is left out, nothing at all. */
function isAgainst(
  { level, leavesOut, fromOn }: { readonly level: string; readonly leavesOut: boolean; readonly fromOn: Date | null },
  happenedOn: string,
): boolean {
  return level === "erase" || leavesOut || fromOn === null || happenedOn > fromDay(fromOn);
}

interface StoredContact extends SupportShares {
  readonly id: string;
  readonly participantId: string;
  readonly happenedOn: Date;
  readonly minutes: number;
  readonly mode: string;
  readonly volunteerId: string | null;
}

function isRepeated(row: StoredContact, asked: LogInput, people: readonly Person[]): boolean {
  const person = people.find(({ contactId }) => contactId === row.id);
  return (
    person?.participantId === row.participantId &&
    fromDay(row.happenedOn) === asked.happenedOn &&
    row.minutes === asked.minutes &&
    row.mode === asked.mode &&
    row.volunteerId === asked.volunteerId &&
    SUPPORT_TYPE_NAMES.every((type) => row[type] === asked.shares[type])
  );
}

async function write(
  tx: Tx,
  context: Context,
  { programmeId, actorId }: Scope,
  { happenedOn, minutes, mode, volunteerId, groupId, shares, activities }: LogInput,
  people: readonly Person[],
): Promise<void> {
  await tx.supportContact.createMany({
    data: people.map(({ contactId, participantId }) => ({
      ...{ participantId, id: contactId, programmeId, happenedOn: toDay(happenedOn), minutes, mode },
      ...{ volunteerId, groupId, ...shares, activities: [...activities] },
      ...{ recordedById: actorId, recordedAt: context.now() },
    })),
  });
}
