import type { Tx } from "@alongside/db/client";
import { ENROLMENT_STATUSES } from "@alongside/domain/enrolment/enrolment-status";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { z } from "zod";
import { coversSite, type Scope } from "../access/authorise";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { type Done, perform } from "../perform";
import { lockRow } from "./lock-row";

const place = {
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request changes once. */
  enrolmentId: z.uuid(),
  reason: z.string().trim().max(500).default(""),
};

export const changeStatusInput = z.discriminatedUnion("status", [
  z.object({ ...place, status: z.literal("active") }),
  z.object({
    ...place,
    status: z.enum(ENROLMENT_STATUSES).exclude(["active"]),
    /** Last day of the enrolment. */
    endedOn: calendarDate,
  }),
]);
type Input = z.output<typeof changeStatusInput>;

export interface ChangedStatus {
  readonly status: string;
  readonly endedOn: string | null;
}

/**
 * Ends an enrolment, puts an end right, or takes somebody back. What was recorded before stays as it was: the change is
 * a new row, and only which one is current moves.
 * @returns `not-found` outside the scope; `rule` for a day that cannot be, or when nothing would change
 */
export function changeParticipantStatus(
  context: Context,
  input: z.input<typeof changeStatusInput>,
): Promise<Result<ChangedStatus>> {
  return perform(context, "participant.change-status", changeStatusInput, input, async (tx, scope, asked) => {
    const now = await lockAndRead(tx, scope, asked.participantId);
    if (now === null) return fail("not-found", "participant.none");
    const endedOn = asked.status === "active" ? null : asked.endedOn;
    const value = { status: asked.status, endedOn };
    const done: Done<ChangedStatus> = { subjectId: asked.participantId, detail: { ...value }, value };
    const same = now.status === asked.status && now.endedOn === endedOn;
    // The same request again, e.g. after a broken connection, is answered as the first time.
    if (same && now.enrolmentId === asked.enrolmentId) return ok({ ...done, detail: null });
    if (same) return fail("rule", "enrolment.unchanged");
    if (asked.status === "active" && now.steppedBack) return fail("rule", "enrolment.withdrawn");
    const allowed = checkDay(endedOn, now, todayIn(now.timeZone, context.now()));
    if (!allowed.ok) return allowed;
    await write(tx, context, scope, asked, now.enrolledOn);
    return ok(done);
  });
}

interface Standing {
  readonly siteId: string;
  readonly enrolmentId: string;
  readonly status: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  /** Day of the last assessment in force; null without any. */
  readonly lastAnsweredOn: string | null;
  readonly timeZone: string;
  /** Nothing more is collected, or everything is to be erased. */
  readonly steppedBack: boolean;
}

async function lockAndRead(tx: Tx, scope: Scope, participantId: string): Promise<Standing | null> {
  if (!(await lockRow(tx, scope.programmeId, participantId))) return null;
  const person = await tx.participant.findUnique({
    where: { participantId },
    select: {
      siteId: true,
      programme: { select: { timeZone: true } },
      enrolments: { where: { current: true } },
      withdrawals: { where: { current: true, level: { in: ["use", "erase"] } }, select: { id: true } },
      assessments: {
        where: { current: true },
        select: { answeredOn: true },
        orderBy: [{ answeredOn: "desc" }, { id: "desc" }],
        take: 1,
      },
    },
  });
  const enrolment = person?.enrolments[0];
  if (!person || !enrolment || !coversSite(scope, person.siteId)) return null;
  const last = person.assessments[0];
  return {
    siteId: person.siteId,
    enrolmentId: enrolment.id,
    status: enrolment.status,
    enrolledOn: fromDay(enrolment.enrolledOn),
    endedOn: enrolment.endedOn && fromDay(enrolment.endedOn),
    lastAnsweredOn: last === undefined ? null : fromDay(last.answeredOn),
    timeZone: person.programme.timeZone,
    steppedBack: person.withdrawals.length > 0,
  };
}

function checkDay(endedOn: string | null, now: Standing, today: string): Result<null> {
  if (endedOn === null) return ok(null);
  const refuse = (reason: string, limit: string) =>
    fail("rule", reason, {
      params: { endedOn, limit },
      issues: [{ path: "endedOn", rule: reason, value: endedOn, params: { limit } }],
    });
  if (endedOn > today) return refuse("enrolment.ends-in-future", today);
  if (endedOn < now.enrolledOn) return refuse("enrolment.ends-before-start", now.enrolledOn);
  if (now.lastAnsweredOn !== null && endedOn < now.lastAnsweredOn) {
    return refuse("enrolment.ends-before-assessment", now.lastAnsweredOn);
  }
  return ok(null);
}

async function write(tx: Tx, context: Context, scope: Scope, asked: Input, enrolledOn: string): Promise<void> {
  const { participantId, enrolmentId, status, reason } = asked;
  await tx.enrolment.updateMany({ where: { participantId, current: true }, data: { current: false } });
  await tx.enrolment.create({
    data: {
      participantId,
      id: enrolmentId,
      programmeId: scope.programmeId,
      status,
      enrolledOn: toDay(enrolledOn),
      endedOn: asked.status === "active" ? null : toDay(asked.endedOn),
      reason,
      recordedById: scope.actorId,
      recordedAt: context.now(),
    },
  });
}
