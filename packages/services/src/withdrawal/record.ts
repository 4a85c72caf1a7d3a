import { shiftPerson } from "@alongside/db/change-statistic/shift-person";
import type { Tx } from "@alongside/db/client";
import { WITHDRAWAL_REASONS, type WithdrawalLevel } from "@alongside/domain/consent/withdrawal";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Scope } from "../access/authorise";
import { calendarDate, fromDay } from "../calendar-date";
import type { Context } from "../context";
import { type LockedPerson, lockPerson } from "../participant/lock-person";
import { type Done, perform } from "../perform";
import { type NewWithdrawal, writeWithdrawal } from "./write-withdrawal";

const place = {
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request records once. */
  withdrawalId: z.uuid(),
  reason: z.enum(WITHDRAWAL_REASONS),
};

export const recordWithdrawalInput = z.discriminatedUnion("level", [
  /** The person came back. */
  z.object({ ...place, level: z.literal("none") }),
  z.object({ ...place, level: z.literal("contact") }),
  z.object({
    ...place,
    level: z.literal("use"),
    /** Last day of which anything may be collected. */
    fromOn: calendarDate,
    /** What was collected until then takes no part in any analysis or export either. */
    leavesOut: z.boolean(),
  }),
]);
type Input = z.output<typeof recordWithdrawalInput>;

export interface RecordedWithdrawal {
  readonly level: WithdrawalLevel;
  readonly fromOn: string;
  readonly leavesOut: boolean;
}

/**
 * Records how far somebody steps back, or that they come back. It reaches everything at once, in the same transaction: the
 * schedule, the sums behind the pages, and what devices may still send.
 * @returns `withdrawal.data-after` where something was collected after the day and is to be kept
 */
export function recordWithdrawal(
  context: Context,
  input: z.input<typeof recordWithdrawalInput>,
): Promise<Result<RecordedWithdrawal>> {
  return perform(context, "withdrawal.record", recordWithdrawalInput, input, async (tx, scope, asked) => {
    const { participantId, withdrawalId } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const before = await tx.withdrawal.findMany({ where: { participantId } });
    const sent = before.find(({ id }) => id === withdrawalId);
    const wish = wishOf(asked, person.today);
    if (sent !== undefined) {
      return sent.level === wish.level && sent.leavesOut === wish.leavesOut
        ? ok({ subjectId: participantId, detail: null, value: wish })
        : fail("conflict", "withdrawal.other");
    }
    const standing = before.find(({ current }) => current);
    if (standing?.level === "erase" && asked.level !== "none") return fail("rule", "erasure.asked-already");
    if ((standing?.level ?? "none") === "none" && asked.level === "none") return fail("rule", "withdrawal.unchanged");
    const possible = await checkDay(tx, wish, person);
    if (!possible.ok) return possible;
    await stepTo(tx, context, scope, person, {
      ...wish,
      withdrawalId,
      reason: asked.reason,
      leftOut: standing?.leavesOut ?? false,
    });
    const done: Done<RecordedWithdrawal> = {
      subjectId: participantId,
      detail: { ...wish, reason: asked.reason, levelBefore: standing?.level ?? "none" },
      value: wish,
    };
    return ok(done);
  });
}

/**
 * Writes a withdrawal and moves the person's share in the sums, where it begins or stops to count.
 * @param to.leftOut whether the person is left out until now
 */
export async function stepTo(
  tx: Tx,
  context: Context,
  scope: Scope,
  person: LockedPerson,
  to: NewWithdrawal & { readonly leftOut: boolean },
): Promise<void> {
  await writeWithdrawal(tx, context, scope, person, to);
  if (to.leavesOut === to.leftOut) return;
  const { programmeId } = scope;
  const shifted = { programmeId, participantId: person.participantId, deltaId: context.newId(), at: context.now() };
  await shiftPerson(tx, shifted, to.leavesOut ? -1 : 1);
}

function wishOf(asked: Input, today: string): RecordedWithdrawal {
  return asked.level === "use"
    ? { level: "use", fromOn: asked.fromOn, leavesOut: asked.leavesOut }
    : { level: asked.level, fromOn: today, leavesOut: false };
}

async function checkDay(tx: Tx, wish: RecordedWithdrawal, person: LockedPerson): Promise<Result<null>> {
  const { fromOn } = wish;
  const refuse = (reason: string, limit: string) =>
    fail("rule", reason, {
      params: { fromOn, limit },
      issues: [{ path: "fromOn", rule: reason, value: fromOn, params: { limit } }],
    });
  if (fromOn > person.today) return refuse("withdrawal.in-future", person.today);
  if (fromOn < person.enrolledOn) return refuse("withdrawal.before-enrolment", person.enrolledOn);
  if (wish.level !== "use" || wish.leavesOut) return ok(null);
  const last = await lastCollected(tx, person.participantId);
  return last !== null && last > fromOn ? refuse("withdrawal.data-after", last) : ok(null);
}

/** Day of the last form or result in force; null without any. */
export async function lastCollected(tx: Tx, participantId: string): Promise<string | null> {
  const where = { participantId, current: true };
  const [form, result] = await Promise.all([
    tx.assessment.findFirst({ where, select: { answeredOn: true }, orderBy: { answeredOn: "desc" } }),
    tx.labResult.findFirst({ where, select: { collectedOn: true }, orderBy: { collectedOn: "desc" } }),
  ]);
  const days = [form?.answeredOn, result?.collectedOn].flatMap((day) => (day === undefined ? [] : [fromDay(day)]));
  return days.toSorted().at(-1) ?? null;
}
