import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { type Answers, isNonAnswer } from "@alongside/domain/instruments/answers";
import { z } from "zod";
import { authorise, coversPerson, mayReadPerson } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const readAssessmentInput = z.object({
  programmeId: z.uuid(),
  participantId: z.uuid(),
  assessmentId: z.uuid(),
});

export interface StoredScore {
  /** `${instrument}/${scale}` */
  readonly measure: string;
  readonly outcome: string;
  /** Null unless `outcome` is "scored". */
  readonly value: number | null;
  readonly itemsUsed: number;
  readonly itemsTotal: number;
  readonly prorated: boolean;
}

export interface StoredAssessment {
  readonly assessmentId: string;
  readonly timepointId: string;
  readonly instrument: string;
  readonly edition: string;
  readonly mode: string;
  readonly language: string;
  readonly answeredOn: string;
  readonly recordedAt: Date;
  readonly current: boolean;
  readonly answers: Answers;
  /** The one it corrects and why; null for a first version. */
  readonly replaces: { readonly assessmentId: string; readonly reason: string } | null;
  /** The correction that took its place; null while it is current. */
  readonly replacedBy: string | null;
  /** Empty for a person who may not see scores. */
  readonly scores: readonly StoredScore[];
}

/** One stored assessment with its answers, and its scores for those who may see them. */
export async function readAssessment(
  context: Context,
  input: z.input<typeof readAssessmentInput>,
): Promise<Result<StoredAssessment>> {
  const parsed = parseInput(readAssessmentInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId, assessmentId } = parsed.value;
  const scope = authorise(context, "assessment.read", programmeId);
  if (!scope.ok) return scope;
  const [found, next] = await Promise.all([
    scope.value.db.assessment.findFirst({
      where: { participantId, id: assessmentId, programmeId, participant: { programmeId } },
      include: { participant: { select: { siteId: true } }, scores: { orderBy: { measure: "asc" } } },
    }),
    scope.value.db.assessment.findFirst({ where: { participantId, replacesId: assessmentId }, select: { id: true } }),
  ]);
  if (found === null) return fail("not-found", "assessment.none");
  const person = { participantId, siteId: found.participant.siteId };
  if (!coversPerson(scope.value, person)) return fail("not-found", "assessment.none");
  await writeAuditEvent(scope.value.db, context, scope.value, participantId, { assessmentId });
  const scores = mayReadPerson(context, "score.read", programmeId, person) ? found.scores : [];
  return ok({
    assessmentId,
    timepointId: found.timepointId,
    instrument: found.instrument,
    edition: found.edition,
    mode: found.mode,
    language: found.language,
    answeredOn: fromDay(found.answeredOn),
    recordedAt: found.recordedAt,
    current: found.current,
    answers: storedAnswers(found.answers),
    replaces: found.replacesId === null ? null : { assessmentId: found.replacesId, reason: found.reason ?? "" },
    replacedBy: next?.id ?? null,
    scores: scores.map(({ measure, outcome, value, itemsUsed, itemsTotal, prorated }) => ({
      measure,
      outcome,
      value,
      itemsUsed,
      itemsTotal,
      prorated,
    })),
  });
}

/** The answers of a stored sheet; what is neither a number nor a word for a missing answer is left out. */
export function storedAnswers(json: unknown): Answers {
  if (typeof json !== "object" || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).filter(([, value]) => typeof value === "number" || isNonAnswer(value)),
  );
}
