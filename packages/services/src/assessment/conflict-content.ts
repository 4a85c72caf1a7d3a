import type { z } from "zod";
import { saveAssessmentInput } from "./input";

const content = saveAssessmentInput.omit({
  programmeId: true,
  participantId: true,
  assessmentId: true,
  replaces: true,
});
type ConflictContent = z.output<typeof content>;

/** The submission as it was kept; null when it cannot be read back. */
export function conflictContent(json: unknown): ConflictContent | null {
  const parsed = content.safeParse(json);
  return parsed.success ? parsed.data : null;
}
