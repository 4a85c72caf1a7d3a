import type { Tx } from "@alongside/db/client";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { coversSite, type Scope } from "../access/authorise";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { lockRow } from "./lock-row";

/** Somebody whose row is locked for the rest of the transaction. */
export interface LockedPerson {
  readonly participantId: string;
  readonly enrolledOn: string;
  /** The day it is in the programme. */
  readonly today: string;
}

/**
 * Locks a participant's row, so that changes of one person come one after the other.
 * @returns null when the scope has no such person
 */
export async function lockPerson(
  tx: Tx,
  context: Context,
  scope: Scope,
  participantId: string,
): Promise<LockedPerson | null> {
  if (!(await lockRow(tx, scope.programmeId, participantId))) return null;
  const person = await tx.participant.findUnique({
    where: { participantId },
    select: {
      siteId: true,
      programme: { select: { timeZone: true } },
      enrolments: { where: { current: true }, select: { enrolledOn: true } },
    },
  });
  const enrolment = person?.enrolments[0];
  if (!person || !enrolment || !coversSite(scope, person.siteId)) return null;
  const today = todayIn(person.programme.timeZone, context.now());
  return { participantId, enrolledOn: fromDay(enrolment.enrolledOn), today };
}
