import type { Tx } from "@alongside/db/client";
import {
  type Characteristics,
  characteristicsSchema,
  onlyRecorded,
  recordedIn,
} from "@alongside/domain/characteristics/characteristics";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { currentCharacteristics } from "./current";

export const recordCharacteristicsInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  /** Made by the caller, so that a repeated request records once. */
  recordId: z.uuid(),
  /** The record that was looked at when this was written; null where there was none. */
  replaces: z.uuid().nullable(),
  characteristics: characteristicsSchema,
});

export interface RecordedCharacteristics {
  readonly recordId: string;
  readonly characteristics: Characteristics;
}

/**
 * Records who somebody is, or puts it right. What was recorded before stays in the history; what the programme does not record
 * any more stays as it was.
 * @returns `rule` for what the programme does not record, and of somebody who has stepped back; `conflict` when somebody has recorded something else since
 */
export function recordCharacteristics(
  context: Context,
  input: z.input<typeof recordCharacteristicsInput>,
): Promise<Result<RecordedCharacteristics>> {
  return perform(context, "characteristics.record", recordCharacteristicsInput, input, async (tx, scope, asked) => {
    const { participantId, recordId, replaces } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    if (await hasSteppedBack(tx, participantId)) return fail("rule", "characteristics.stepped-back");
    const { characteristics: recorded } = await currentIdentity(tx, scope.programmeId);
    if (recordedIn(asked.characteristics).some((one) => !recorded.includes(one))) {
      return fail("rule", "characteristics.not-recorded");
    }
    const now = await currentCharacteristics(tx, participantId);
    const own = onlyRecorded(asked.characteristics, recorded);
    const value = { recordId, characteristics: own };
    if (now?.recordId === recordId) {
      const same = JSON.stringify(onlyRecorded(now.characteristics, recorded)) === JSON.stringify(own);
      return same
        ? ok({ subjectId: participantId, detail: null, value })
        : fail("conflict", "characteristics.id-reused");
    }
    if ((now?.recordId ?? null) !== replaces) return fail("conflict", "characteristics.changed-since");
    const at = {
      programmeId: scope.programmeId,
      participantId,
      recordedById: scope.actorId,
      recordedAt: context.now(),
    };
    await writeCharacteristics(tx, { ...at, id: recordId }, keptBeside(own, now?.characteristics, recorded));
    // What somebody is stands in the record; the trail says what was touched.
    return ok({ subjectId: participantId, detail: { recorded: recordedIn(own).join(" ") }, value });
  });
}

/** Of whoever wants nothing more collected, nothing is. */
async function hasSteppedBack(tx: Tx, participantId: string): Promise<boolean> {
  const where = { participantId, current: true, level: { in: ["use", "erase"] } };
  return (await tx.withdrawal.findFirst({ where, select: { id: true } })) !== null;
}

function keptBeside(
  own: Characteristics,
  before: Characteristics | undefined,
  recorded: readonly string[],
): Characteristics {
  if (before === undefined) return own;
  return {
    age: recorded.includes("age") ? own.age : before.age,
    gender: recorded.includes("gender") ? own.gender : before.gender,
    keyPopulations: recorded.includes("key-populations") ? own.keyPopulations : before.keyPopulations,
  };
}

interface RecordPlace {
  readonly programmeId: string;
  readonly participantId: string;
  readonly id: string;
  readonly recordedById: string;
  readonly recordedAt: Date;
}

/** Adds a record and makes it the current one. */
export async function writeCharacteristics(tx: Tx, place: RecordPlace, all: Characteristics): Promise<void> {
  const { participantId } = place;
  await tx.participantCharacteristics.updateMany({ where: { participantId, current: true }, data: { current: false } });
  await tx.participantCharacteristics.create({ data: { ...place, ...all, keyPopulations: [...all.keyPopulations] } });
}
