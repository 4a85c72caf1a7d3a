import type { Tx } from "@alongside/db/client";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { currentSettings } from "../laboratory-settings/read";
import { lockPerson } from "../participant/lock-person";
import { perform } from "../perform";

/** What a second person may say about a result. */
export const VERIFICATION_DECISIONS = ["verified", "queried"] as const;

export const verifyResultInput = z
  .object({
    programmeId: z.uuid(),
    participantId: z.uuid(),
    resultId: z.uuid(),
    /** Made by the caller, so that a repeated request decides once. */
    verificationId: z.uuid(),
    decision: z.enum(VERIFICATION_DECISIONS),
    note: z.string().trim().max(500).default(""),
  })
  .refine(({ decision, note }) => decision === "verified" || note.length >= 3, {
    path: ["note"],
    message: "lab-result.query-needs-note",
  });

/** What was in doubt is not confirmed without a word. */
const LEAST_NOTE = 3;

export interface VerifiedResult {
  readonly resultId: string;
  readonly verification: (typeof VERIFICATION_DECISIONS)[number];
}

/**
 * A second person confirms a result, or queries it. A queried one waits for a correction, which is a new result and is
 * judged anew; or for a second look that confirms it, in words that are kept. Where two people are all there are, that
 * may be the one who raised the doubt; a programme can ask for somebody else.
 * @returns `rule` for the person who entered it, where nothing waits for a second person, with double entry before the
 *   paper was read again, and for who raised the doubt where a third person settles it
 */
export function verifyLabResult(
  context: Context,
  input: z.input<typeof verifyResultInput>,
): Promise<Result<VerifiedResult>> {
  return perform(context, "lab-result.verify", verifyResultInput, input, async (tx, scope, asked) => {
    const { participantId, resultId, verificationId, decision, note } = asked;
    const person = await lockPerson(tx, context, scope, participantId);
    if (person === null) return fail("not-found", "participant.none");
    const value = { resultId, verification: decision };
    const before = await tx.labVerification.findUnique({
      where: { participantId_id: { participantId, id: verificationId } },
    });
    if (before !== null) {
      const same = before.resultId === resultId && before.decision === decision && before.note === note;
      return same ? ok({ subjectId: participantId, detail: null, value }) : fail("conflict", "lab-result.decided");
    }
    const result = await tx.labResult.findUnique({ where: { participantId_id: { participantId, id: resultId } } });
    if (result === null) return fail("not-found", "lab-result.none");
    if (!result.current) return fail("rule", "lab-result.not-current");
    if (result.enteredById === scope.actorId) return fail("rule", "lab-result.same-person");
    if (result.verification === "queried" && note.length < LEAST_NOTE)
      return fail("rule", "lab-result.query-needs-note");
    if (!isOpen(result.verification, decision)) return fail("rule", "lab-result.nothing-to-verify");
    if (decision === "verified") {
      const { doubleEntry, thirdPerson } = await currentSettings(tx, scope.programmeId);
      const isQueried = result.verification === "queried";
      if (!isQueried && doubleEntry) return fail("rule", "lab-result.second-reading-first");
      if (isQueried && thirdPerson && (await hasQueried(tx, asked, scope.actorId)))
        return fail("rule", "lab-result.third-person");
    }
    const row = { participantId, id: verificationId, programmeId: scope.programmeId, resultId, decision, note };
    await decide(tx, { ...row, decidedById: scope.actorId, decidedAt: context.now() });
    return ok({ subjectId: participantId, detail: { resultId, decision }, value });
  });
}

/** Whether the person raised the doubt, by a query or by reading the paper otherwise, which queries as well. */
export async function hasQueried(
  tx: Tx,
  about: { readonly participantId: string; readonly resultId: string },
  personId: string,
): Promise<boolean> {
  const { participantId, resultId } = about;
  const own = await tx.labVerification.findFirst({
    where: { participantId, resultId, decision: "queried", decidedById: personId },
  });
  return own !== null;
}

function isOpen(verification: string, decision: string): boolean {
  return verification === "awaiting" || (verification === "queried" && decision === "verified");
}

/** A decision about a result, as it is stored. */
export interface DecisionRow {
  readonly participantId: string;
  readonly id: string;
  readonly programmeId: string;
  readonly resultId: string;
  readonly decision: (typeof VERIFICATION_DECISIONS)[number];
  readonly note: string;
  readonly decidedById: string;
  readonly decidedAt: Date;
}

/** Writes a decision, and with the result where it stands since. The person is locked by the caller. */
export async function decide(tx: Tx, row: DecisionRow): Promise<void> {
  const { participantId, resultId, decision } = row;
  await tx.labVerification.create({ data: row });
  await tx.$executeRaw`
    UPDATE lab_result SET verification = ${decision}
     WHERE participant_id = ${participantId}::uuid AND id = ${resultId}::uuid`;
}
