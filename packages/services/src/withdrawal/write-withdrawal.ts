import type { Tx } from "@alongside/db/client";
import type { WithdrawalLevel } from "@alongside/domain/consent/withdrawal";
import type { Scope } from "../access/authorise";
import { fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import type { LockedPerson } from "../participant/lock-person";

/** A withdrawal that is about to be recorded. */
export interface NewWithdrawal {
  readonly withdrawalId: string;
  readonly level: WithdrawalLevel;
  readonly fromOn: string;
  readonly leavesOut: boolean;
  readonly reason: string;
}

/** Writes a withdrawal as the current one; an enrolment that runs ends with it where nothing more is collected. */
export async function writeWithdrawal(
  tx: Tx,
  context: Context,
  scope: Scope,
  { participantId }: LockedPerson,
  { withdrawalId, level, fromOn, leavesOut, reason }: NewWithdrawal,
): Promise<void> {
  const { programmeId, actorId } = scope;
  const recorded = { recordedById: actorId, recordedAt: context.now() };
  await tx.withdrawal.updateMany({ where: { participantId, current: true }, data: { current: false } });
  await tx.withdrawal.create({
    data: {
      ...{ participantId, id: withdrawalId, programmeId, level, fromOn: toDay(fromOn), leavesOut, reason },
      ...recorded,
    },
  });
  if (level !== "use" && level !== "erase") return;
  const enrolment = await tx.enrolment.findFirst({ where: { participantId, current: true } });
  if (enrolment?.status !== "active") return;
  const last = await tx.assessment.findFirst({
    where: { participantId, current: true },
    select: { answeredOn: true },
    orderBy: { answeredOn: "desc" },
  });
  const lastDay = last === null ? fromOn : fromDay(last.answeredOn);
  await tx.enrolment.updateMany({ where: { participantId, current: true }, data: { current: false } });
  await tx.enrolment.create({
    data: {
      ...{ participantId, id: context.newId(), programmeId, status: "withdrawn", enrolledOn: enrolment.enrolledOn },
      ...{ endedOn: toDay(lastDay > fromOn ? lastDay : fromOn), ...recorded },
    },
  });
}
