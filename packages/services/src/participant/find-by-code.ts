import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { z } from "zod";
import { authorise, scopeFilter } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { codeProblem } from "./code-problem";

export const findByCodeInput = z.object({ programmeId: z.uuid(), code: z.string().trim().min(1).max(40) });

export interface FoundParticipant {
  readonly participantId: string;
  /** As written by the programme. */
  readonly code: string;
}

/**
 * The participant with exactly this code, however it was typed (case, spaces, hyphens).
 * @returns `invalid` naming the character that looks wrong; `not-found` for a sound code that nobody in the scope has
 */
export async function findByCode(
  context: Context,
  input: z.input<typeof findByCodeInput>,
): Promise<Result<FoundParticipant>> {
  const parsed = parseInput(findByCodeInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, code: typed } = parsed.value;
  const scope = authorise(context, "participant.find-by-code", programmeId);
  if (!scope.ok) return scope;
  const reading = readParticipantCode(typed);
  if (!reading.ok) return { ok: false, failure: codeProblem(reading) };
  const claim = await scope.value.db.participantCode.findUnique({ where: { claim: `${programmeId}:${reading.code}` } });
  if (claim === null) return fail("not-found", "participant.none");
  const found = await scope.value.db.participant.findFirst({
    where: { participantId: claim.participantId, ...scopeFilter(scope.value) },
    select: { participantId: true, code: true },
  });
  if (found === null) return fail("not-found", "participant.none");
  // That a code takes part is known from now on.
  await writeAuditEvent(scope.value.db, context, scope.value, found.participantId);
  return ok(found);
}
