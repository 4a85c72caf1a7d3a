import { sql } from "@alongside/db/sql";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { z } from "zod";
import { canonicalHash } from "../canonical-hash";
import type { Context } from "../context";
import { invalidInput } from "../parse-input";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";
import { type Difference, differencesOf } from "./differences";
import { parseMeasurement } from "./measurement";
import { measurementOf, RESULT_JSON, type StoredResult } from "./stored-result";
import { decide, hasQueried } from "./verify";

export const secondEnterInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  resultId: z.uuid(),
  /** Made on the device: the same reading sent twice is stored once. */
  entryId: z.uuid(),
  kind: z.enum(LAB_KINDS),
  measurement: z.record(z.string().max(60), z.unknown()),
});

export interface SecondEntry {
  readonly resultId: string;
  /** Empty: both readings agree, and the result counts as verified. */
  readonly differences: readonly Difference[];
}

/**
 * Stores what a second person read from the same paper without seeing the first reading, and says where the two differ.
 * Where they agree the result is verified; where they do not it is queried and waits for a correction.
 * @returns `rule` for the person who entered it first, and for a result that is verified
 */
export function enterSecond(context: Context, input: z.input<typeof secondEnterInput>): Promise<Result<SecondEntry>> {
  return perform(context, "lab-result.second-enter", secondEnterInput, input, async (tx, scope, asked) => {
    const { participantId, resultId, entryId, kind } = asked;
    const reading = parseMeasurement(kind, asked.measurement);
    if (!reading.success) return { ok: false, failure: invalidInput(reading.error) };
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const [row] = await tx.$queryRaw<{ result: StoredResult }[]>(sql`
      SELECT ${RESULT_JSON} AS result FROM lab_result r
       WHERE r.participant_id = ${participantId}::uuid AND r.id = ${resultId}::uuid`);
    if (row === undefined) return fail("not-found", "lab-result.none");
    const { result } = row;
    const differences = differencesOf(measurementOf(result), reading.data);
    const value = { resultId, differences };
    const contentHash = canonicalHash({ resultId, ...reading.data });
    const before = await tx.labSecondEntry.findUnique({
      where: { participantId_id: { participantId, id: entryId } },
    });
    if (before !== null) {
      const same = before.contentHash === contentHash;
      return same ? ok({ subjectId: participantId, detail: null, value }) : fail("conflict", "lab-result.decided");
    }
    if (!result.current) return fail("rule", "lab-result.not-current");
    if (result.kind !== kind) return fail("rule", "lab-result.other-kind");
    if (result.enteredById === scope.actorId) return fail("rule", "lab-result.same-person");
    if (result.verification === "verified") return fail("rule", "lab-result.nothing-to-verify");
    // Who raised a doubt ends it by a correction or in words, never by a second reading of what is on the screen.
    if (await hasQueried(tx, asked, scope.actorId)) return fail("rule", "lab-result.same-person");
    // Who has read it once has seen both readings by now.
    const own = await tx.labSecondEntry.findFirst({ where: { participantId, resultId, enteredById: scope.actorId } });
    if (own !== null) return fail("rule", "lab-result.same-person");
    const common = { participantId, programmeId: scope.programmeId, resultId };
    await tx.labSecondEntry.create({
      data: {
        ...{ ...common, id: entryId, content: { ...reading.data }, contentHash },
        differences: differences.map((difference) => ({ ...difference })),
        ...{ enteredById: scope.actorId, enteredAt: context.now() },
      },
    });
    const decision = differences.length === 0 ? "verified" : "queried";
    const decided = { id: context.newId(), note: "", decidedById: scope.actorId, decidedAt: context.now() };
    await decide(tx, { ...common, ...decided, decision });
    const fields = differences.map(({ field }) => field);
    return ok({ subjectId: participantId, detail: { resultId, decision, fields }, value });
  });
}
