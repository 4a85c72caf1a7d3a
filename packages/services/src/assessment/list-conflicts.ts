import { ok, type Result } from "@alongside/domain/failure/failure";
import type { Answers } from "@alongside/domain/instruments/answers";
import { z } from "zod";
import { authorise, scopeFilter } from "../access/authorise";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type SaveAssessment, saveAssessmentInput } from "./input";
import { storedAnswers } from "./read";

export const listConflictsInput = z.object({ programmeId: z.uuid(), participantId: z.uuid().optional() });

/** The part of a submission that can differ from what is stored under its id. */
export type ConflictSide = Pick<
  SaveAssessment,
  "timepointId" | "instrument" | "edition" | "language" | "answeredOn"
> & {
  readonly mode: string;
  readonly answers: Answers;
};

export interface AssessmentConflictView {
  readonly conflictId: string;
  readonly participantId: string;
  readonly code: string;
  readonly assessmentId: string;
  readonly receivedAt: Date;
  readonly stored: ConflictSide;
  readonly other: ConflictSide;
}

/** A hundred open disagreements are more than anybody compares at one sitting. */
const LIMIT = 100;

/** Submissions that came with the id of a stored assessment and other content, not yet decided; oldest first. */
export async function listAssessmentConflicts(
  context: Context,
  input: z.input<typeof listConflictsInput>,
): Promise<Result<readonly AssessmentConflictView[]>> {
  const parsed = parseInput(listConflictsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "assessment.list-conflicts", programmeId);
  if (!scope.ok) return scope;
  const rows = await context.db.assessmentConflict.findMany({
    where: {
      programmeId,
      resolvedAt: null,
      assessment: { participant: scopeFilter(scope.value) },
      ...(participantId !== undefined && { participantId }),
    },
    include: { assessment: { include: { participant: { select: { code: true } } } } },
    orderBy: [{ receivedAt: "asc" }, { participantId: "asc" }, { id: "asc" }],
    take: LIMIT,
  });
  return ok(
    rows.flatMap(({ assessment, ...row }) => {
      const other = conflictContent(row.content);
      if (other === null) return [];
      const stored = {
        timepointId: assessment.timepointId,
        instrument: assessment.instrument,
        edition: assessment.edition,
        language: assessment.language,
        mode: assessment.mode,
        answeredOn: fromDay(assessment.answeredOn),
        answers: storedAnswers(assessment.answers),
      };
      const { id: conflictId, assessmentId, receivedAt } = row;
      const { code } = assessment.participant;
      return [{ conflictId, participantId: row.participantId, code, assessmentId, receivedAt, stored, other }];
    }),
  );
}

const content = saveAssessmentInput.omit({
  programmeId: true,
  participantId: true,
  assessmentId: true,
  replaces: true,
});

/** The submission as it was kept; null when it cannot be read back. */
export function conflictContent(json: unknown): z.output<typeof content> | null {
  const parsed = content.safeParse(json);
  return parsed.success ? parsed.data : null;
}
