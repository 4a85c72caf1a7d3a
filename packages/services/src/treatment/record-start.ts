import type { Tx } from "@alongside/db/client";
import { refreshStandings } from "@alongside/db/lab-standing/refresh";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { currentSettings } from "../laboratory-settings/read";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { dueOn } from "../worklist/standing-sql";

export const recordStartInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request records once. */
  startId: z.uuid(),
  startedOn: calendarDate,
  /** Set when this puts another day in the place of the one recorded, with why. */
  replaces: z.object({ startId: z.uuid(), reason: z.string().trim().min(3).max(500) }).optional(),
});

export interface RecordedStart {
  readonly startId: string;
  readonly startedOn: string;
}

/** Before this day there was no such treatment. */
const FIRST_POSSIBLE = "1987-03-19";

/**
 * Records the day a person's treatment began, or puts it right. The day recorded before stays in the history.
 * @returns `rule` for a day that cannot be, or when a day is recorded already and the correction does not name it
 */
export function recordTreatmentStart(
  context: Context,
  input: z.input<typeof recordStartInput>,
): Promise<Result<RecordedStart>> {
  return perform(context, "treatment.record-start", recordStartInput, input, async (tx, scope, asked) => {
    const { participantId, startId, startedOn, replaces } = asked;
    await tx.$queryRaw`SELECT 1 FROM programme WHERE id = ${asked.programmeId}::uuid FOR KEY SHARE`;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const value = { startId, startedOn };
    const before = await tx.treatmentStart.findUnique({
      where: { participantId_id: { participantId, id: startId } },
    });
    if (before !== null) {
      const same =
        fromDay(before.startedOn) === startedOn &&
        before.replacesId === (replaces?.startId ?? null) &&
        before.reason === (replaces?.reason ?? null);
      return same ? ok({ subjectId: participantId, detail: null, value }) : fail("conflict", "treatment.other-start");
    }
    if (startedOn > person.today) return dayFailure("treatment.starts-in-future", startedOn, person.today);
    if (startedOn < FIRST_POSSIBLE) return dayFailure("treatment.starts-too-early", startedOn, FIRST_POSSIBLE);
    const current = await tx.treatmentStart.findFirst({ where: { participantId, current: true } });
    if ((current?.id ?? null) !== (replaces?.startId ?? null)) return fail("rule", "treatment.not-current");
    await write(tx, {
      ...asked,
      programmeId: scope.programmeId,
      recordedById: scope.actorId,
      recordedAt: context.now(),
    });
    const detail = { startedOn, ...(replaces && { replaces: replaces.startId, reason: replaces.reason }) };
    return ok({ subjectId: participantId, detail, value });
  });
}

function dayFailure(reason: string, startedOn: string, limit: string) {
  const params = { startedOn, limit };
  return fail("rule", reason, { params, issues: [{ path: "startedOn", rule: reason, value: startedOn, params }] });
}

interface StartToWrite extends z.output<typeof recordStartInput> {
  readonly recordedById: string;
  readonly recordedAt: Date;
}

async function write(tx: Tx, { startId, startedOn, replaces, ...rest }: StartToWrite): Promise<void> {
  const { participantId } = rest;
  await tx.treatmentStart.updateMany({ where: { participantId, current: true }, data: { current: false } });
  await tx.treatmentStart.create({
    data: {
      ...rest,
      id: startId,
      startedOn: toDay(startedOn),
      replacesId: replaces?.startId ?? null,
      reason: replaces?.reason ?? null,
    },
  });
  const due = dueOn(await currentSettings(tx, rest.programmeId));
  for (const statement of refreshStandings([participantId], due)) await tx.$executeRaw(statement);
}
