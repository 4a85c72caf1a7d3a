import type { Failure } from "@alongside/domain/failure/failure";
import type { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import type { RowOutcome, SaveGridInput } from "./laboratory-view";
import { atCell } from "./row-view.model";
import type { Answered } from "./stack.model";

/** What became of an attempt to save. `waiting`: nobody answered, so it may or may not have arrived. */
export type SaveOutcome =
  | { readonly kind: "answered"; readonly rows: readonly RowOutcome[] }
  | { readonly kind: "declined"; readonly failure: Failure }
  | { readonly kind: "waiting" };

/** Failures that say nothing about the rows: they may be sent again as they are. */
const LATER: ReadonlySet<Failure["code"]> = new Set(["unexpected", "unavailable", "too-many"]);

/**
 * Sends rows once. They may be sent again under the same ids: each is stored once. A page left open while somebody else
 * signed in on this device sends nothing: it would be recorded under the wrong name.
 */
export async function sendRows(
  client: ReturnType<typeof useApiClient>,
  personId: string,
  input: SaveGridInput,
): Promise<SaveOutcome> {
  try {
    if ((await client.session.read.query()).userId !== personId) {
      return { kind: "declined", failure: { code: "signed-out", reason: "session.other-person" } };
    }
    const { rows } = await client.labResult.saveGrid.mutate(input);
    return { kind: "answered", rows };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null || LATER.has(failure.code)) return { kind: "waiting" };
    return { kind: "declined", failure };
  }
}

/** What the server said about a row, as the stack keeps it. */
export function answerOf(outcome: RowOutcome): Answered {
  const { resultId } = outcome;
  switch (outcome.outcome) {
    case "saved":
    case "same":
      return { resultId, answer: null };
    case "refused":
      return { resultId, answer: { kind: "refused", issues: outcome.issues.map(atCell) } };
    case "needs-reason":
      return { resultId, answer: { kind: "needs-reason", checks: outcome.checks } };
    case "conflict":
      return { resultId, answer: { kind: "conflict" } };
  }
}
