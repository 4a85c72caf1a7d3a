import { createHash } from "node:crypto";
import type { SaveAssessment } from "./input";

/**
 * SHA-256 over everything in an assessment that means something, with answers in a fixed order, so that two submissions
 * are the same exactly when they say the same.
 */
export function contentHash(input: SaveAssessment): string {
  const answers = Object.entries(input.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = [
    input.participantId,
    input.timepointId,
    input.instrument,
    input.edition,
    input.mode,
    input.language,
    input.answeredOn,
    answers,
    input.replaces ?? null,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
