import type { PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";

/** Names an outcome among the standings. */
export function standingKey({ measure, timepointCode }: PlannedOutcome): string {
  return `${timepointCode} ${measure}`;
}
